import { notFound } from "next/navigation"
import { PostArticle } from "@/components/post-article"
import { postAddress } from "@/lib/model/addresses"
import {
  findPost,
  findUnkeptPosts,
  outlines,
  posts,
  readPageBody,
  series,
  site,
} from "@/lib/site/read"
import { postMetadata } from "@/lib/site/metadata"
import { findPlace, formatPartTitle } from "@/lib/model/series"

type Props = PageProps<"/posts/[slug]">

/**
 * A build makes these and no others. That no other may be asked for is not said here: a development
 * server would hold a new post against the list that it had before.
 */
export const generateStaticParams = async () =>
  (await findUnkeptPosts()).map(({ slug }) => ({ slug }))

export async function generateMetadata(props: Props) {
  const post = await postOf(props)
  const place = findPlace(post, series, posts)
  const title = place ? formatPartTitle(post.title, place) : post.title
  return postMetadata({ ...post, title }, postAddress(post.slug), site)
}

export default async function PostPage(props: Props) {
  const post = await postOf(props)
  const place = findPlace(post, series, posts)
  return (
    <PostArticle
      post={post}
      body={await readPageBody("posts", post.slug)}
      place={place}
      outline={outlines.get(place?.series.course ?? "")}
      outlines={outlines}
      site={site}
    />
  )
}

async function postOf({ params }: Props) {
  const { slug } = await params
  return findPost(slug) ?? notFound()
}
