import { setLanguage } from "../mdx/typeset"
import { compileMdx } from "../source/compile"
import { factsFrom } from "../source/facts"
import { parseMdx } from "../source/parse"

/** A body as a page shows it, and what is to be known of it. */
export function factsOf(body: string, language = "en") {
  setLanguage(language)
  const tree = parseMdx(body)
  return { ...factsFrom(tree), runs: compileMdx(tree) }
}
