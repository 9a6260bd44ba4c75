import type { Code } from "mdast"
import { readMeta } from "../elements/code/meta"
import { isLanguage } from "../elements/code/tokens"

/** What stands behind a fence, as it is written here. */
export function infoOf({ lang, meta, value }: Code, lose: (what: string) => void): string {
  // Quarto's `{python}`, knitr's `{r setup, echo=FALSE}`.
  const [, cell] = /^\{\.?=?(\w+)/.exec(lang ?? "") ?? []
  const word = (cell ?? lang ?? "").replace(/[:,{].*$/, "")
  const known = word === "" || isLanguage(word) ? word : "text"
  if (known !== word) lose(`colours of ${word} code`)
  if (cell !== undefined) return known
  const fromLang = /^\w[\w+#-]*:(?<title>[^{]+)/.exec(lang ?? "")?.groups?.["title"]
  const words = [meta ?? "", /\{.*$/.exec(lang ?? "")?.[0] ?? ""].filter(Boolean).join(" ")
  if (words === "" && fromLang === undefined) return known
  const { meta: read, faults } = readMeta(words, value.split("\n").length)
  if (faults.length === 0 && fromLang === undefined) return `${known} ${words}`
  if (faults.length > 0) lose(`what stands behind the language of a code block: ${words}`)
  const lines = (set: ReadonlySet<number>) => `{${[...set].join(",")}}`
  const title = read.title ?? fromLang
  const parts = [
    title && `title="${title.replaceAll('"', "'")}"`,
    read.numbers && (read.numbers === 1 ? "numbers" : `numbers=${read.numbers}`),
    read.marked.size > 0 && lines(read.marked),
    read.ins.size > 0 && `ins=${lines(read.ins)}`,
    read.del.size > 0 && `del=${lines(read.del)}`,
    read.fold !== undefined && (read.fold === "" ? "fold" : `fold="${read.fold}"`),
  ].filter(Boolean)
  return [known === "" ? "text" : known, ...parts].join(" ")
}
