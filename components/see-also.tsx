import { postAddress } from "@/lib/model/addresses"
import { inLanguage } from "@/lib/model/language"
import type { Post } from "@/lib/model/post"

type Props = { title: string; posts: readonly Post[] }

/** Other posts that a reader of one may want, if there are any. */
export function SeeAlso({ title, posts }: Props) {
  if (posts.length === 0) return null
  return (
    <section aria-label={title} className="mt-10 font-sans text-[0.95rem]/normal print:hidden">
      <h2 className="mt-0 mb-2 label">{title}</h2>
      <ul className="m-0 list-none p-0">
        {posts.map((post) => (
          <li key={post.slug} className="py-1">
            <a href={postAddress(post.slug)} {...inLanguage(post)}>
              {post.title}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
