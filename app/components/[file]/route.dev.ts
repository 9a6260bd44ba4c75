import { readFile } from "node:fs/promises"
import { basename, join } from "node:path"
import { componentsFolder } from "@/lib/model/build-folders.mjs"

type Context = { params: Promise<{ file: string }> }

/** A development server knows nothing of what a build puts beside `public`. */
export const dynamic = "force-dynamic"

/** The scripts of components that authors wrote: only a development server has this route. */
export async function GET(_request: Request, { params }: Context) {
  const { file } = await params
  const root = /* turbopackIgnore: true */ process.cwd()
  const text = await readFile(join(root, componentsFolder, basename(file)), "utf8").catch(
    () => undefined,
  )
  if (text === undefined) return new Response(null, { status: 404 })
  return new Response(text, {
    headers: { "Content-Type": "text/javascript", "Cache-Control": "no-store" },
  })
}
