import { createHash } from "node:crypto"
import { readFile } from "node:fs/promises"
import { join } from "node:path"
import pLimit from "p-limit"
import { cacheKey, openCache, type Cache } from "../cache/cache"
import { glossaryAddress, isFigurePage, pageAddress, postAddress } from "../model/addresses"
import { authorsOf } from "../model/author"
import type { Run } from "../mdx/run"
import {
  distances,
  mostSections,
  pagesAFile,
  plainWord,
  sectionNumber,
  wordsIn,
  type Filters,
  type SearchMap,
  type SearchPage,
  type SearchWords,
} from "../model/search"
import type { Post } from "../model/post"
import { tagsOf } from "../model/tags"
import { wordsOf } from "../model/words/words"
import type { Index } from "../site/site-index"
import { sectionsOf, type Section } from "./sections"

/** Of a file of words, in signs: a search loads one or two for each word that is looked for. */
const fileSize = 30_000
/** Words in more of the sections than this tell none from others, on a site of some size. */
const commonShare = 0.3
const largeSite = 500
/** Of such a word, how many titles, headings and texts are found, the newest: a query may have no other. */
const mostOfCommon = 100

/**
 * All files that a search may load, by their names: a map, words, and pages. Numbers of posts go up with
 * their dates, so that a new one leaves most files as they were.
 *
 * @param root of the project, where the content has been written
 */
export async function searchFilesOf(root: string): Promise<ReadonlyMap<string, string>> {
  const index = JSON.parse(await readFile(join(root, ".partwise/index.json"), "utf8")) as Index
  const pages = await pagesOf(root, index)
  const files = new Map<string, string>()
  const words = new Map<string, number[][]>()
  let sections = 0
  for (const [number, { page, found }] of pages.entries()) {
    sections += page.sections.length
    for (const [field, places] of found.entries()) {
      for (const [word, own] of Object.entries(places)) {
        const fields = words.get(word) ?? [[], [], []]
        words.set(word, fields)
        for (const place of own) fields[field]?.push(sectionNumber(number, place))
      }
    }
  }
  for (let first = 0; first < pages.length; first += pagesAFile) {
    const some = pages.slice(first, first + pagesAFile).map(({ page }) => page)
    files.set(`pages-${first / pagesAFile}.json`, JSON.stringify(some))
  }
  const isCommon = (fields: readonly (readonly number[])[]) =>
    sections > largeSite && (fields[2]?.length ?? 0) > sections * commonShare
  const known = [...words].sort(([a], [b]) => (a < b ? -1 : 1))
  const kept = known.map(([word, fields]) => {
    const some = isCommon(fields) ? fields.map((places) => places.slice(-mostOfCommon)) : fields
    return [word, some] as const
  })
  const common = known.filter(([, fields]) => isCommon(fields)).map(([word]) => word)
  const map: SearchMap = { sections, files: [], common, ...filtersOf(index, pages) }
  const named: (readonly [string, string])[] = []
  for (const part of partsOf(kept)) {
    const text = JSON.stringify(Object.fromEntries(part) satisfies SearchWords)
    const name = `words-${createHash("sha256").update(text).digest("hex").slice(0, 10)}.json`
    files.set(name, text)
    named.push([part[0]?.[0] ?? "", name])
  }
  return files.set("map.json", JSON.stringify({ ...map, files: named }))
}

type Words = readonly (readonly [string, readonly (readonly number[])[]])[]

/** Words in files of a size: of numbers, only how far each is from the one before. */
function partsOf(words: Words): readonly Words[] {
  const parts: [string, readonly (readonly number[])[]][][] = []
  let size = Number.POSITIVE_INFINITY
  for (const [word, fields] of words) {
    const near = fields.map(distances)
    const length = word.length + 12 + near.reduce((sum, { length }) => sum + 2 * length, 0)
    if (size + length > fileSize) {
      parts.push([])
      size = 0
    }
    parts.at(-1)?.push([word, near])
    size += length
  }
  return parts
}

