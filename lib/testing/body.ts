import { readBody } from "../source/body"
import { compileMdx } from "../source/compile"
import { treeOf } from "./parsed"

/** A body as a page shows it, and what is to be known of it. */
export function factsOf(body: string, language = "en") {
  const tree = treeOf(body)
  const { facts } = readBody("", tree, { body, bodyLine: 0 }, language)
  return { ...facts, runs: compileMdx(tree, language) }
}
