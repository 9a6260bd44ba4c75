import { postAddress } from "@/lib/model/addresses"
import { inLanguage } from "@/lib/model/language"
import type { Post } from "@/lib/model/post"
import { PostDate } from "./post-date"
import { ReadLabel } from "./read-label"
import { UnpublishedLabel } from "./unpublished"
import { wordsOf } from "@/lib/model/words/words"

type Props = { posts: readonly Post[]; language: string }

/** Posts, a line or three each: title, description, date. */
export function PostList({ posts, language }: Props) {
  return (
    <ul className="entries">
      {posts.map((post) => (
        <li key={post.slug}>
          <a href={postAddress(post.slug)} className="entry-title quiet-link" {...inLanguage(post)}>
            {post.title}
          </a>
          <p className="text-[1.06rem] leading-normal" {...inLanguage(post)}>
            {post.description}
          </p>
          <p className="meta">
            <PostDate day={post.date} language={language} />
            <span>{wordsOf(language).minutes(post.minutes)}</span>
            <ReadLabel posts={[post]} language={language} />
            <UnpublishedLabel post={post} language={language} />
          </p>
        </li>
      ))}
    </ul>
  )
}
