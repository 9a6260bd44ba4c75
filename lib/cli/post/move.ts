import { existsSync } from "node:fs"
import { readFile, rename, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { canonicalAddress, isWellEncoded, postAddress } from "../../model/addresses"
import { documentsOf } from "../../source/documents"
import { readAllFields } from "../../source/all-fields"
import { placeOf, type Documents, type PostSource } from "../../model/documents"
import { suggestionOf } from "../../model/nearest"
import type { Place } from "../../model/problem"
import { slugPattern } from "../../model/schema"
import { slugOf } from "../../model/slug"
import { fail, WrongUsage, type ExitCode, type Io, type Line } from "../terminal"
import { withField } from "./front-matter"

/**
 * Gives a post another address. The old one becomes an alias, and links to it, topics and all, are
 * written anew. Everything is worked out before the first file changes.
 */
export async function movePost({ words }: Line, io: Io): Promise<ExitCode> {
  const [from, to, ...others] = words
  if (from === undefined || to === undefined || others.length > 0) {
    throw new WrongUsage("Expected two slugs: the post's, and its new one")
  }
  if (!slugPattern.form.test(to)) {
    throw new WrongUsage(
      `Unexpected slug ${to}, expected ${slugPattern.name}, such as ${slugOf(to) || "my-post"}`,
    )
  }
  const documents = documentsOf(await readAllFields(io.root, (text) => mayLinkTo(text, from)))
  const post = documents.posts.get(from)
  if (!post) {
    const near = suggestionOf(from, documents.posts.keys())
    return fail(io, `Unexpected post ${from}, expected one of content/posts${near}`)
  }
  const folder = (slug: string) => join(io.root, "content/posts", slug)
  if (existsSync(folder(to))) {
    return fail(io, `Unexpected folder content/posts/${to}, expected a slug that no post has`)
  }
  const owner = ownerOf(documents, to, post)
  if (owner !== undefined) {
    return fail(
      io,
      `Unexpected slug ${to}, expected an address that is free: ${postAddress(to)} leads to ${owner}`,
    )
  }

  const texts = new Map<string, string>()
  for (const file of filesOf(documents)) {
    const before = await readFile(join(io.root, file), "utf8")
    const mended = withMended(before, placesOf(documents, file, from, to))
    const after =
      file === post.file ? withField(mended, file, "aliases", aliasesAfter(post, from, to)) : mended
    if (after !== before) texts.set(file, after)
  }
  for (const [file, text] of texts) await writeFile(join(io.root, file), text)
  await rename(folder(from), folder(to))
  io.print(`content/posts/${from} → content/posts/${to}`)
  for (const file of texts.keys()) {
    if (file !== post.file) io.print(`${file}: its links lead to ${postAddress(to)}`)
  }
  return 0
}

/** Whether a text may hold a link to a post: its slug, percent-encoded or not. */
const mayLinkTo = (text: string, slug: string) =>
  text.includes(slug) || text.toLowerCase().includes(encodeURI(slug).toLowerCase())

/** The file of another post that was once at an address. */
function ownerOf({ posts }: Documents, slug: string, post: PostSource): string | undefined {
  for (const other of posts.values()) {
    if (other !== post && aliasesOf(other).includes(postAddress(slug))) return other.file
  }
  return undefined
}

const aliasesOf = ({ data }: PostSource) =>
  (data.aliases ?? []).flatMap((alias) => (alias === null ? [] : canonicalAddress(alias)))

const filesOf = ({ posts, pages, courses, glossary }: Documents) => [
  ...[...posts.values(), ...pages.values(), ...courses.values()].map(({ file }) => file),
  ...(glossary ? [glossary.file] : []),
]

/** A word of a file, the first from a place on, and what is to stand there. */
type Change = { place: Place; word: string; replacement: string }

function placesOf(documents: Documents, file: string, from: string, to: string): readonly Change[] {
  const { posts, pages, courses } = documents
  const address = postAddress(from)
  const links = [...posts.values(), ...pages.values()]
    .filter((source) => source.file === file)
    .flatMap((source) => source.links)
    .flatMap(({ url, place }): readonly Change[] => {
      const [path = "", ending = ""] = url.split(/(?=[?#])(.*)/s)
      if (!path.startsWith("/") || !isWellEncoded(path)) return []
      if (canonicalAddress(path) !== address) return []
      return [{ place, word: url, replacement: postAddress(to) + ending }]
    })
  const topics = [...courses.values()]
    .filter((course) => course.file === file)
    .flatMap((course) =>
      (course.data.modules ?? []).flatMap(({ topics = [] }, module) =>
        topics.flatMap(({ post }, topic): readonly Change[] => {
          if (post !== from) return []
          const place = placeOf(course, ["modules", module, "topics", topic, "post"])
          return [{ place, word: from, replacement: to }]
        }),
      ),
    )
  return [...links, ...topics, ...termPlaces(documents, file, from, to)]
}

/** Where terms of the glossary refer to the post. */
function termPlaces({ glossary }: Documents, file: string, from: string, to: string): Change[] {
  if (glossary?.file !== file) return []
  return (glossary.data ?? []).flatMap(({ see = [] }, term) =>
    see.flatMap((slug, index): readonly Change[] =>
      slug === from
        ? [{ place: placeOf(glossary, [term, "see", index]), word: from, replacement: to }]
        : [],
    ),
  )
}

function withMended(text: string, changes: readonly Change[]): string {
  const lines = text.split("\n")
  const offsetOf = ({ line, column }: Place) =>
    lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0) + column - 1
  return changes
    .map((change) => ({ ...change, at: text.indexOf(change.word, offsetOf(change.place)) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => b.at - a.at) // from the end, so that the places before stay where they are
    .reduce(
      (now, { at, word, replacement }) =>
        now.slice(0, at) + replacement + now.slice(at + word.length),
      text,
    )
}

/** Earlier addresses of the post, as it writes them, and the one that it has now; not its new one. */
const aliasesAfter = ({ data }: PostSource, from: string, to: string) => [
  ...(data.aliases ?? []).filter(
    (alias) => alias !== null && canonicalAddress(alias) !== postAddress(to),
  ),
  decodeURI(postAddress(from)),
]
