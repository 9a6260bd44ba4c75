import GithubSlugger from "github-slugger"
import type { Heading } from "mdast"
import { textOf } from "../markdown/parse"

/**
 * What is wrong with the headings of a body, which are shown to it in order: they go down one level at
 * a time, and no two have the same address.
 *
 * @param lineOf the line of the file in which a heading stands
 */
export function createHeadingRule(lineOf: (heading: Heading) => number) {
  const slugger = new GithubSlugger()
  const lines = new Map<string, number>()
  let above = 1 // the title

  return function* faultsOf(heading: Heading): Generator<string> {
    const { depth } = heading
    const marks = "#".repeat(depth)
    if (depth === 1) yield "Unexpected # heading, expected ##: the title is the # heading"
    else if (depth > above + 1) {
      const parent = above === 1 ? "the title" : "#".repeat(above)
      yield `Unexpected ${marks} heading below ${parent}, expected ${"#".repeat(above + 1)}`
    }
    above = Math.max(depth, 2)

    const text = textOf(heading).trim()
    if (text === "") return yield `Unexpected ${marks} without a text, expected a heading`
    slugger.reset()
    const id = slugger.slug(text)
    const line = lines.get(id)
    if (line === undefined) lines.set(id, lineOf(heading))
    else {
      yield `Unexpected heading with the address of the one in line ${line}, #${id}, expected other words`
    }
  }
}
