import { notFound } from "next/navigation"
import { PostList } from "@/components/post-list"
import { postsAddress, yearAddress } from "@/lib/model/addresses"
import { mostListed, yearsOf } from "@/lib/model/post"
import { wordsOf } from "@/lib/model/words/words"
import { pageMetadata } from "@/lib/site/metadata"
import { posts, site } from "@/lib/site/read"

type Props = PageProps<"/years/[year]">

const words = wordsOf(site.language)

/** On a site of few posts, one page lists them all. */
const years = posts.length > mostListed ? yearsOf(posts) : new Map<string, never>()

export const generateStaticParams = () => [...years.keys()].map((year) => ({ year }))

export async function generateMetadata({ params }: Props) {
  const { year } = await params
  const title = `${words.posts}, ${year}`
  return pageMetadata({ title, description: words.postsLede(site.name) }, yearAddress(year), site)
}

export default async function YearPage({ params }: Props) {
  const { year } = await params
  const ofYear = years.get(year) ?? notFound()
  return (
    <div id="content" className="column">
      <p className="label">
        <a href={postsAddress}>{words.posts}</a>
      </p>
      <h1>{year}</h1>
      <p className="lede">{words.postCount(ofYear.length)}</p>
      <PostList posts={ofYear} language={site.language} />
    </div>
  )
}
