import { readFile } from "node:fs/promises"
import { extname, join } from "node:path"
import { notFound } from "next/navigation"
import { findPost, posts } from "@/lib/content/read"

type Context = RouteContext<"/posts/[slug]/[file]">

/** Images beside a post that was not built are not served either. */
export const dynamic = "force-static"
export const dynamicParams = false

export const generateStaticParams = () =>
  posts.flatMap(({ slug, images }) => images.map(({ file }) => ({ slug, file })))

const types: Record<string, string> = {
  ".avif": "image/avif",
  ".gif": "image/gif",
  ".jpeg": "image/jpeg",
  ".jpg": "image/jpeg",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".webp": "image/webp",
}

/** All of the image, for who follows a link to it. */
export async function GET(_request: Request, { params }: Context) {
  const { slug, file } = await params
  const post = findPost(slug)
  const image = post?.images.find((one) => one.file === decodeURIComponent(file))
  if (!image) notFound()

  const path = join(/* turbopackIgnore: true */ process.cwd(), image.whole)
  const type = types[extname(image.file).toLowerCase()] ?? "application/octet-stream"
  return new Response(await readFile(path), { headers: { "Content-Type": type } })
}
