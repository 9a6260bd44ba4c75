import type { ReactNode } from "react"
import type { Post } from "@/lib/model/post"
import { slugsOf } from "@/lib/model/progress"
import { wordsOf } from "@/lib/model/words/words"

type Props = {
  /** Shown when all of them are read. Of none, nothing is shown. */
  posts: readonly Pick<Post, "slug" | "aliases">[]
  /** What marks them; otherwise a tick. */
  children?: ReactNode
  className?: string
  language: string
}

/**
 * Its place is there from the start, so that nothing moves; `lib/enhance/marks.ts` shows it before the
 * first paint. One inside the other, so that all must be read.
 */
export function ReadMark({ posts, children, className, language }: Props) {
  if (posts.length === 0) return null
  // A picture's name, not a word of the text: nothing may be read yet.
  const { read } = wordsOf(language)
  const mark = children ?? <span className="tick" role="img" aria-label={read} />
  return posts.reduceRight(
    (inside: ReactNode, post) => (
      <span data-read={slugsOf(post).join(" ")} className={className}>
        {inside}
      </span>
    ),
    mark,
  )
}
