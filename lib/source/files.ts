import { isUtf8 } from "node:buffer"
import { existsSync, type Dirent } from "node:fs"
import { readdir, readFile } from "node:fs/promises"
import { join, relative, sep } from "node:path"
import { activeFile } from "../model/media-type"
import { controlCharacter } from "../model/control-character"
import { problemAt, contentError, fileStart, placeAt, type Problem } from "../model/problem"

/** A file below `content`, as it stands on the disk. */
export type ContentFile = {
  /** From the root of the project, with forward slashes: what problems are printed with. */
  path: string
  /** What it is, by where it is. */
  kind: Kind
  /** The part of the path that names it: the slug of a post, the id of a series. */
  name: string
}

export type Listing = {
  files: readonly ContentFile[]
  /** Addresses of the files in the folder `public`, which are served as they are. */
  publicFiles: ReadonlySet<string>
  problems: readonly Problem[]
}

export type Kind =
  | "post"
  | "page"
  | "series"
  | "course"
  | "site"
  | "bibliography"
  | "glossary"
  | "words"
  | "image"
  | "component"
  | "file"

/** A post longer than this is a book: its text alone would take a reader's phone seconds to show. */
const greatestSize = 1_000_000

const places: readonly [Kind, RegExp][] = [
  ["post", /^content\/posts\/([^/]+)\/index\.mdx$/],
  ["page", /^content\/pages\/([^/]+)(?:\/index)?\.mdx$/],
  ["page", /^content\/(figures\/[^/]+)\/index\.mdx$/],
  ["image", /^content\/(?:posts|pages|figures)\/([^/]+)\/[^/]+\.(?:avif|gif|jpe?g|png|svg|webp)$/i],
  ["component", /^content\/(?:posts|pages|figures)\/([^/]+)\/[^/]+\.tsx?$/],
  ["component", /^content\/components\/(.+)\.tsx?$/],
  ["series", /^content\/series\/([^/]+)\.yaml$/],
  ["course", /^content\/courses\/([^/]+)\.yaml$/],
  ["site", /^content\/(site)\.yaml$/],
  ["bibliography", /^content\/(references)\.bib$/],
  ["glossary", /^content\/(glossary)\.yaml$/],
  ["words", /^content\/(words)\.txt$/],
  [
    "file",
    /^content\/(?:posts|pages|figures)\/([^/]+)\/(?!index\.)[^/]+\.(?!(?:mdx?|markdown|qmd|rmd|yml)$)\w+$/i,
  ],
]

const expected =
  "posts/<slug>/index.mdx with images, components and other files beside it, components/<name>.tsx, figures/<slug>/index.mdx and pages/<slug>/index.mdx likewise, pages/<slug>.mdx, series/<id>.yaml, courses/<id>.yaml, site.yaml, glossary.yaml, references.bib or words.txt"

/**
 * What systems and editors leave in folders: `.DS_Store`, `Thumbs.db`, swap and backup files. And what
 * tells editors the types of components, what the values of models
 * were, and what tests them.
 */
