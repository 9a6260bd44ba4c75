import { formatNames } from "./author"
import { formatDay, type Day } from "./dates"

/** What somebody who cites a post says of it. */
export type Citable = {
  authors: readonly string[]
  title: string
  /** Name of the site. */
  site: string
  /** Day of publication. */
  date: Day
  /** Whole address. */
  url: string
  slug: string
}

/** A post in plain text: author, title, site, day, address. */
export const plainCitationOf = (
  { authors, title, site, date, url }: Citable,
  language: string,
): string =>
  `${formatNames(authors, language)}. “${title.replaceAll("“", "‘").replaceAll("”", "’")}”. ${site}, ${formatDay(date, language)}. ${url}`

/** Pictures among letters, which LaTeX has no font for. */
const picture =
  /\s*(?:\p{Emoji_Presentation}|\p{Extended_Pictographic}(?=[\uFE0E\uFE0F]))[\uFE0E\uFE0F]?/gu

const months = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ")

/** A post as an entry of BibTeX, which BibTeX and biber both read. */
export function bibtexOf({ authors, title, site, date, url, slug }: Citable): string {
  const [year = "", month = ""] = date.split("-")
  const fields = [
    ["author", `{${authors.map(authorOf).join(" and ")}}`],
    ["title", `{${titleOf(title.replaceAll(picture, ""))}}`],
    ["howpublished", `{${escaped(site)}}`],
    ["year", `{${year}}`],
    ["month", months[Number(month) - 1] ?? "{}"],
    ["url", `{${url}}`],
  ]
  const lines = fields.map(([name, value]) => `  ${name} = ${value}`)
  return `@misc{${keyOf(authors[0] ?? "", year, slug)},\n${lines.join(",\n")}\n}`
}

/** Surname, year and slug, in letters that every version of BibTeX takes. */
function keyOf(author: string, year: string, slug: string): string {
  const surname =
    plainLetters(author)
      .match(/[a-z0-9]+/g)
      ?.at(-1) ?? ""
  return `${surname}${year}-${plainLetters(slug).replaceAll(/[^a-z0-9]+/g, "-")}`.replace(/-+$/, "")
}

const plainLetters = (text: string) =>
  text.replaceAll("ß", "ss").normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase()

/** A name is a person's, surname last; one that is not is held together by braces. */
const authorOf = (name: string) => (/^The |,/.test(name) ? `{${escaped(name)}}` : escaped(name))

/** Styles set titles in small letters after the first: braces keep the capitals that matter. */
const titleOf = (title: string) =>
  title
    .split(/(\s+)/)
    .map((word, index) => {
      const capitals = index === 0 ? /(?!^)\p{Lu}/u : /\p{Lu}/u
      return capitals.test(word) ? `{${escaped(word)}}` : escaped(word)
    })
    .join("")

const commands: Readonly<Record<string, string>> = {
  "\\": "\\textbackslash{}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
  "<": "\\textless{}",
  ">": "\\textgreater{}",
  "|": "\\textbar{}",
}

/** Text in which no sign means anything to LaTeX, which reads those beyond ASCII as they are. */
const escaped = (text: string) =>
  text.replaceAll(/[\\~^<>|{}&%$#_]/g, (sign) => commands[sign] ?? `\\${sign}`)
