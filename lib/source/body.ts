import type { BodySource, Link, Mentioned } from "../model/documents"
import type { Parts } from "./front-matter"
import type { Nodes, Root } from "mdast"
import { visit } from "unist-util-visit"
import { VFileMessage } from "vfile-message"
import { parseText } from "../mdx/literal"
import { idOf, isBlockTag, parseMdx } from "./parse"
import { problemAt, contentError, type Place, type Problem } from "../model/problem"
import type { RuleId } from "../model/rules"
import { holdCallouts } from "../elements/callout/check"
import { citationsIn } from "../elements/citation/check"
import { holdCode } from "../elements/code/check"
import { holdDisclosures } from "../elements/disclosure/check"
import { termsIn } from "../elements/term/check"
import { holdHeadings } from "../elements/heading/check"
import { holdImages } from "../elements/image/check"
import { holdLabels } from "../elements/figure/check"
import { holdLinkTexts } from "../elements/link/check"
import { holdLostMarks } from "./lost-marks"
import { mdxFault } from "./mdx-fault"
import { noteProblems } from "../elements/note/check"
import {
  isKnown,
  reasonOf,
  tagMentions,
  type Mention,
  type ReportAt,
  type TagAttribute,
} from "../mdx/tag-check"
import { holdTables } from "../elements/table/check"
import { holdTabs } from "../elements/tabs/check"

/** What holds the elements of a body against their forms. */
const elementRules = [
  holdHeadings,
  holdCallouts,
  holdDisclosures,
  holdImages,
  holdTables,
  holdTabs,
  holdLinkTexts,
]

export function readBody(
  file: string,
  tree: Root,
  { body, bodyLine }: Parts,
  report: (problem: Problem) => void,
): BodySource {
  const placeOf = (node: Nodes | TagAttribute): Place => ({
    line: (node.position?.start.line ?? 1) + bodyLine,
    column: node.position?.start.column ?? 1,
  })
  const problem: ReportAt = (node, reason, rule) =>
    report(problemAt(file, placeOf(node), reason, rule))

  const reportAt = ({ line, column }: Place, reason: string, rule: RuleId) =>
    report(problemAt(file, { line: line + bodyLine, column }, reason, rule))

  holdCode(tree, body, reportAt)
  holdLostMarks(tree, body, reportAt)
  const ids = new Set<string>()
  const links: Link[] = []
  const images: Mentioned[] = []
  const mentions: Mention[] = []
  const pictured = new Set<string>() // identifiers of definitions that are of images
  visit(tree, "imageReference", ({ identifier }) => void pictured.add(identifier))

  for (const hold of elementRules) hold(tree, problem, placeOf)
  visit(tree, (node: Nodes, _index, parent?: Nodes) => {
    switch (node.type) {
      case "heading":
        ids.add(idOf(node))
        return
      case "link":
        links.push({ url: node.url, place: placeOf(node), bare: node.children.length === 0 })
        return
      case "definition":
        ;(pictured.has(node.identifier) ? images : links).push({
          url: node.url,
          place: placeOf(node),
        })
        return
      case "image":
        images.push({ url: node.url, place: placeOf(node) })
        return
      case "mdxjsEsm": {
        const word = /^\s*(\w+)/.exec(node.value)?.[1]
        const reason = `Unexpected ${word}, expected no code: the tags are there without it`
        problem(node, reason, "mdx-import")
        return
      }
      case "mdxFlowExpression":
      case "mdxTextExpression": {
        const reason = findExpressionFault(node)
        if (reason !== undefined) problem(node, reason, "mdx-expression")
        return
      }
      case "mdxJsxFlowElement":
      case "mdxJsxTextElement":
        mentions.push(...tagMentions(node, problem, placeOf))
        if (isKnown(node) && isBlockTag(node) && !(parent && "name" in parent)) {
          const reason = `Unexpected <${node.name}> in a line of text, expected an empty line above and below it`
          problem(node, reason, "tag-place")
        }
    }
  })
  const { labels, notes } = holdLabels(tree, ids, problem)
  const anchors = { labels: [...labels], notes: [...notes] }
  return { ids: [...ids], anchors, links, images, mentions, ...readNames(tree, bodyLine, problem) }
}

/** Looks at notes; returns what the body names of the bibliography and the glossary. */
function readNames(tree: Root, bodyLine: number, report: ReportAt) {
  noteProblems(tree, report)
  const at = ({ line, column }: Place): Place => ({ line: line + bodyLine, column })
  return {
    cites: citationsIn(tree, report).map(({ key, start }) => ({ url: key, place: at(start) })),
    terms: termsIn(tree, report).map(({ name, start }) => ({ url: name, place: at(start) })),
  }
}

function findExpressionFault(
  node: Extract<Nodes, { type: "mdxFlowExpression" | "mdxTextExpression" }>,
): string | undefined {
  try {
    parseText(node.data?.estree)
    return undefined
  } catch (error) {
    return `${reasonOf(error)}, or \\{ for the sign itself`
  }
}

/** @throws ContentError where the body is not MDX */
export function parseBody(file: string, { body, bodyLine }: Parts): Root {
  try {
    return parseMdx(body)
  } catch (error) {
    if (!(error instanceof VFileMessage)) {
      const reason = `Unexpected text that defeats the MDX parser (${reasonOf(error)}), expected less nesting`
      throw contentError(file, { line: bodyLine + 1, column: 1 }, reason, "mdx")
    }
    const { place, reason } = mdxFault(error, body, bodyLine)
    const { line, column } = place
    throw contentError(file, { line: line + bodyLine, column }, reason, "mdx")
  }
}
