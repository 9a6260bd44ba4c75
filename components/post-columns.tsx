import type { ReactNode } from "react"

type Props = {
  /** What leads to other places: the series, the contents. */
  side?: ReactNode
  /** Whether there are contents in it. */
  hasContents?: boolean
  children: ReactNode
}

/**
 * A post and what is beside it. Narrow: one column, series and contents as disclosures above the text.
 * From `md` on: the contents beside the text. From `xl` on: series and contents on the left, and on the
 * right a margin for notes and for figures wider than the text, `--margin` wide and `--gap` away.
 * Whether there are contents is said here, not by :has(): a page is painted while it is read, and its
 * columns would change then.
 */
export function PostColumns({ side, hasContents = false, children }: Props) {
  return (
    <div
      className={`post-page grid grid-cols-[minmax(0,var(--measure))] justify-center gap-x-(--gap) px-(--gutter) [--gap:clamp(2rem,4vw,4.2rem)] [--margin:0rem] xl:grid-cols-[var(--side)_minmax(0,var(--measure))_var(--margin)] xl:overflow-x-clip xl:[--margin-gap:var(--gap)] xl:[--margin:var(--side)] print:block print:p-0 ${hasContents ? "md:max-xl:grid-cols-[minmax(0,var(--measure))_12.5rem]" : ""}`}
    >
      <div className="contents xl:side-column xl:block print:hidden">{side}</div>
      <article
        id="content"
        className="min-w-0 pt-[clamp(1.8rem,4vw,3.2rem)] md:max-xl:[grid-area:2/1] xl:col-start-2 xl:flow-root"
      >
        {children}
      </article>
    </div>
  )
}
