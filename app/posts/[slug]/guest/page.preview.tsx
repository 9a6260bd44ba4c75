import { postOf, postPage, postPageMetadata } from "@/app/post-page"
import { guestViewOf, posts } from "@/lib/site/read"

type Props = { params: Promise<{ slug: string }> }

export const dynamicParams = false

export const generateStaticParams = () => posts.map(({ slug }) => ({ slug }))

export async function generateMetadata(props: Props) {
  const post = await postOf(props)
  return postPageMetadata(post, guestViewOf(post))
}

/**
 * A post for who has a link to it and to nothing else of a closed preview: the server shows this in
 * place of its page, on which other drafts may be named. Only builds of previews have it.
 */
export default async function GuestPage(props: Props) {
  const post = await postOf(props)
  return postPage(post, guestViewOf(post))
}
