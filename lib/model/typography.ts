/** Quotation marks of a language: outer ones and those within them. */
type Marks = { open: string; close: string; innerOpen: string; innerClose: string }

const marksOf: Readonly<Record<string, Marks>> = {
  en: { open: "“", close: "”", innerOpen: "‘", innerClose: "’" },
  de: { open: "„", close: "“", innerOpen: "‚", innerClose: "‘" },
}

/** Something in a line that is no text, such as code: a word, as far as the marks around it go. */
const thing = "\uFFFC"

/** Signs that have a better form, and all that is looked at to decide on it. */
const plainSign = /["']|--|\.\.\./

/** Marks that are letters of a text, but that some systems draw as pictures, dark in any theme. */
const pictured = /[☑✔✖](?!\uFE0E)\uFE0F?/g

/**
 * Text with the quotation marks, apostrophes, dashes and ellipses of a printed page: "a" → “a”,
 * it's → it’s, -- → –, --- → —, ... → …; and ✔ as a sign, not as a picture. Quotation marks of a language
 * that is not known stay as they are, and so do dashes.
 *
 * @param language BCP 47
 */
export const typeset = (text: string, language: string): string =>
  typesetLine([text], language)[0] ?? text

/**
 * The same for a line in pieces, where a quotation may begin in one and end in another. `undefined`
 * stands for what is no text; it comes back as nothing.
 */
export function typesetLine(
  pieces: readonly (string | undefined)[],
  language: string,
): readonly string[] {
  const marks = marksOf[language.toLowerCase().split("-", 1)[0] ?? ""]
  const line = pieces.map((piece) => piece ?? thing).join("")
  if (!marks || !plainSign.test(line)) return pieces.map((piece = "") => asSigns(piece))

  // One sign may take the place of several, which then hold nothing.
  const units = line.split("")
  setDashes(line, units)
  setQuotes(line, units, marks)

  let start = 0
  return pieces.map((piece) => {
    const end = start + (piece ?? thing).length
    const text = units.slice(start, end).join("")
    start = end
    return piece === undefined ? "" : asSigns(text)
  })
}

/** Marks with the selector of their form as text (U+FE0E). */
const asSigns = (text: string) => text.replaceAll(pictured, ([mark = ""]) => `${mark}\uFE0E`)

const signs: Readonly<Record<string, string>> = { "--": "–", "---": "—", "...": "…" }

/** Longer rows of hyphens, arrows, and `--options` are something else. */
const dashes = /(?<![-<!])---?(?![->])|(?<!\.)\.{3}(?!\.)/g

function setDashes(line: string, units: string[]): void {
  for (const { 0: found, index } of line.matchAll(dashes)) {
    const before = line[index - 1] ?? " "
    const after = line[index + found.length] ?? " "
    if (found === "--" && /\s/.test(before) && /\p{L}/u.test(after)) continue
    units.fill("", index, index + found.length)
    units[index] = signs[found] ?? found
  }
}

function setQuotes(line: string, units: string[], marks: Marks): void {
  let open = false
  let innerOpen = false
  for (const { 0: mark, index } of line.matchAll(/["']/g)) {
    const before = line[index - 1] ?? " "
    const after = line[index + 1] ?? " "
    if (/\s/.test(before) && /\s/.test(after)) continue // alone: a sign that is spoken of
    const written = units[index - 1]
    const begins =
      !/\s/.test(after) &&
      (/[\s\p{Ps}\p{Pd}/=|]/u.test(before) || written === marks.open || written === marks.innerOpen)

    if (mark === '"') {
      const opens: boolean = begins || (!open && /\p{L}/u.test(after) && !/\d/.test(before))
      units[index] = opens ? marks.open : !open && /\d/.test(before) ? "″" : marks.close
      open = opens
    } else if (begins && !elision.test(line.slice(index + 1))) {
      units[index] = marks.innerOpen
      innerOpen = true
    } else if (/\d/.test(before) && /^\d+"/.test(line.slice(index + 1))) {
      units[index] = "′"
    } else {
      const closes = innerOpen && !begins && !/[\p{L}\p{N}]/u.test(after)
      units[index] = closes ? marks.innerClose : "’"
      if (closes) innerOpen = false
    }
  }
}

/** What is left of a word whose start an apostrophe stands for: ’90s, ’tis. */
const elision = /^(?:\d\ds\b|(?:tis|twas|twill|em|til)\b(?!'))/i
