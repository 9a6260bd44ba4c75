import type { Metadata } from "next"
import { NoPosts } from "@/components/no-posts"
import { PostList } from "@/components/post-list"
import { postsAddress, yearAddress } from "@/lib/model/addresses"
import { posts, site } from "@/lib/site/read"
import { pageMetadata } from "@/lib/site/metadata"
import { mostListed, yearsOf } from "@/lib/model/post"
import { wordsOf } from "@/lib/model/words/words"

const words = wordsOf(site.language)
const title = words.posts
const description = words.postsLede(site.name)

export const metadata: Metadata = pageMetadata({ title, description }, postsAddress, site)

export default function PostsPage() {
  const shown = yearsOf(posts.slice(0, mostListed))
  return (
    <div id="content" className="column">
      <h1>{title}</h1>
      <p className="lede">{description}</p>
      {posts.length === 0 && <NoPosts language={site.language} />}
      {[...shown].map(([year, ofYear]) => (
        <section key={year} aria-labelledby={`year-${year}`}>
          <h2 id={`year-${year}`} className="mt-10 mb-0 label">
            {year}
          </h2>
          <PostList posts={ofYear} language={site.language} />
        </section>
      ))}
      {posts.length > mostListed && (
        <nav aria-label={words.byYear} className="mt-10 font-sans text-sm">
          <p className="label">{words.byYear}</p>
          <ul className="m-0 flex list-none flex-wrap gap-x-6 p-0">
            {[...yearsOf(posts)].map(([year, all]) => (
              <li key={year} className="py-1">
                <a href={yearAddress(year)}>{year}</a> {words.postCount(all.length)}
              </li>
            ))}
          </ul>
        </nav>
      )}
    </div>
  )
}