/** A page, and for each field its words with the sections that have them. */
type Indexed = { page: SearchPage; found: readonly Readonly<Record<string, readonly number[]>>[] }

/** The pages of each series and tag. */
function filtersOf({ series, posts }: Index, pages: readonly Indexed[]): Filters {
  const numbers = new Map(pages.map(({ page }, number) => [page.address, number]))
  const named = (name: string, own: readonly Post[]) => {
    const found = own.flatMap(({ slug }) => numbers.get(postAddress(slug)) ?? [])
    return [name, distances(found.sort((a, b) => a - b))] as const
  }
  return {
    series: series
      .map(({ id, title }) =>
        named(
          title,
          posts.filter((post) => post.series === id),
        ),
      )
      .filter(([, near]) => near.length > 0),
    tags: tagsOf(posts).map((tag) => named(tag.name, tag.posts)),
  }
}

async function pagesOf(root: string, index: Index): Promise<readonly Indexed[]> {
  const { glossary, pages, posts, series, site } = index
  const words = wordsOf(site.language)
  const cache = openCache(root, "search", 300_000_000)
  const atOnce = pLimit(8)
  const textOf = (kind: string, slug: string) =>
    readFile(join(root, ".partwise/bodies", kind, `${slug}.json`), "utf8")
  const terms = glossary.map(({ id, term, definition, also }) =>
    indexed({ address: `${glossaryAddress}#${id}`, title: term, where: words.glossary }, [
      { heading: "", text: [definition, ...also].join(" "), excerpt: definition },
    ]),
  )
  const ofPages = pages.map((page) =>
    atOnce(async () => {
      const where = isFigurePage(page) ? words.oneFigure : ""
      const shown = { address: pageAddress(page.slug), title: page.title, where }
      return keptPage(cache, shown, page.description, await textOf("pages", page.slug))
    }),
  )
  const ofPosts = posts.toReversed().map((post) =>
    atOnce(async () => {
      const own = series.find(({ id }) => id === post.series)
      const authors = authorsOf(post, site).map(({ name }) => name)
      const where =
        own && post.part !== undefined
          ? `${words.part(post.part)}, ${own.title}`
          : authors.length > 1
            ? authors.join(", ")
            : ""
      const shown = { address: postAddress(post.slug), title: post.title, where }
      return keptPage(cache, shown, post.description, await textOf("posts", post.slug))
    }),
  )
  const all = [...terms, ...(await Promise.all([...ofPages, ...ofPosts]))]
  await cache.trim()
  return all
}

/** Changes with what a page is cut into. */
const version = "2"

type Shown = Omit<SearchPage, "sections">

async function keptPage(cache: Cache, shown: Shown, lead: string, body: string): Promise<Indexed> {
  const key = cacheKey(version, JSON.stringify(shown), lead, body)
  const kept = await cache.load<string>(key)
  if (kept) return JSON.parse(kept) as Indexed
  const { runs } = JSON.parse(body) as { runs: readonly Run[] }
  const made = indexed(shown, sectionsOf(runs, lead))
  await cache.save(key, JSON.stringify(made)) // a third of the time that it takes as it is
  return made
}

function indexed(shown: Shown, all: readonly Section[]): Indexed {
  const sections = all.slice(0, mostSections)
  const rest = all.slice(mostSections).map(({ heading, text }) => `${heading} ${text}`)
  const found = [
    new Map<string, number[]>(),
    new Map<string, number[]>(),
    new Map<string, number[]>(),
  ]
  for (const [place, { heading, text }] of sections.entries()) {
    const whole = place === mostSections - 1 ? [text, ...rest].join(" ") : text
    for (const [field, written] of [shown.title, heading, whole].entries()) {
      for (const word of new Set(wordsIn(written).map(plainWord))) {
        const places = found[field]?.get(word) ?? []
        found[field]?.set(word, places)
        places.push(place)
      }
    }
  }
  return {
    page: {
      ...shown,
      sections: sections.map(({ id = "", heading, excerpt }) => [id, heading, excerpt]),
    },
    found: found.map((words) => Object.fromEntries(words)),
  }
}
