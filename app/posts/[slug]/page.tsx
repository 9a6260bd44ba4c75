import { postOf, postPage, postPageMetadata } from "@/app/post-page"
import { findUnkeptPosts, wholeView } from "@/lib/site/read"

type Props = PageProps<"/posts/[slug]">

/**
 * A build makes these and no others. That no other may be asked for is not said here: a development
 * server would hold a new post against the list that it had before.
 */
export const generateStaticParams = async () =>
  (await findUnkeptPosts()).map(({ slug }) => ({ slug }))

export const generateMetadata = async (props: Props) =>
  postPageMetadata(await postOf(props), wholeView)

export default async function PostPage(props: Props) {
  return postPage(await postOf(props), wholeView)
}
