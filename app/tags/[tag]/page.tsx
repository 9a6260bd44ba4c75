import { notFound } from "next/navigation"
import { FeedDiscovery } from "@/components/feed-discovery"
import { PostList } from "@/components/post-list"
import { feedAddressOf, tagAddress, tagsAddress } from "@/lib/model/addresses"
import { findTag, tagsOf } from "@/lib/model/tags"
import { wordsOf } from "@/lib/model/words/words"
import { pageMetadata } from "@/lib/site/metadata"
import { posts, site } from "@/lib/site/read"

type Props = PageProps<"/tags/[tag]">

const words = wordsOf(site.language)

export const generateStaticParams = () => tagsOf(posts).map(({ slug }) => ({ tag: slug }))

export async function generateMetadata(props: Props) {
  const { slug, name } = await tagOf(props)
  const title = words.tagTitle(name)
  return pageMetadata({ title, description: words.tagLede(name) }, tagAddress(slug), site)
}

export default async function TagPage(props: Props) {
  const { slug, name, posts } = await tagOf(props)
  const address = tagAddress(slug)
  return (
    <div id="content" className="column">
      <p className="label">
        <a href={tagsAddress}>{words.tags}</a>
      </p>
      <h1>{name}</h1>
      <FeedDiscovery site={site} title={words.tagTitle(name)} address={feedAddressOf(address)} />
      <p className="lede">{words.postCount(posts.length)}</p>
      <p className="meta">
        <a href={feedAddressOf(address)}>{words.follow}</a>
      </p>
      <PostList posts={posts} language={site.language} />
    </div>
  )
}

async function tagOf({ params }: Props) {
  const { tag } = await params
  return findTag(posts, tag) ?? notFound()
}
