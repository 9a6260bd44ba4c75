import { readFile } from "node:fs/promises"
import { join } from "node:path"
import type { Index } from "@/lib/site/site-index"
import { typeOf } from "@/lib/images/file"

type Context = { params: Promise<{ path: readonly string[] }> }

/** A development server would otherwise show what an image was, or that it was not there. */
export const dynamic = "force-dynamic"

/** The image as it stands beside its text: only a development server has this. */
export async function GET(_request: Request, { params }: Context) {
  const path = `content/${(await params).path.map(decodeURIComponent).join("/")}`
  const root = /* turbopackIgnore: true */ process.cwd()
  const index = JSON.parse(await readFile(join(root, ".partwise/index.json"), "utf8")) as Index
  const image = [...index.posts, ...index.pages]
    .flatMap(({ files }) => files)
    .find(({ whole }) => whole.normalize("NFC") === path)
  const bytes = image && (await readFile(join(root, image.whole)).catch(() => undefined))
  if (!bytes) return new Response(null, { status: 404 }) // or it has just gone
  return new Response(bytes, {
    headers: { "Content-Type": typeOf(image.file), "Cache-Control": "no-store" },
  })
}
