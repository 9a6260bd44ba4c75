import type { Metadata } from "next"
import enhance from "@/.partwise/enhance.json"
import { homeAddress, postsAddress, searchAddress } from "@/lib/model/addresses"
import { wordsOf } from "@/lib/model/words/words"
import { pageMetadata } from "@/lib/site/metadata"
import { site } from "@/lib/site/read"

const words = wordsOf(site.language)
const title = words.search
const description = words.searchLede

export const metadata: Metadata = pageMetadata({ title, description }, searchAddress, site)

export default function SearchPage() {
  return (
    <div id="content" className="column">
      <h1>{title}</h1>
      <p className="lede">{description}</p>
      {/* lib/enhance/search.ts looks for what is typed, and lists the sections that have it. */}
      <site-search source={searchAddress}>
        <form role="search" action={searchAddress} className="scripted">
          <input
            type="search"
            name="q"
            aria-label={words.search}
            autoComplete="off"
            maxLength={200}
            className="w-full rounded border border-line bg-raised px-3 py-2"
          />
        </form>
        <p role="status" className="mt-3 min-h-6 font-sans text-sm text-soft" />
        <ol className="search-results" />
      </site-search>
      <p className="hidden noscript:block">
        {words.searchNeedsScript} <a href={postsAddress}>{words.allPostsListed}</a>,{" "}
        <a href={homeAddress}>{words.homePage}</a>.
      </p>
      {/* Not async: it would run before what it is for is there. */}
      <script type="module" defer src={enhance.search} />
    </div>
  )
}
