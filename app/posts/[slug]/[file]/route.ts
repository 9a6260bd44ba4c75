import { readFile } from "node:fs/promises"
import { join } from "node:path"
import { notFound } from "next/navigation"
import { findPost, posts } from "@/lib/site/read"
import { typeOf } from "@/lib/model/media-type"

type Context = RouteContext<"/posts/[slug]/[file]">

/** What stands beside a post that was not built is not served either. */
export const dynamic = "force-static"

export const generateStaticParams = () =>
  posts.flatMap(({ slug, files }) => files.map(({ file }) => ({ slug, file })))

/** A file beside a post, or all of an image, for who follows a link to it. */
export async function GET(_request: Request, { params }: Context) {
  const { slug, file } = await params
  const post = findPost(slug)
  const found = post?.files.find((one) => one.file === decodeURIComponent(file))
  if (!found) notFound()

  const path = join(/* turbopackIgnore: true */ process.cwd(), found.whole)
  return new Response(await readFile(path), { headers: { "Content-Type": typeOf(found.file) } })
}
