import type { Metadata } from "next"
import { PostList } from "@/components/post-list"
import { homeAddress, postsAddress, seriesListAddress } from "@/lib/model/addresses"
import { posts, series, site, version } from "@/lib/site/read"

const newest = 5

/** To a development server it is another with every save. */
const source = `/addresses.json${process.env.NODE_ENV === "development" ? `?${version}` : ""}`

export const metadata: Metadata = { title: "Page not found" }

export default function NotFoundPage() {
  return (
    <div id="content" className="column">
      <p className="label">404</p>
      <h1>There is no page at this address</h1>
      {/* lib/enhance/nearest-pages.ts fills it with the addresses most like the one that was asked for. */}
      <nearest-pages source={source} aria-live="polite" />
      <p>
        It may have moved, or the address has a letter too many. The{" "}
        <a href={homeAddress}>home page</a>
        {series.length > 0 && (
          <>
            , the <a href={seriesListAddress}>series</a>
          </>
        )}{" "}
        and the list of <a href={postsAddress}>all posts</a> lead to everything there is.
      </p>
      {posts.length > 0 && (
        <>
          <h2 className="mt-10 mb-0 label">Newest posts</h2>
          <PostList posts={posts.slice(0, newest)} language={site.language} />
        </>
      )}
    </div>
  )
}
