import { postAddress } from "@/lib/addresses"
import type { Post } from "@/lib/post"
import { PostDate } from "./post-date"

type Props = { posts: readonly Post[]; language: string }

/** Posts, a line or three each: title, description, date. */
export function PostList({ posts, language }: Props) {
  return (
    <ul className="entries">
      {posts.map(({ slug, title, description, date, minutes, draft }) => (
        <li key={slug}>
          <a href={postAddress(slug)} className="entry-title">
            {title}
          </a>
          <p>{description}</p>
          <p className="meta">
            <PostDate day={date} language={language} />
            <span>{minutes} min</span>
            {draft && <span>Draft</span>}
          </p>
        </li>
      ))}
    </ul>
  )
}
