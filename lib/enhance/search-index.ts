import MiniSearch, { type AsPlainObject } from "minisearch"
import {
  mostSections,
  numbersOf,
  pagesAFile,
  plainWord,
  searchFields,
  searchOptions,
  wordsIn,
  type Chosen,
  type SearchMap,
  type SearchPage,
  type SearchWords,
} from "@/lib/model/search"

/** A section that was found, and the words of it that were. */
export type Found = {
  address: string
  heading: string
  excerpt: string
  words: readonly string[]
}

/** A page with what was found on it, the best first. */
export type FoundPage = { page: SearchPage; sections: readonly Found[] }

/** How many pages are shown, and how many sections of each. */
const mostPages = 12
const mostOfPage = 4
/** Files of words that are loaded for one word: it may be misspelt, or have other forms. */
const filesAWord = 4

/** A search in the files that `lib/search/files.ts` makes: only what a query asks for is loaded. */
export class SearchIndex {
  readonly #folder: string
  readonly #loaded = new Map<string, Promise<unknown>>()
  #engine: { of: string; index: MiniSearch } | undefined

  /** @param folder address of the files, with a slash at its end */
  constructor(folder: string) {
    this.#folder = folder
  }

  /** Loads what every search needs. */
  prepare = (): Promise<SearchMap> => this.#load<SearchMap>("map.json")

  /**
   * The pages that have a query's words, and how many sections do.
   *
   * @param chosen names of a series and of a tag that all of them have
   */
  async find(
    query: string,
    chosen: Chosen = {},
  ): Promise<{ pages: readonly FoundPage[]; count: number }> {
    const map = await this.prepare()
    const common = new Set(map.common)
    const all = wordsIn(query).map(plainWord)
    const rare = all.filter((word) => !common.has(word))
    const telling = rare.length > 0 ? rare : all
    const names = [...new Set(telling.flatMap((word) => filesFor(word, map)))].sort()
    const parts = await Promise.all(names.map((name) => this.#load<SearchWords>(name)))
    const index = this.#engineOf(names.join(), parts, map)
    const text = telling.join(" ")
    const filter = filterFor(map, chosen)
    const every = index.search(text, { filter })
    // If no section has all the words: those that have as many as may be.
    const found = every.length > 0 ? every : index.search(text, { filter, combineWith: "OR" })
    const pages = new Map<number, { place: number; words: readonly string[] }[]>()
    for (const { id, terms } of found) {
      const [number, place] = [Math.floor(Number(id) / mostSections), Number(id) % mostSections]
      if (!pages.has(number) && pages.size === mostPages) continue
      pages.set(number, [...(pages.get(number) ?? []), { place, words: terms }])
    }
    const shown = [...pages].map(async ([number, places]): Promise<FoundPage> => {
      const file = `pages-${Math.floor(number / pagesAFile)}.json`
      const page = (await this.#load<readonly SearchPage[]>(file))[number % pagesAFile]
      if (!page) throw new Error(`${file}: no page ${number}`)
      const sections = places.slice(0, mostOfPage).flatMap(({ place, words }) => {
        const [id, heading, excerpt] = page.sections[place] ?? []
        if (id === undefined || heading === undefined || excerpt === undefined) return []
        return [{ address: page.address + (id && `#${id}`), heading, excerpt, words }]
      })
      return { page, sections }
    })
    return { pages: await Promise.all(shown), count: found.length }
  }

  #load<Value>(name: string): Promise<Value> {
    const known = this.#loaded.get(name)
    if (known) return known as Promise<Value>
    const loading = fetch(this.#folder + name).then((response) => {
      if (!response.ok) throw new Error(`${name}: ${response.status}`)
      return response.json() as Promise<Value>
    })
    this.#loaded.set(name, loading)
    loading.catch(() => this.#loaded.delete(name)) // the next letter tries again
    return loading
  }

  #engineOf(of: string, parts: readonly SearchWords[], { sections }: SearchMap): MiniSearch {
    if (this.#engine?.of !== of) this.#engine = { of, index: engineFrom(parts, sections) }
    return this.#engine.index
  }
}

/** Whether a section is on a page of what is chosen. */
function filterFor(map: SearchMap, chosen: Chosen): (section: { id: unknown }) => boolean {
  const wanted = (["series", "tags"] as const).flatMap((kind) => {
    const named = map[kind].find(([name]) => name === chosen[kind])
    return named ? [new Set(numbersOf(named[1]))] : []
  })
  return ({ id }) => wanted.every((pages) => pages.has(Math.floor(Number(id) / mostSections)))
}

/** The files that have a word, what begins as it does, and what it may be a slip of. */
function filesFor(word: string, { files }: SearchMap): readonly string[] {
  const start = word.slice(0, 3)
  const lastBefore = (text: string) =>
    Math.max(
      0,
      files.findLastIndex(([first]) => first <= text),
    )
  const own = lastBefore(word)
  const [from, to] = [lastBefore(start), lastBefore(`${start}\uFFFF`)]
  return [own, own + 1, own - 1, own + 2, own - 2]
    .filter((at) => at === own || (at >= from && at <= to))
    .slice(0, filesAWord)
    .flatMap((at) => files[at]?.[1] ?? [])
}

/** An engine that knows these words and no others. */
function engineFrom(parts: readonly SearchWords[], sections: number): MiniSearch {
  const ids: Record<string, number> = {}
  const index = parts
    .flatMap((part) => Object.entries(part))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([word, fields]) => {
      const places = fields.map((near) => {
        return Object.fromEntries(
          numbersOf(near).map((number) => {
            ids[number] = number
            return [number, 1]
          }),
        )
      })
      const held = places.map((numbers, field) => [field, numbers] as const)
      return [word, Object.fromEntries(held.filter(([field]) => fields[field]?.length))] as const
    })
  const even = searchFields.map(() => 1)
  const plain = {
    index,
    documentCount: sections,
    nextId: Number.MAX_SAFE_INTEGER,
    documentIds: ids,
    fieldIds: Object.fromEntries(searchFields.map((name, field) => [name, field])),
    // Sections are of like lengths: none counts for more because it is short.
    fieldLength: Object.fromEntries(Object.keys(ids).map((id) => [id, even])),
    averageFieldLength: even,
    storedFields: {},
    dirtCount: 0,
    serializationVersion: 2,
  }
  return MiniSearch.loadJS(plain as unknown as AsPlainObject, searchOptions)
}
