import type { Metadata } from "next"
import { NoPosts } from "@/components/no-posts"
import { PostList } from "@/components/post-list"
import { postsAddress } from "@/lib/model/addresses"
import { posts, site } from "@/lib/site/read"
import { pageMetadata } from "@/lib/site/metadata"
import type { Post } from "@/lib/model/post"
import { wordsOf } from "@/lib/model/words/words"

const words = wordsOf(site.language)
const title = words.posts
const description = words.postsLede(site.name)

export const metadata: Metadata = pageMetadata({ title, description }, postsAddress, site)

export default function PostsPage() {
  const years = [...new Set(posts.map(yearOf))]
  return (
    <div id="content" className="column">
      <h1>{title}</h1>
      <p className="lede">{description}</p>
      {posts.length === 0 && <NoPosts language={site.language} />}
      {years.map((year) => (
        <section key={year} aria-labelledby={`year-${year}`}>
          <h2 id={`year-${year}`} className="mt-10 mb-0 label">
            {year}
          </h2>
          <PostList
            posts={posts.filter((post) => yearOf(post) === year)}
            language={site.language}
          />
        </section>
      ))}
    </div>
  )
}

const yearOf = ({ date }: Post) => date.slice(0, 4)
