import { fileResponse } from "@/app/file-response"
import { findPost, posts } from "@/lib/site/read"

type Context = RouteContext<"/posts/[slug]/[file]">

/** What stands beside a post that was not built is not served either. */
export const dynamic = "force-static"

export const generateStaticParams = () =>
  posts.flatMap(({ slug, files }) => files.map(({ file }) => ({ slug, file })))

export async function GET(_request: Request, { params }: Context) {
  const { slug, file } = await params
  return fileResponse(findPost(slug), file)
}
