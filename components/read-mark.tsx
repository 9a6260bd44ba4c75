import type { ReactNode } from "react"
import type { Post } from "@/lib/model/post"
import { slugsOf } from "@/lib/model/progress"

type Props = {
  /** Shown when all of them are read. Of none, nothing is shown. */
  posts: readonly Pick<Post, "slug" | "aliases">[]
  /** What marks them; otherwise a tick, and the word for whoever hears the page. */
  children?: ReactNode
  className?: string
}

/**
 * Its place is there from the start, so that nothing moves; `lib/enhance/marks.ts` shows it before the
 * first paint. One inside the other, so that all must be read.
 */
export function ReadMark({ posts, children, className }: Props) {
  if (posts.length === 0) return null
  const mark = children ?? (
    <>
      <span className="tick" />
      <span className="sr-only">read</span>
    </>
  )
  return posts.reduceRight(
    (inside: ReactNode, post) => (
      <span data-read={slugsOf(post).join(" ")} className={className}>
        {inside}
      </span>
    ),
    mark,
  )
}
