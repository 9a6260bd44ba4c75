import type { Post } from "@/lib/model/post"
import { ReadMark } from "./read-mark"
import { wordsOf } from "@/lib/model/words/words"

type Props = {
  posts: readonly Pick<Post, "slug" | "aliases">[]
  language: string
  className?: string
}

/** Follows the number of a part or module that is read: "Part 1 ✓ read". */
export function ReadLabel({ posts, language, className = "ml-3" }: Props) {
  const { read } = wordsOf(language)
  return (
    <span className={`whitespace-nowrap text-accent ${className}`}>
      <ReadMark posts={posts} language={language}>
        {/* Drawn by the style sheet: it is no part of the text, of which nothing may be read yet. */}
        <span role="img" aria-label={read}>
          <span className="tick" />
          <span data-word={` ${read}`} className="after:content-[attr(data-word)]" />
        </span>
      </ReadMark>
    </span>
  )
}
