import type { Root } from "mdast"
import { elements } from "../elements/all"
import type { BodyContext, Located, Prose } from "../mdx/body-element"
import { importsOf } from "../mdx/imports"
import { reasonOf } from "../mdx/literal"
import { walkBody } from "../mdx/walk"
import { noFacts, type BodyFacts } from "../model/body"
import { contentError, problemAt, type Place, type Problem } from "../model/problem"
import { readLostMarks } from "./lost-marks"
import type { Parts } from "./front-matter"
import { mdxFault } from "./mdx-fault"
import { findDeepNode, findDeepText, type NestingFault } from "./nesting"
import { parseMdx } from "./parse"
import { readTags } from "./tag-check"

const readers = [readTags, readLostMarks, ...elements.flatMap(({ read = [] }) => read)]

/** What was found in a body, as plain data. */
export type BodyReading = {
  facts: BodyFacts
  problems: readonly Problem[]
  /** Its running text, for a dictionary. */
  prose: readonly Prose[]
}

/**
 * Reads a body in one walk: changes its tree so that it can be compiled, holds it against the rules
 * within a body, and gathers its facts.
 *
 * @param language in which it is written, BCP 47
 */
export function readBody(
  file: string,
  tree: Root,
  { body: text, bodyLine }: Pick<Parts, "body" | "bodyLine">,
  language: string,
): BodyReading {
  const problems: Problem[] = []
  const placeOf = (at: Located): Place => {
    const { line = 1, column = 1 } = ("type" in at ? at.position?.start : at) ?? {}
    return { line: line + bodyLine, column }
  }
  const body: BodyContext = {
    file,
    text,
    language,
    facts: noFacts(),
    ...importsOf(tree),
    targets: [],
    prose: [],
    words: 0,
    placeOf,
    report: (at, reason, rule) => void problems.push(problemAt(file, placeOf(at), reason, rule)),
  }
  walkBody(
    tree,
    readers.flatMap((read) => read(body)),
  )
  body.facts.labels = body.targets.flatMap(({ label }) => label ?? [])
  return { facts: body.facts, problems, prose: body.prose }
}

/**
 * The tree of a body, and what in it is no MDX.
 *
 * @throws ContentError where it is nested deeper than can be read
 */
export function parseBody(file: string, { body, bodyLine }: Parts): ParsedBody {
  const refuse = (fault: NestingFault | undefined) => {
    if (!fault) return
    const { place, what, most } = fault
    const reason = `Unexpected depth of ${what} in each other, expected at most ${most}`
    throw contentError(file, { ...place, line: place.line + bodyLine }, reason, "nesting")
  }
  refuse(findDeepText(body))
  const parsed = parseGently(file, { body, bodyLine })
  refuse(findDeepNode(parsed.tree))
  return parsed
}

type ParsedBody = { tree: Root; problems: readonly Problem[] }

function parseGently(
  file: string,
  { body, bodyLine }: Pick<Parts, "body" | "bodyLine">,
): ParsedBody {
  try {
    const { tree, faults } = parseMdx(body)
    const problems = faults.map((fault) => {
      const { place, reason } = mdxFault(fault, body, bodyLine)
      return problemAt(file, { ...place, line: place.line + bodyLine }, reason, "mdx")
    })
    return { tree, problems }
  } catch (error) {
    const reason = `Unexpected text that defeats the MDX parser (${reasonOf(error)}), expected less nesting`
    throw contentError(file, { line: bodyLine + 1, column: 1 }, reason, "mdx")
  }
}
