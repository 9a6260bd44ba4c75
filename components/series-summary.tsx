import { seriesAddress } from "@/lib/model/addresses"
import type { Outline } from "@/lib/model/course"
import type { Part, Series } from "@/lib/model/series"
import { CourseStrip } from "./course-strip"
import { NextPart } from "./next-part"
import { PartList } from "./part-list"

type Props = {
  series: Series
  parts: readonly Part[]
  outline?: Outline
  language: string
}

/** A series on a page that lists several. */
export function SeriesSummary({ series, parts, outline, language }: Props) {
  const id = `series-${series.id}`
  return (
    <section aria-labelledby={id} className="mb-16">
      {outline && (
        <CourseStrip
          outline={outline}
          covered={parts.map(({ post }) => post?.slug)}
          language={language}
        />
      )}
      <h2 id={id} className="mt-0">
        <a href={seriesAddress(series.id)} className="quiet-link">
          {series.title}
        </a>
      </h2>
      <p>{series.description}</p>
      <NextPart parts={parts} language={language} />
      <PartList parts={parts} outline={outline} language={language} />
    </section>
  )
}
