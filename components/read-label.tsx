import type { Post } from "@/lib/model/post"
import { ReadMark } from "./read-mark"

type Props = { posts: readonly Pick<Post, "slug" | "aliases">[] }

/** Follows the number of a part or module that is read: "Part 1 ✓ read". */
export function ReadLabel({ posts }: Props) {
  return (
    <span className="read-label">
      <ReadMark posts={posts}>
        <span className="tick" /> read
      </ReadMark>
    </span>
  )
}
