import type { Post } from "@/lib/model/post"
import { slugsOf } from "@/lib/model/progress"

type Props = {
  post: Pick<Post, "slug" | "aliases">
  /** What it is called: "Part 1". */
  name: string
}

/** Marks a part as read, on request. `lib/enhance/read-toggle.ts` fills it; React leaves that alone. */
export function ReadToggle({ post, name }: Props) {
  return (
    <read-toggle
      data-read={slugsOf(post).join(" ")}
      data-name={name}
      dangerouslySetInnerHTML={{ __html: "" }}
    />
  )
}
