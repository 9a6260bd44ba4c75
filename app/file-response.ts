import { readFile } from "node:fs/promises"
import { join } from "node:path"
import { notFound } from "next/navigation"
import { typeOf } from "@/lib/model/media-type"
import type { FileBeside } from "@/lib/model/post"

/** A file beside a text, or all of an image, for who follows a link to it. */
export async function fileResponse(
  owner: { files: readonly FileBeside[] } | undefined,
  file: string,
): Promise<Response> {
  const found = owner?.files.find((one) => one.file === decodeURIComponent(file))
  if (!found) notFound()

  const path = join(/* turbopackIgnore: true */ process.cwd(), found.whole)
  return new Response(await readFile(path), { headers: { "Content-Type": typeOf(found.file) } })
}
