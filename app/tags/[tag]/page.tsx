import { notFound } from "next/navigation"
import { PostList } from "@/components/post-list"
import { tagAddress, tagsAddress } from "@/lib/model/addresses"
import { tagsOf } from "@/lib/model/tags"
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
  const { name, posts } = await tagOf(props)
  return (
    <div id="content" className="column">
      <p className="label">
        <a href={tagsAddress}>{words.tags}</a>
      </p>
      <h1>{name}</h1>
      <p className="lede">{words.postCount(posts.length)}</p>
      <PostList posts={posts} language={site.language} />
    </div>
  )
}

async function tagOf({ params }: Props) {
  const { tag } = await params
  const wanted = decodeURIComponent(tag).normalize("NFC")
  return tagsOf(posts).find(({ slug }) => slug === wanted) ?? notFound()
}
