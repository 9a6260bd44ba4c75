import type { Metadata } from "next"
import { PostList } from "@/components/post-list"
import { homeAddress, postsAddress, seriesListAddress } from "@/lib/model/addresses"
import { posts, series, site, version } from "@/lib/site/read"
import { wordsOf } from "@/lib/model/words/words"

const newest = 5

/** To a development server it is another with every save. */
const source = `/addresses.json${process.env.NODE_ENV === "development" ? `?${version}` : ""}`

const words = wordsOf(site.language)

export const metadata: Metadata = { title: words.notFound }

export default function NotFoundPage() {
  return (
    <div id="content" className="column">
      <p className="label">404</p>
      <h1>{words.notFoundHere}</h1>
      {/* lib/enhance/nearest-pages.ts fills it with the addresses most like the one that was asked for. */}
      <nearest-pages source={source} aria-live="polite" />
      <p>
        {words.notFoundSays} {words.notFoundLinks} <a href={homeAddress}>{words.homePage}</a>
        {series.length > 0 && (
          <>
            , <a href={seriesListAddress}>{words.series.toLowerCase()}</a>
          </>
        )}
        , <a href={postsAddress}>{words.allPostsListed}</a>.
      </p>
      {posts.length > 0 && (
        <>
          <h2 className="mt-10 mb-0 label">{words.newestPosts}</h2>
          <PostList posts={posts.slice(0, newest)} language={site.language} />
        </>
      )}
    </div>
  )
}
