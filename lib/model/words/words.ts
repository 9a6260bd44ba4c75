import { german } from "./de"
import { english, type Words } from "./en"

export type { Words } from "./en"

/** The languages that the interface speaks, by their tags. */
const languages: Readonly<Record<string, Words>> = { en: english, de: german }

/** The words of the interface in a language (BCP 47); in English, if nobody has written them in that. */
export const wordsOf = (language: string): Words =>
  languages[new Intl.Locale(language).language] ?? english

/** All that the interface may say in a language, as one text: what its fonts have to hold. */
export function textOf(language: string): string {
  const saidBy = (value: unknown): string => {
    // Whatever names and numbers it is said of.
    if (typeof value === "function") return (value as (...of: string[]) => string)("", "", "", "")
    return typeof value === "string" ? value : (JSON.stringify(value) ?? "")
  }
  return Object.values(wordsOf(language)).map(saidBy).join(" ")
}

/** With a capital at its start, as what stands alone has it. */
export const capitalised = (text: string): string =>
  text.charAt(0).toLocaleUpperCase() + text.slice(1)
