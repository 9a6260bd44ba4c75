import { posix } from "node:path"
import { readForeignFields } from "../fields"
import { splitFields } from "../front-matter"
import type { Fields, Folder, FoundPost, FoundSite } from "../found"
import { withAdmonitions, withQuotedCallouts } from "../templates"

const markdownFile = /\.(?:md|mdx|markdown|mdown|qmd|rmd|html)$/i
const noPost =
  /(?:^|\/)(?:readme|changelog|contributing|license|code_of_conduct|_index|404|search|tags|archives?)\.[^/]+$/i

export type Options = {
  /** Whether a file may be a post, by its path. */
  isPost: (file: string) => boolean
  /** Where the former site shows it. */
  addressesOf: (file: string, fields: Fields) => readonly string[]
  /** What its slug is made of; its file's name otherwise, or its folder's if that is `index`. */
  nameOf?: (file: string, fields: Fields) => string
  /** What its system fills in, filled in: shortcodes, templates, marks that only it knows. */
  prepare?: (
    body: string,
    post: { file: string; fields: Fields; lose: (what: string) => void },
  ) => string
  /** Whether posts without front matter are posts: notes are. */
  bare?: boolean
}

/** The posts among the Markdown files of a folder. */
export function readMarkdownPosts(
  folder: Folder,
  { isPost, addressesOf, nameOf = nameFrom, prepare = (body) => body, bare = false }: Options,
): Pick<FoundSite, "posts" | "skipped"> {
  const posts: FoundPost[] = []
  const skipped: { file: string; why: string }[] = []
  for (const file of folder.files) {
    if (!markdownFile.test(file) || noPost.test(file) || !isPost(file)) continue
    try {
      const { fields: said, body } = splitFields(folder.text(file))
      const fields = withDay(said, file)
      if (!bare && Object.keys(said).length === 0) {
        if (folder.isWanted(file))
          skipped.push({ file, why: "no front matter, so it may be no post" })
        continue
      }
      const losses: string[] = []
      const syntax = /\.mdx$/i.test(file) ? "mdx" : /\.html$/i.test(file) ? "html" : "markdown"
      const filled = prepare(withQuotedCallouts(withAdmonitions(body)), {
        file,
        fields,
        lose: (what) => losses.push(what),
      })
      posts.push({
        file,
        name: nameOf(file, fields),
        fields,
        body: withoutPlaceholders(filled),
        syntax,
        addresses: addressesOf(file, fields),
        losses,
      })
    } catch (error) {
      const why = error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error)
      skipped.push({ file, why: `front matter that cannot be read: ${why}` })
    }
  }
  return { posts, skipped }
}

/** Fields with the day in the name of their file, if they say none: `2020-05-04-pools.md`. */
function withDay(fields: Fields, file: string): Fields {
  const day = /(?:^|\/)(\d{4}-\d{2}-\d{2})[-_][^/]*(?:\/index\.\w+)?$/.exec(file)?.[1]
  const { date } = readForeignFields(fields)
  return date === undefined && day !== undefined ? { ...fields, date: day } : fields
}

/** `posts/pools/index.md` and `posts/pools.md` are both pools. */
export function nameFrom(file: string): string {
  const stem = posix.basename(file).replace(markdownFile, "")
  const name = /^(?:index|page)$/i.test(stem) ? posix.basename(posix.dirname(file)) : stem
  return name.replace(/^\d{4}-\d{2}-\d{2}[-_]/, "")
}

/** A mark where other systems put a table of contents; the end of an excerpt. */
const withoutPlaceholders = (text: string) =>
  text.replaceAll(
    /^[ \t]*(?:\[\[?_?toc_?\]?\]|\{:toc\}|\$\{toc\}|<!--\s*(?:more|truncate|excerpt|end_?excerpt|toc)\s*-->|[*-][ \t]+toc[ \t]*\n\{:toc\})[ \t]*$/gim,
    "",
  )

/** The value of a field of a site's settings in YAML or TOML, as far as one line says it. */
export function settingOf(
  folder: Folder,
  files: readonly string[],
  name: string,
): string | undefined {
  for (const file of files) {
    if (!folder.has(file)) continue
    const line = new RegExp(`(?:^|[{,])\\s*["']?${name}["']?\\s*[:=]\\s*["']?([^"'#\\n]*)`, "im")
    const value = line.exec(folder.text(file))?.[1]?.trim()
    if (value) return value
  }
  return undefined
}
