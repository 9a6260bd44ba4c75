import { readFile } from "node:fs/promises"
import { join } from "node:path"
import type { Index } from "@/lib/site/site-index"
import { typeOf } from "@/lib/images/file"

type Context = { params: Promise<{ slug: string; file: string }> }

/** A development server would otherwise show what an image was, or that it was not there. */
export const dynamic = "force-dynamic"

/** The image as it stands beside the post: only a development server has this. */
export async function GET(_request: Request, { params }: Context) {
  const { slug, file } = await params
  const root = /* turbopackIgnore: true */ process.cwd()
  const index = JSON.parse(await readFile(join(root, ".partwise/index.json"), "utf8")) as Index
  const image = index.posts
    .find((post) => post.slug === decodeURIComponent(slug))
    ?.files.find((one) => one.file === decodeURIComponent(file))
  const bytes = image && (await readFile(join(root, image.whole)).catch(() => undefined))
  if (!bytes) return new Response(null, { status: 404 }) // or it has just gone
  return new Response(bytes, {
    headers: { "Content-Type": typeOf(image.file), "Cache-Control": "no-store" },
  })
}
