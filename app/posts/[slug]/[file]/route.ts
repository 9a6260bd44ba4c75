import { readFile } from "node:fs/promises"
import { join } from "node:path"
import { notFound } from "next/navigation"
import { findPost, posts } from "@/lib/site/read"
import { typeOf } from "@/lib/images/file"

type Context = RouteContext<"/posts/[slug]/[file]">

/** Images beside a post that was not built are not served either. */
export const dynamic = "force-static"

export const generateStaticParams = () =>
  posts.flatMap(({ slug, images }) => images.map(({ file }) => ({ slug, file })))

/** All of the image, for who follows a link to it. */
export async function GET(_request: Request, { params }: Context) {
  const { slug, file } = await params
  const post = findPost(slug)
  const image = post?.images.find((one) => one.file === decodeURIComponent(file))
  if (!image) notFound()

  const path = join(/* turbopackIgnore: true */ process.cwd(), image.whole)
  return new Response(await readFile(path), { headers: { "Content-Type": typeOf(image.file) } })
}
