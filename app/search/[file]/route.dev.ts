import { searchFilesOf } from "@/lib/search/files"
import { version } from "@/lib/site/read"

type Context = { params: Promise<{ file: string }> }

export const dynamic = "force-dynamic"

/** What was made last, for as long as the content is as it was. */
const made = new Map<string, ReturnType<typeof searchFilesOf>>()

/** Made when they are asked for, and again after a save: only a development server has this. */
export async function GET(_request: Request, { params }: Context) {
  const { file } = await params
  const files = made.get(version) ?? searchFilesOf(/* turbopackIgnore: true */ process.cwd())
  made.clear()
  made.set(version, files)
  const text = (await files).get(file)
  if (text === undefined) return new Response(null, { status: 404 })
  return new Response(text, {
    headers: { "Content-Type": "application/json", "Cache-Control": "no-store" },
  })
}
