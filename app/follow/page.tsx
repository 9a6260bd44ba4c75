import type { Metadata } from "next"
import { FollowForm } from "@/components/follow-form"
import {
  feedAddressOf,
  followAddress,
  homeAddress,
  seriesAddress,
  tagsAddress,
  type FeedFormat,
} from "@/lib/model/addresses"
import { tagsOf } from "@/lib/model/tags"
import { wordsOf } from "@/lib/model/words/words"
import { pageMetadata } from "@/lib/site/metadata"
import { posts, series, site } from "@/lib/site/read"

const words = wordsOf(site.language)
const title = words.followTitle
const description = words.followLede(site.name)

export const metadata: Metadata = pageMetadata({ title, description }, followAddress, site)

const formats = { atom: "Atom", rss: "RSS", json: "JSON" } satisfies Record<FeedFormat, string>

/** How to hear of what is new: every feed, in each format. */
export default function FollowPage() {
  const feeds = [
    { title: words.everything, page: homeAddress },
    ...series.map(({ id, title }) => ({ title, page: seriesAddress(id) })),
  ]
  return (
    <div id="content" className="column">
      <h1>{title}</h1>
      <p className="lede">{description}</p>
      <FollowForm
        site={site}
        detailed
        subjects={[
          { value: "everything", name: words.everything },
          ...series.map(({ id, title }) => ({ value: `series:${id}`, name: title })),
        ]}
      />
      <p>{words.followHow}</p>
      <ul className="entries">
        {feeds.map(({ title, page }) => (
          <li key={page}>
            <h2 className="entry-title">{title}</h2>
            <p className="meta">
              {Object.entries(formats).map(([format, name]) => (
                <a
                  key={format}
                  href={feedAddressOf(page, format as FeedFormat)}
                  aria-label={`${name}: ${title}`}
                >
                  {name}
                </a>
              ))}
            </p>
          </li>
        ))}
      </ul>
      {tagsOf(posts).length > 0 && (
        <p>
          {words.tagsHaveFeeds} <a href={tagsAddress}>{words.tags}</a>
        </p>
      )}
    </div>
  )
}
