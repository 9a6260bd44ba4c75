import { parse as parseToml } from "smol-toml"
import { parse as parseYaml } from "yaml"
import type { Fields } from "./found"

/** The fields of a file, and the text below them. */
export type Split = { fields: Fields; body: string }

const yaml = /^---[ \t]*\n([^]*?)^(?:---|\.\.\.)[ \t]*(?:\n|$)/m
const toml = /^\+\+\+[ \t]*\n([^]*?)^\+\+\+[ \t]*(?:\n|$)/m

/**
 * The front matter of a file in YAML, TOML or JSON, as Jekyll, Hugo, Quarto and others have it.
 *
 * @throws Error if it is none of them
 */
export function splitFields(text: string): Split {
  const start = text.replace(/^(?:[ \t]*\n)+/, "")
  if (start.startsWith("---")) return splitBy(yaml, start, parseYaml)
  if (start.startsWith("+++")) return splitBy(toml, start, parseToml)
  if (/^\{\s*"/.test(start)) return splitJson(start)
  return { fields: {}, body: text }
}

function splitBy(form: RegExp, text: string, parse: (source: string) => unknown): Split {
  const match = form.exec(text)
  if (!match || match.index !== 0) return { fields: {}, body: text } // a rule, not front matter
  const fields = parse(match[1] ?? "") ?? {}
  if (typeof fields !== "object" || Array.isArray(fields)) return { fields: {}, body: text }
  return { fields: fields as Fields, body: text.slice(match[0].length) }
}

/** Hugo's third form: an object, which ends at the first brace that stands alone in its line. */
function splitJson(text: string): Split {
  const end = /^\}[ \t]*$/m.exec(text)
  if (!end) return { fields: {}, body: text }
  const until = end.index + end[0].length
  return { fields: JSON.parse(text.slice(0, until)) as Fields, body: text.slice(until) }
}