const litter =
  /^content\/(?:tsconfig|values)\.json$|(?:^|\/)(?:Thumbs\.db|ehthumbs\.db|desktop\.ini|Icon\r|#[^/]*#)$|(?:^|\/)\.|(?:~|\.(?:bak|orig|rej|tmp|test\.tsx?))$/i

/** Where a file belongs that stands where other blogs have it. */
const properPlaces: readonly [RegExp, string][] = [
  [/^(content\/posts\/[^/]+?)(?:\/[^/]+)?\.mdx?$/, "$1/index.mdx"],
  [/^(content\/pages\/[^/]+)\.md$/, "$1.mdx"],
  [/^(content\/figures\/[^/]+?)(?:\/[^/]+)?\.mdx?$/, "$1/index.mdx"],
  [/^(content\/.+)\.yml$/, "$1.yaml"],
  [
    /^(content\/(?:posts|pages|figures)\/[^/]+\/).+\/([^/]+\.(?:avif|gif|jpe?g|png|svg|webp))$/i,
    "$1$2",
  ],
  [/^content\/(?:.+\/)?([^/]+\.(?:avif|gif|jpe?g|png|svg|webp))$/i, "content/posts/<slug>/$1"],
]

/** What is written in other systems, and can be taken from there. */
const importable = /\.(?:ipynb|qmd|rmd|md|mdown|markdown|html?)$/i

/** "U+202E": many a control character has no look, or changes that of what follows. */
const nameOf = (sign: string) =>
  `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`

/** The files of the content, and what is wrong with where they are. */
export async function listFiles(root: string): Promise<Listing> {
  const problems: Problem[] = []
  const files = await contentFiles(root, (problem) => problems.push(problem))
  return { files, publicFiles: await publicFilesIn(root), problems }
}

async function publicFilesIn(root: string): Promise<ReadonlySet<string>> {
  const folder = join(root, "public")
  const entries = (await entriesIn(folder)).filter((entry) => entry.isFile())
  return new Set(
    entries.map(
      ({ parentPath, name }) => `/${relative(folder, join(parentPath, name)).replaceAll(sep, "/")}`,
    ),
  )
}

/**
 * Every file below `content`, sorted. One that has no business there is a problem, and so is a link: it
 * may lead out of the project, or to itself, and what it leads to is in no commit.
 */
export async function contentFiles(
  root: string,
  report: (problem: Problem) => void,
): Promise<readonly ContentFile[]> {
  const entries = await entriesIn(join(root, "content"))
  const found = entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => ({ entry, path: relative(root, join(entry.parentPath, entry.name)) }))
    .map(({ entry, path }) => ({ entry, path: path.replaceAll(sep, "/") }))
    .filter(({ path }) => !litter.test(path))
  for (const { entry, path } of found) {
    if (entry.isFile()) continue
    const what = entry.isSymbolicLink() ? "symbolic link" : "pipe, socket or device"
    const reason = `Unexpected ${what}, expected the file or folder itself`
    report(problemAt(path, fileStart, reason, "file-kind"))
  }
  const paths = found
    .filter(({ entry }) => entry.isFile())
    .map(({ path }) => path)
    .sort()

  return paths.flatMap((path) => {
    const file = findFile(path)
    const other = path.replace(/\/index\.mdx$/, ".mdx")
    if (file?.kind === "page" && other !== path && paths.includes(other)) {
      const reason = `Unexpected second page of this name, expected this or ${other}`
      report(problemAt(path, fileStart, reason, "file-place"))
      return []
    }
    if (file?.kind === "file" && activeFile.test(path)) {
      const reason = `Unexpected file that runs where it is opened, expected it in a .zip, or as text in a .txt`
      report(problemAt(path, fileStart, reason, "file-active"))
      return []
    }
    if (file) return file
    const near = properPlaceOf(path, paths)
    const way =
      near === undefined && importable.test(path)
        ? "; npm run post -- import takes posts of other systems, from anywhere"
        : ""
    const reason = `Unexpected file, expected ${near ?? `${expected} in content`}${way}`
    report(problemAt(path, { line: 1, column: 1 }, reason, "file-place"))
    return []
  })
}

/** All that is below a folder, listed anew where one of its folders goes away meanwhile. */
async function entriesIn(folder: string): Promise<Dirent[]> {
  if (!existsSync(folder)) return []
  try {
    return await readdir(folder, { recursive: true, withFileTypes: true })
  } catch (error) {
    if (isGone(error)) return entriesIn(folder)
    throw error
  }
}

/** Whether something is not, or no longer, where it was looked for. */
export const isGone = (error: unknown): boolean =>
  error instanceof Error && "code" in error && error.code === "ENOENT"

function properPlaceOf(path: string, taken: readonly string[]): string | undefined {
  const [pattern, place = ""] = properPlaces.find(([pattern]) => pattern.test(path)) ?? []
  const found = pattern && path.replace(pattern, place)
  return found === undefined || taken.includes(found) ? undefined : found
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
 * line or a column. Nothing else of this project reads content: what is built is what was checked.
 *
 * @throws ContentError if it is no text in UTF-8, or longer than a post can be
 */
export async function readText(root: string, path: string): Promise<string> {
  const bytes = await readFile(join(root, path))
  if (bytes.length > greatestSize) {
    const reason = `Unexpected ${(bytes.length / 1e6).toFixed(1)} MB of text, expected at most 1 MB`
    throw contentError(path, fileStart, reason, "file-size")
  }
  const text = new TextDecoder().decode(bytes)
  if (!isUtf8(bytes)) {
    const place = placeAt(text, text.indexOf("\uFFFD")) // which stands for the first bad byte
    throw contentError(path, place, "Unexpected bytes, expected UTF-8 text", "file-encoding")
  }
  const control = controlCharacter.exec(text)
  if (control) {
    const reason = `Unexpected control character ${nameOf(control[0])}, expected text`
    throw contentError(path, placeAt(text, control.index), reason, "file-encoding")
  }
  return text.replaceAll("\r\n", "\n")
}
