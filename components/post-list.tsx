import { postAddress } from "@/lib/model/addresses"
import type { Post } from "@/lib/model/post"
import { PostDate } from "./post-date"
import { ReadLabel } from "./read-label"
import { UnpublishedLabel } from "./unpublished"

type Props = { posts: readonly Post[]; language: string }

/** Posts, a line or three each: title, description, date. */
export function PostList({ posts, language }: Props) {
  return (
    <ul className="entries">
      {posts.map((post) => (
        <li key={post.slug}>
          <a href={postAddress(post.slug)} className="entry-title quiet-link">
            {post.title}
          </a>
          <p className="text-[1.06rem] leading-normal">{post.description}</p>
          <p className="meta">
            <PostDate day={post.date} language={language} />
            <span>{post.minutes} min</span>
            <ReadLabel posts={[post]} />
            <UnpublishedLabel post={post} />
          </p>
        </li>
      ))}
    </ul>
  )
}
