import { openCache } from "../cache/cache"
import { openDictionary, type Dictionary } from "./dictionary"
import { facetName, languageOf, makeFacets, type Facet, type Facets } from "./reading"
import type { Source } from "./field-reading"

/** A file to be read by a thread. */
export type Task = {
  root: string
  source: Source
  /** What is to be made of it, and kept in the cache under this key. */
  facets: readonly Facet[]
  key: string
  language: string
}

const dictionaries = new Map<string, Promise<Dictionary | undefined>>()

/** Makes what is missing of a file, and keeps it. Compiled bodies are not sent back: few are needed. */
export default async function work({
  root,
  source,
  facets,
  key,
  language,
}: Task): Promise<Partial<Omit<Facets, "compiled">>> {
  const cache = openCache(root, "readings")
  const wanted = new Set(facets)
  const own = languageOf(source, language)
  const dictionary = wanted.has("unknownWords") ? await dictionaryOf(own) : undefined
  const made = makeFacets(source, { facets: wanted, language: own, dictionary })
  await Promise.all(facets.map((facet) => cache.save(facetName(key, facet), made[facet] ?? null)))
  return { reading: made.reading, unknownWords: made.unknownWords }
}

function dictionaryOf(language: string) {
  const opened = dictionaries.get(language) ?? openDictionary(language)
  dictionaries.set(language, opened)
  return opened
}
