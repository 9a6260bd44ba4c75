import { createHunspellFromStrings } from "hunspell-wasm"

/** The words of a language. */
export type Dictionary = {
  /**
   * Whether a word is spelled as it should be, also at the beginning of a sentence or with an ending of
   * possession. Words in a script that the language is not written in are somebody else's.
   */
  has: (word: string) => boolean
  /** The word that somebody who wrote this one most likely meant. */
  findSuggestion: (word: string) => string | undefined
}

/**
 * The Hunspell dictionary of a language, from the npm package that holds it: `dictionary-en-gb`, or
 * `dictionary-en` where there is none for the country.
 *
 * @param language a language tag (BCP 47)
 * @returns undefined where none is installed
 */
export async function openDictionary(language: string): Promise<Dictionary | undefined> {
  const files = await findFiles(language.toLowerCase())
  if (!files) return undefined
  const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes)
  const hunspell = await createHunspellFromStrings(decode(files.aff), decode(files.dic))
  const script = scriptOf(language)
  const has = (word: string) => hunspell.testSpelling(word)
  return {
    has: remember((written: string) => {
      const word = written.normalize("NFC").replaceAll("’", "'")
      if (!script.test(word) || has(word) || has(withoutEnding(word))) return true
      // English dictionaries have "naive" and "cafe", which are "naïve" and "café" as well.
      const plain = word.normalize("NFD").replaceAll(/\p{M}/gu, "")
      return plain !== word && has(plain)
    }),
    findSuggestion: remember((word: string) => hunspell.getSpellingSuggestions(word)[0]),
  }
}

/** A name has no entry for what belongs to it. */
export const withoutEnding = (word: string) => word.replace(/['’]s?$/, "")

type Files = { aff: Uint8Array; dic: Uint8Array }

async function findFiles(tag: string): Promise<Files | undefined> {
  if (!/^[a-z0-9-]+$/.test(tag)) return undefined // no language, and no name of a package
  try {
    const found = (await import(`dictionary-${tag}`)) as { default: Files }
    return found.default
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ERR_MODULE_NOT_FOUND") throw error
    const shorter = tag.lastIndexOf("-")
    return shorter < 0 ? undefined : findFiles(tag.slice(0, shorter))
  }
}

function remember<Value>(find: (word: string) => Value): (word: string) => Value {
  const found = new Map<string, { value: Value }>()
  return (word) => {
    const known = found.get(word) ?? { value: find(word) }
    found.set(word, known)
    return known.value
  }
}

/** Names of several scripts together, which no expression knows. */
const mixed = /^(?:Hans|Hant|Hrkt|Jpan|Kore)$/

/** What words of a language consist of. */
export function scriptOf(language: string): RegExp {
  const { script = "Latn" } = new Intl.Locale(language).maximize()
  const letters = mixed.test(script) ? "L" : `Script=${script}`
  return new RegExp(String.raw`^[\p{${letters}}\p{M}'-]+$`, "u")
}

/** Whether there is a dictionary for a language. */
export const hasDictionary = async (language: string): Promise<boolean> =>
  (await findFiles(language.toLowerCase())) !== undefined
