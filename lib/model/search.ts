import type { Options } from "minisearch"

/**
 * What a search loads first: which file has the words that begin so. A word is in the last file whose
 * first word does not come behind it.
 */
export type SearchMap = {
  /** Sections of all pages. */
  sections: number
  files: readonly (readonly [first: string, file: string])[]
  /** Words of so many sections that they tell none from others: looked for if a query has no others. */
  common: readonly string[]
} & Filters

/** What a search may be kept to: names, each with the numbers of its pages. */
export type Filters = {
  series: readonly Named[]
  tags: readonly Named[]
}

/** What a reader keeps a search to: the name of a series and of a tag; "" for all. */
export type Chosen = Partial<Record<keyof Filters, string>>

/** Of the numbers, only how far each is from the one before. */
export type Named = readonly [name: string, near: readonly number[]]

/** Numbers in their order, as {@link Named} has them. */
export const distances = (numbers: readonly number[]): number[] =>
  numbers.map((number, index) => number - (numbers[index - 1] ?? 0))

/** The numbers that {@link distances} were made of. */
export function numbersOf(near: readonly number[]): number[] {
  let number = 0
  return near.map((step) => (number += step))
}

/** For each word the sections that have it in the page's title, in their heading, in their text. */
export type SearchWords = Readonly<Record<string, readonly (readonly number[])[]>>

/** A page as results show it. */
export type SearchPage = {
  address: string
  title: string
  /** Where it stands: "Part 2, Deep Learning Specialization", "Figure", "Glossary". */
  where: string
  /** Ids of headings, headings, and how texts begin. */
  sections: readonly (readonly [id: string, heading: string, excerpt: string])[]
}

/** How many pages stand in one file. */
export const pagesAFile = 8

/** Sections of a page at most; what is behind is found with the last. */
export const mostSections = 256

/** The number of a section: that of its page, and its place there. */
export const sectionNumber = (page: number, place: number) => page * mostSections + place

/** Scripts that have no space between words, and words of those that have. */
const words = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{sc=Thai}]+|[\p{L}\p{M}\p{N}]+/gu
const isUnspaced = /^[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{sc=Thai}]/u

/** The words of a text; where no space tells them apart, every two signs that stand together. */
export const wordsIn = (text: string): string[] =>
  (text.match(words) ?? []).flatMap((word) => {
    if (!isUnspaced.test(word)) return [word]
    const signs = Array.from(word)
    return signs.length < 2
      ? signs
      : signs.slice(1).map((sign, index) => `${signs[index] ?? ""}${sign}`)
  })

/** Without capitals and accents, so that either spelling finds the other. */
export const plainWord = (word: string): string =>
  /^[a-z0-9]+$/.test(word) ? word : word.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase()

export const searchFields = ["title", "heading", "text"] as const

/** What the index and a search in it have to agree on. */
export const searchOptions: Options<{ id: number }> = {
  fields: [...searchFields],
  tokenize: wordsIn,
  processTerm: plainWord,
  searchOptions: {
    boost: { title: 3, heading: 4 },
    prefix: (word) => word.length > 2,
    // A slip of the finger or two, and other forms of a word.
    fuzzy: (word) => (word.length > 3 ? 0.25 : false),
    combineWith: "AND",
  },
}
