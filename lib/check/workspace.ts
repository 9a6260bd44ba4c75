import { readdir, readFile, stat } from "node:fs/promises"
import { join } from "node:path"
import { ContentProblem } from "../problem"

/** A file below `content`, as it stands on the disk. */
export type ContentFile = {
  /** From the root of the project, with forward slashes: what problems are printed with. */
  path: string
  /** What it is, by where it is. */
  kind: Kind
  /** The part of the path that names it: the slug of a post, the id of a series. */
  name: string
}

export type Kind = "post" | "page" | "series" | "course" | "site" | "bibliography" | "image"

/** A post longer than this is a book: its text alone would take a reader's phone seconds to show. */
const greatestSize = 1_000_000

const places: readonly [Kind, RegExp][] = [
  ["post", /^content\/posts\/([^/]+)\/index\.mdx$/],
  ["image", /^content\/posts\/([^/]+)\/[^/]+\.(?:avif|gif|jpe?g|png|svg|webp)$/i],
  ["page", /^content\/pages\/([^/]+)\.mdx$/],
  ["series", /^content\/series\/([^/]+)\.yaml$/],
  ["course", /^content\/courses\/([^/]+)\.yaml$/],
  ["site", /^content\/(site)\.yaml$/],
  ["bibliography", /^content\/(references)\.bib$/],
]

const expected =
  "posts/<slug>/index.mdx with its images, pages/<slug>.mdx, series/<id>.yaml, courses/<id>.yaml, site.yaml or references.bib"

/** Every file below `content`, sorted. One that has no business there is a problem. */
export async function contentFiles(
  root: string,
  report: (problem: ContentProblem) => void,
): Promise<readonly ContentFile[]> {
  const entries = await readdir(join(root, "content"), { recursive: true, withFileTypes: true })
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(root.length + 1)
        .replaceAll("\\", "/"),
    )
    .filter((path) => !/(?:^|\/)\.|~$/.test(path)) // .DS_Store, editors' swap and backup files
    .sort()

  return paths.flatMap((path) => {
    const file = findFile(path)
    if (file) return file
    const reason = `Unexpected file, expected ${expected} in content`
    report(new ContentProblem(path, { line: 1, column: 1 }, reason, "file-place"))
    return []
  })
}

function findFile(path: string): ContentFile | undefined {
  for (const [kind, pattern] of places) {
    const name = pattern.exec(path)?.[1]
    if (name !== undefined) return { path, kind, name: name.normalize("NFC") }
  }
  return undefined
}

/**
 * The text of a file, without a byte-order mark and with Unix line ends, neither of which moves a
 * line or a column.
 *
 * @throws ContentProblem if it is no UTF-8 text, or longer than a post can be
 */
export async function readText(root: string, path: string): Promise<string> {
  const start = { line: 1, column: 1 }
  const { size } = await stat(join(root, path))
  if (size > greatestSize) {
    const reason = `Unexpected ${(size / 1e6).toFixed(1)} MB of text, expected at most 1 MB`
    throw new ContentProblem(path, start, reason, "file-size")
  }
  const bytes = await readFile(join(root, path))
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes).replaceAll("\r\n", "\n")
  } catch {
    throw new ContentProblem(path, start, "Unexpected bytes, expected UTF-8 text", "file-encoding")
  }
}
