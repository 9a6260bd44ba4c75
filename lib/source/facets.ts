import type { Tinypool } from "tinypool"
import type { Mentioned } from "../model/body"
import { cacheKey, openCache } from "../cache/cache"
import { openThreads } from "../cache/threads"
import type { Run } from "../mdx/run"
import { openDictionary, type Dictionary } from "./dictionary"
import { facetName, languageOf, makeFacets, type Facet, type Facets, type Reading } from "./reading"
import type { Source } from "./field-reading"
import type { Task } from "./worker"

/** What was made of a file: complete once it is no longer among those that lack something. */
export type Made = { key: string; reading: Reading; unknownWords?: readonly Mentioned[] }

/** A file of which the cache has not everything. */
export type Lacking = { made: Made; source: Source; facets: readonly Facet[] }

/**
 * Makes facets of files, in threads where there are many, and keeps them in the cache by the hash of
 * all that they are made from.
 */
export class FacetMaker {
  readonly #root: string
  readonly #facets: readonly Facet[]
  /** Of the code that makes facets, which a bundle has; without it, nothing is kept. */
  readonly #code = process.env["PARTWISE_CODE"]
  readonly #cache
  readonly #dictionaries = new Map<string, Promise<Dictionary | undefined>>()
  /** Made in this thread, and not yet asked for. */
  readonly #compiled = new Map<string, readonly Run[] | null>()
  #pool: Tinypool | undefined

  constructor(root: string, facets: readonly Facet[]) {
    this.#root = root
    this.#facets = facets
    this.#cache = this.#code === undefined ? undefined : openCache(root, "readings")
  }

  /** What is there of a file, and what is not. */
  async find(source: Source, language: string): Promise<Lacking> {
    const key = cacheKey(this.#code ?? "", language, source.kind, source.path, source.text)
    const made: Made = { key, reading: { problems: [] } }
    const facets: Facet[] = []
    for (const facet of this.#facets) {
      const name = facetName(key, facet)
      // A body is read when its page is written.
      const value = facet === "compiled" ? this.#cache?.has(name) : this.#cache?.load(name)
      const found = await value
      if (found === undefined || found === false) facets.push(facet)
      else if (facet !== "compiled") Object.assign(made, { [facet]: found })
    }
    return { made, source, facets }
  }

  /** Makes what files lack. @param onDone called for each */
  async make(all: readonly Lacking[], language: string, onDone?: () => void): Promise<void> {
    if (this.#cache) this.#pool ??= openThreads("worker", all.length)
    const pool = this.#pool
    if (pool) {
      await Promise.all(all.map((one) => this.#makeInThread(pool, one, language).then(onDone)))
      return
    }
    for (const one of all) {
      await this.#makeHere(one, language)
      onDone?.()
    }
  }

  async #makeInThread(
    pool: Tinypool,
    { made, source, facets }: Lacking,
    language: string,
  ): Promise<void> {
    const task: Task = { root: this.#root, source, facets, key: made.key, language }
    assignMade(made, (await pool.run(task)) as Partial<Facets>)
  }

  async #makeHere({ made, source, facets }: Lacking, language: string): Promise<void> {
    const cache = this.#cache
    const wanted = new Set(facets)
    const own = languageOf(source, language)
    const dictionary = wanted.has("unknownWords") ? await this.#dictionaryOf(own) : undefined
    const fresh = makeFacets(source, { facets: wanted, language: own, dictionary })
    assignMade(made, fresh)
    if (!cache) this.#compiled.set(made.key, fresh.compiled ?? null)
    for (const facet of facets) {
      await cache?.save(facetName(made.key, facet), fresh[facet] ?? null)
    }
  }

  #dictionaryOf(language: string) {
    const opened = this.#dictionaries.get(language) ?? openDictionary(language)
    this.#dictionaries.set(language, opened)
    return opened
  }

  /** The body of a sound file, ready for its page. */
  async compiledOf({ key }: Made): Promise<readonly Run[] | null> {
    const name = facetName(key, "compiled")
    return this.#compiled.get(key) ?? (await this.#cache?.load<Facets["compiled"]>(name)) ?? null
  }

  /** Ends the threads, and bounds the cache. */
  async close(): Promise<void> {
    await this.#pool?.destroy()
    this.#pool = undefined
    await this.#cache?.trim()
  }
}

function assignMade(made: Made, { reading, unknownWords }: Partial<Facets>): void {
  if (reading) made.reading = reading
  if (unknownWords) made.unknownWords = unknownWords
}
