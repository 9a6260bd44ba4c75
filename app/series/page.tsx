import type { Metadata } from "next"
import { SeriesSummary } from "@/components/series-summary"
import { seriesListAddress } from "@/lib/model/addresses"
import { outlines, posts, series, site } from "@/lib/site/read"
import { pageMetadata } from "@/lib/site/metadata"
import { partsOf } from "@/lib/model/series"
import { wordsOf } from "@/lib/model/words/words"

const words = wordsOf(site.language)
const title = words.series
const description = words.seriesLede

export const metadata: Metadata = pageMetadata({ title, description }, seriesListAddress, site)

export default function SeriesListPage() {
  return (
    <div id="content" className="column">
      <h1>{title}</h1>
      <p className="lede">{description}</p>
      {series.length === 0 && <p>{words.noSeries}</p>}
      {series.map((one) => (
        <SeriesSummary
          key={one.id}
          series={one}
          parts={partsOf(one, posts)}
          outline={outlines.get(one.course ?? "")}
          language={site.language}
        />
      ))}
    </div>
  )
}
