import { plainWord } from "@/lib/model/search"

/** How much of a text is shown before the first word that was found, and in all, in signs. */
const before = 60
const shown = 160

const wordPattern = /[\p{L}\p{M}\p{N}]+/gu

/** A word of a text that was looked for, and where it begins. */
type Place = { word: string; at: number }

/** Where a text has words that were found: each of them once. */
function placesIn(text: string, words: readonly string[]): readonly Place[] {
  const left = new Set(words)
  return Array.from(text.matchAll(wordPattern), ({ 0: word, index }) => ({
    word,
    at: index,
  })).filter(({ word }) => left.delete(plainWord(word)))
}

/** Whether a text has all of some words. */
export const hasAll = (text: string, words: readonly string[]): boolean =>
  placesIn(text, words).length === new Set(words).size

/**
 * What a section says around words that were found in it.
 *
 * @param markdown the post as text (`lib/feed/markdown.ts`)
 * @param heading of the section; none above the first
 * @param words without capitals and accents
 * @returns undefined where the section has none of them
 */
export function passageIn(
  markdown: string,
  heading: string,
  words: readonly string[],
): string | undefined {
  const lines = markdown.split("\n")
  const isHeading = (line: string) => /^#{2,6} /.test(line)
  const start =
    heading === "" ? 0 : lines.findIndex((line) => isHeading(line) && isSame(line, heading))
  if (start === -1) return undefined
  const end = lines.findIndex((line, index) => index > start && isHeading(line))
  const text = plainText(lines.slice(start + 1, end === -1 ? undefined : end).join("\n"))
  const [first] = placesIn(text, words)
  if (!first) return undefined
  const from = first.at <= before ? 0 : text.indexOf(" ", first.at - before) + 1
  const to = from + shown >= text.length ? text.length : text.lastIndexOf(" ", from + shown)
  return `${from > 0 ? "… " : ""}${text.slice(from, to)}${to < text.length ? " …" : ""}`
}

const isSame = (line: string, heading: string) => lettersOf(line) === lettersOf(heading)
const lettersOf = (text: string) => (plainText(text).match(wordPattern) ?? []).join(" ")

/** Markdown without its signs, in one line. */
const plainText = (markdown: string): string =>
  markdown
    .replaceAll(/^```.*$/gm, "")
    .replaceAll(/!?\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replaceAll(/<\/?[a-z][^>]*>/gi, "")
    .replaceAll(/^\s*(?:[-+>]|#+|\d+\.)\s+/gm, "")
    .replaceAll(/\\([^\sa-z])/gi, "$1")
    .replaceAll(/[*`|]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, "")
    .replaceAll(/\s+/g, " ")
    .trim()

/**
 * What is put behind the address of a section so that a browser marks the words there, and opens what they
 * are hidden in (URL Fragment Text Directives of the WICG): each word with those around it, which tell its
 * place from others.
 *
 * @param text of the section, as it stands there
 */
export function directiveOf(text: string, words: readonly string[]): string {
  const parts = placesIn(text, words).map(({ word, at }) => {
    const [start] = /(?:[\p{L}\p{M}\p{N}]+ ){0,2}$/u.exec(text.slice(0, at)) ?? [""]
    const [end] = /^(?: [\p{L}\p{M}\p{N}]+){0,2}/u.exec(text.slice(at + word.length)) ?? [""]
    const encode = (part: string) => encodeURIComponent(part.trim()).replaceAll("-", "%2D")
    const prefix = start === "" ? "" : `${encode(start)}-,`
    return `text=${prefix}${encode(word)}${end === "" ? "" : `,-${encode(end)}`}`
  })
  return parts.length === 0 ? "" : `:~:${parts.join("&")}`
}
