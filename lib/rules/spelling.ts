import { findNearest } from "../model/nearest"
import { placeOf, type Documents } from "../model/documents"
import { fileStart, problemAt, type Problem } from "../model/problem"
import { openDictionary } from "../source/dictionary"
import type { Content } from "../source/reader"
import { wordLike } from "../source/spelling"

/** Suggestions are dear; who misspells more words than this has the wrong dictionary. */
const mostSuggestions = 50

const sitePath = "content/site.yaml"

/** A word is one of the language, of the site's own words, or of the glossary. */
export async function spellingProblems(
  { readings, language, spelling, files }: Content,
  { glossary }: Documents,
): Promise<readonly Problem[]> {
  if (!spelling) return []
  const { unknownWords } = spelling
  const site = readings.get(sitePath)
  if (!unknownWords) return site?.places ? [dictionaryProblem(site.places, language)] : []

  const own = files.flatMap(({ path }) => readings.get(path)?.words ?? [])
  const terms = (glossary?.data ?? []).flatMap(({ term, also = [] }) => [term, ...also])
  const known = new Set([...own, ...terms.flatMap((term) => term?.match(wordLike) ?? [])])
  const unlisted = [...unknownWords].flatMap(([file, words]) =>
    firstOfEach(words)
      .filter(({ name: word }) => !known.has(word) && !known.has(word.toLowerCase()))
      .map(({ name: word, place }) => ({ file, word, place })),
  )
  const misspelled = [...new Set(unlisted.map(({ word }) => word))].slice(0, mostSuggestions)
  const suggestions = await suggestionsFor(misspelled, known, language)
  return unlisted.map(({ file, word, place }) => {
    const near = suggestions.get(word) ?? ""
    const reason = `Unexpected word ${word}, expected one of the dictionary or of content/words.txt${near}`
    return problemAt(file, place, reason, "spelling")
  })
}

const firstOfEach = <Item extends { name: string }>(items: readonly Item[]): readonly Item[] => [
  ...new Map(items.toReversed().map((item) => [item.name, item])).values(),
]

async function suggestionsFor(
  words: readonly string[],
  known: ReadonlySet<string>,
  language: string,
): Promise<ReadonlyMap<string, string>> {
  const dictionary = words.length > 0 ? await openDictionary(language) : undefined
  return new Map(
    words.map((word) => {
      const candidates = [dictionary?.findSuggestion(word) ?? "", ...known]
      const nearest = findNearest(word, candidates)
      return [word, nearest === undefined ? "" : `; did you mean ${nearest}?`]
    }),
  )
}

/** That spelling cannot be checked, in a language whose dictionary is not there. */
const dictionaryProblem = (places: Parameters<typeof placeOf>[0]["places"], language: string) =>
  problemAt(
    sitePath,
    placeOf({ places }, ["language"]) ?? fileStart,
    `Unexpected language ${language}, expected its dictionary to be installed, so that spelling can be checked: npm install --save-dev dictionary-${language.toLowerCase()}`,
    "spelling",
  )
