import type { Metadata } from "next"
import { SeriesSummary } from "@/components/series-summary"
import { seriesListAddress } from "@/lib/model/addresses"
import { outlines, posts, series, site } from "@/lib/site/read"
import { pageMetadata } from "@/lib/site/metadata"
import { partsOf } from "@/lib/model/series"

const title = "Series"
const description = "Subjects that take more than one post, each with its parts in order."

export const metadata: Metadata = pageMetadata({ title, description }, seriesListAddress, site)

export default function SeriesListPage() {
  return (
    <div id="content" className="column">
      <h1>{title}</h1>
      <p className="lede">{description}</p>
      {series.length === 0 && <p>There is none yet.</p>}
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
