import type { Nodes, Root } from "mdast"
import { visit } from "unist-util-visit"
import { VFileMessage } from "vfile-message"
import { rememberFacts } from "./facts"
import { parseText } from "../mdx/literal"
import { idOf, isBlockTag, parseMdx } from "./parse"
import { ContentProblem, type Place } from "../model/problem"
import type { Fields } from "../model/schema"
import { holdCallouts } from "../elements/callout/check"
import { citationsIn } from "../elements/citation/check"
import { holdCode } from "../elements/code/check"
import type { Dictionary } from "./dictionary"
import { holdDisclosures } from "../elements/disclosure/check"
import { fieldProblems } from "./fields"
import { termsIn } from "../elements/term/check"
import { holdHeadings } from "../elements/heading/check"
import { holdImages } from "../elements/image/check"
import { holdLabels, type Anchors } from "../elements/figure/check"
import { holdLinkTexts } from "../elements/link/text-check"
import { holdLostMarks } from "./lost-marks"
import { mdxFault } from "./mdx-fault"
import { noteProblems } from "../elements/note/check"
import { unknownWordsInBody, unknownWordsInYaml } from "./spelling"
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
import { parseYaml, type Yaml } from "./yaml"

/** A post or page, as far as rules between documents ask about it. */
export type MdxSource = {
  file: string
  front: Yaml
  /** Ids of its headings of every depth; unknown where the body cannot be read. */
  ids?: ReadonlySet<string>
  /** What else a link can lead to in it. */
  anchors?: Anchors
  links: readonly Link[]
  images: readonly Reference[]
  /** Attributes that name something of another document. */
  mentions: readonly Mention[]
  /** Keys of the works that it cites. */
  cites: readonly Reference[]
  /** Names of the terms that it uses. */
  terms: readonly Reference[]
  /** Words that the dictionary lacks. */
  unknownWords?: readonly Reference[]
}

/** An address that the text writes, and where. */
export type Reference = { url: string; place: Place }

/** A reference that shows its target's name is bare of a text. */
export type Link = Reference & { bare?: boolean }

/** Takes what is wrong with a file. */
export type Report = (problem: ContentProblem) => void

/** How files are read: what else is looked for, and done with what is found. */
export type How = {
  /** To look for words that it lacks. */
  dictionary?: Dictionary
  /** Whether the pages of sound bodies are made, and kept for the build that comes next. */
  compile?: boolean
}

/** What is known of a post or page that cannot be read: that it exists. */
export const unreadMdx = (file: string): MdxSource => ({
  file,
  front: parseYaml(file, ""),
  links: [],
  images: [],
  mentions: [],
  cites: [],
  terms: [],
})

/**
 * Reads a post or page. What is wrong with it goes to `report`; the rest is still of use.
 *
 * @throws ContentProblem if there is no front matter
 */
export function readMdx(
  file: string,
  text: string,
  fields: Fields,
  report: Report,
  { dictionary, compile }: How,
): MdxSource {
  const parts = splitFrontMatter(file, text)
  const front = attempt(() => parseYaml(file, parts.yaml, 1), report)
  if (front) for (const problem of fieldProblems(front, fields)) report(problem)

  const tree = attempt(() => parseBody(file, parts), report)
  let sound = true
  const body =
    tree &&
    readBody(file, tree, parts, (problem) => {
      if (problem.severity === "error") sound = false
      report(problem)
    })
  const words = dictionary && {
    unknownWords: [
      ...(front ? unknownWordsInYaml(front, fields, dictionary) : []),
      ...(tree ? unknownWordsInBody(tree, parts, dictionary) : []),
    ],
  }
  if (compile && tree && sound) rememberFacts(parts.body, tree)
  const unread = unreadMdx(file)
  return { ...unread, front: front ?? unread.front, ...body, ...words }
}

function attempt<Value>(read: () => Value, report: Report): Value | undefined {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof ContentProblem)) throw error
    report(error)
    return undefined
  }
}

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

function readBody(file: string, tree: Root, { body, bodyLine }: Parts, report: Report) {
  const placeOf = (node: Nodes | TagAttribute): Place => ({
    line: (node.position?.start.line ?? 1) + bodyLine,
    column: node.position?.start.column ?? 1,
  })
  const problem: ReportAt = (node, reason, rule, severity) =>
    report(new ContentProblem(file, placeOf(node), reason, rule, severity))

  const problemAt = ({ line, column }: Place, reason: string, rule: string) =>
    report(new ContentProblem(file, { line: line + bodyLine, column }, reason, rule))

  holdCode(tree, body, problemAt)
  holdLostMarks(tree, body, problemAt)
  const ids = new Set<string>()
  const links: Link[] = []
  const images: Reference[] = []
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
  const anchors = holdLabels(tree, ids, problem)
  return { ids, anchors, links, images, mentions, ...readNames(tree, bodyLine, problem) }
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

/** The two parts of a post's or page's file. */
export type Parts = {
  yaml: string
  /** The rest of the file, to the letter as Contentlayer sees it. */
  body: string
  /** How many lines stand above it. */
  bodyLine: number
}

/** @throws ContentProblem if the file does not begin with front matter between two lines of --- */
function splitFrontMatter(file: string, text: string): Parts {
  const match = /^---[ \t]*\n((?:(?!---)[^\n]*\n)*)---[ \t]*(?:\n|$)/.exec(text)
  if (!match) {
    const found = text.trim() === "" ? "empty file" : "start of the file"
    const reason = /^---[ \t]*(?:\n|$)/.test(text)
      ? "Unexpected front matter without an end, expected a line of --- below it"
      : `Unexpected ${found}, expected a line of --- and front matter`
    throw new ContentProblem(file, { line: 1, column: 1 }, reason, "front-matter")
  }
  const bodyLine = match[0].split("\n").length - 1
  return { yaml: match[1] ?? "", body: text.slice(match[0].length), bodyLine }
}

/** @throws ContentProblem where the body is not MDX */
function parseBody(file: string, { body, bodyLine }: Parts): Root {
  try {
    return parseMdx(body)
  } catch (error) {
    if (!(error instanceof VFileMessage)) {
      const reason = `Unexpected text that defeats the MDX parser (${reasonOf(error)}), expected less nesting`
      throw new ContentProblem(file, { line: bodyLine + 1, column: 1 }, reason, "mdx")
    }
    const { place, reason } = mdxFault(error, body, bodyLine)
    const { line, column } = place
    throw new ContentProblem(file, { line: line + bodyLine, column }, reason, "mdx")
  }
}
