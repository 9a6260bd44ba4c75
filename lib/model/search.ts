import type { Options } from "minisearch"

/** A section of a page, as it is looked for. */
export type Section = {
  /** Its address: of a section, with its heading's id. */
  id: string
  /** Of the page. */
  title: string
  /** Of the section; none of what is above the first heading. */
  heading: string
  text: string
  /** How its text begins, to be shown. */
  excerpt: string
  /** Where the page stands: "Part 2 of Deep Learning Specialization", "Figure", "Glossary". */
  where: string
}

/** Scripts that have no space between words, and words of those that have. */
const words = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{sc=Thai}]+|[\p{L}\p{M}\p{N}]+/gu
const isUnspaced = /^[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{sc=Thai}]/u

/** The words of a text; where no space tells them apart, every two signs that stand together. */
const wordsIn = (text: string): string[] =>
  (text.match(words) ?? []).flatMap((word) => {
    if (!isUnspaced.test(word)) return [word]
    const signs = Array.from(word)
    return signs.length < 2
      ? signs
      : signs.slice(1).map((sign, index) => `${signs[index] ?? ""}${sign}`)
  })

/** Without capitals and accents, so that either spelling finds the other. */
export const plainWord = (word: string): string =>
  word.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase()

/** What the index and a search in it have to agree on. */
export const searchOptions: Options<Section> = {
  fields: ["title", "heading", "text"],
  storeFields: ["title", "heading", "where", "excerpt"],
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
