import type { Metadata } from "next"
import { NoPosts } from "@/components/no-posts"
import { PostList } from "@/components/post-list"
import { SeriesSummary } from "@/components/series-summary"
import { homeAddress, postsAddress } from "@/lib/model/addresses"
import { outlines, posts, series, site } from "@/lib/site/read"
import { pageMetadata } from "@/lib/site/metadata"
import { partsOf } from "@/lib/model/series"
import { wordsOf } from "@/lib/model/words/words"

const newest = 8

export const metadata: Metadata = {
  ...pageMetadata({ title: site.name, description: site.description }, homeAddress, site),
  title: { absolute: site.name },
}

export default function HomePage() {
  const words = wordsOf(site.language)
  const others = posts.filter((post) => post.series === undefined)
  return (
    <div id="content" className="column">
      <h1 className="sr-only">{site.name}</h1>
      <p className="mt-8 lede mb-10 max-w-[46ch] text-2xl md:mt-14 md:mb-12">{site.description}</p>

      {posts.length === 0 && <NoPosts language={site.language} />}

      {series.map((one) => (
        <SeriesSummary
          key={one.id}
          series={one}
          parts={partsOf(one, posts)}
          outline={outlines.get(one.course ?? "")}
          language={site.language}
        />
      ))}

      {others.length > 0 && (
        <section aria-labelledby="other-posts">
          <h2 id="other-posts" className="mt-10 mb-0 label">
            {series.length > 0 ? words.otherPosts : words.posts}
          </h2>
          <PostList posts={others.slice(0, newest)} language={site.language} />
          {others.length > newest && (
            <p className="mt-6">
              <a href={postsAddress}>{words.allPosts(posts.length)}</a>
            </p>
          )}
        </section>
      )}
    </div>
  )
}
