import type { Metadata } from "next"
import { tagAddress, tagsAddress } from "@/lib/model/addresses"
import { tagsOf } from "@/lib/model/tags"
import { wordsOf } from "@/lib/model/words/words"
import { pageMetadata } from "@/lib/site/metadata"
import { posts, site } from "@/lib/site/read"

const words = wordsOf(site.language)
const title = words.tags
const description = words.tagsLede

export const metadata: Metadata = pageMetadata({ title, description }, tagsAddress, site)

export default function TagsPage() {
  return (
    <div id="content" className="column">
      <h1>{title}</h1>
      <p className="lede">{description}</p>
      <ul className="entries">
        {tagsOf(posts).map(({ slug, name, posts }) => (
          <li key={slug} className="flex items-baseline justify-between gap-4">
            <a href={tagAddress(slug)} className="entry-title quiet-link">
              {name}
            </a>
            <span className="font-sans text-sm text-soft">{words.postCount(posts.length)}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
