import type { Post } from "@/lib/post"
import { ReadMark } from "./read-mark"

/** Follows the number of a part that is read: "Part 1 ✓ read". */
export function ReadLabel({ post }: { post: Pick<Post, "slug" | "aliases"> }) {
  return (
    <span className="read-label">
      <ReadMark posts={[post]}>
        <span className="tick" /> read
      </ReadMark>
    </span>
  )
}
