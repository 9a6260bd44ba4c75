import type { ReactNode } from "react"
import { wordsOf } from "@/lib/model/words/words"

type Props = {
  /** What leads to other places: the series, the contents. */
  side?: ReactNode
  /** What the text is called above it on a phone: "Part 2". */
  name?: string
  language: string
  children: ReactNode
}

/**
 * A post and what is beside it. Narrow: a bar with what leads to other places, above the text. From `md`
 * on: that as a column, on the right. From `xl` on: on the left, and on the right a margin for notes and
 * for figures wider than the text, `--margin` wide and `--gap` away.
 */
export function PostColumns({ side, name, language, children }: Props) {
  return (
    <div
      className={`post-page justify-center gap-x-(--gap) px-(--gutter) [--gap:clamp(2rem,4vw,4.2rem)] [--margin:0rem] md:grid md:grid-cols-[minmax(0,var(--measure))] xl:grid-cols-[var(--side)_minmax(0,var(--measure))_var(--margin)] xl:overflow-x-clip xl:[--margin-gap:var(--gap)] xl:[--margin:var(--side)] print:block print:p-0 ${side ? "md:max-xl:grid-cols-[minmax(0,var(--measure))_12.5rem]" : ""}`}
    >
      {side && (
        <details className="post-side md:side-column md:always-open md:max-xl:[grid-area:1/2] xl:[grid-area:1/1] print:hidden">
          {/* lib/enhance/toc-marker.ts writes here what is being read. */}
          <summary className="chevron">
            <span data-name={name}>{wordsOf(language).contents}</span>
          </summary>
          <div>{side}</div>
        </details>
      )}
      <article
        id="content"
        className="mx-auto max-w-(--measure) min-w-0 pt-[clamp(1.2rem,4vw,3.2rem)] md:max-xl:[grid-area:1/1] xl:flow-root xl:[grid-area:1/2] print:max-w-none"
      >
        {children}
      </article>
    </div>
  )
}
