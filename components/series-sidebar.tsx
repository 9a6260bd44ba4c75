import { postAddress, seriesAddress } from "@/lib/model/addresses"
import { modulesCoveredBy, type Outline } from "@/lib/model/course"
import type { Part, Place } from "@/lib/model/series"
import { CourseOutline } from "./course-outline"
import { ReadMark } from "./read-mark"

type Props = {
  place: Place
  /** Slug of the page being read. */
  current: string
  outline?: Outline
}

/**
 * The series that a post is a part of: a column beside the article where there is room, a disclosure
 * above it where there is none.
 */
export function SeriesSidebar({ place: { series, parts, number, next }, current, outline }: Props) {
  return (
    <nav aria-label={`Series: ${series.title}`} className="series-sidebar">
      <details className="column-disclosure">
        <summary>
          Part {number} of {parts.length} · {followingOf(parts, number, next) ?? series.title}
        </summary>
        <p className="label">Series</p>
        <p className="mb-4 font-serif text-lg leading-tight font-semibold">
          <a href={seriesAddress(series.id)} className="quiet-link">
            {series.title}
          </a>
        </p>
        <ol className="parts">
          {parts.map(({ number, post, title }) => (
            <li key={number} className={post?.slug === current ? "part part-current" : "part"}>
              {post ? (
                <a
                  href={postAddress(post.slug)}
                  aria-current={post.slug === current ? "page" : undefined}
                >
                  <span className="part-number">Part {number}</span>
                  {title}
                </a>
              ) : (
                <span className="text-soft">
                  <span className="part-number">Part {number} · planned</span>
                  {title}
                </span>
              )}
              {post && (
                <span className="part-read">
                  <ReadMark posts={[post]} />
                </span>
              )}
              {post?.slug === current && outline && (
                <CourseOutline
                  asMap
                  outline={outline}
                  modules={modulesCoveredBy(outline, current)}
                  current={current}
                />
              )}
            </li>
          ))}
        </ol>
      </details>
    </nav>
  )
}

/** What comes after a part; nothing after the last. */
function followingOf(parts: readonly Part[], number: number, next: Part | undefined) {
  if (next) return `Next: ${next.title}`
  const planned = parts.find((part) => part.number > number)
  return planned && `Part ${planned.number} is planned`
}
