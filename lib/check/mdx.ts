import type { Nodes, Root } from "mdast"
import type { MdxJsxFlowElement, MdxJsxTextElement } from "mdast-util-mdx-jsx"
import { SKIP, visit } from "unist-util-visit"
import { VFileMessage } from "vfile-message"
import { htmlElements, mdxTags, type Attribute, type Attributes } from "../mdx-tags"
import { rememberFacts } from "../markdown/facts"
import { parseLiteralProgram, type Literal } from "../markdown/literal"
import { idOf, parseMdx } from "../markdown/parse"
import { suggestionOf } from "../nearest"
import { ContentProblem, type Place } from "../problem"
import { parseYaml, type Yaml } from "./yaml"

/** A post or page, as far as rules between documents ask about it. */
export type MdxSource = {
  file: string
  front: Yaml
  /** Ids of its headings of every depth. */
  ids: ReadonlySet<string>
  links: readonly Reference[]
  images: readonly Reference[]
  /** Attributes that name something of another document. */
  mentions: readonly Mention[]
}

/** An address that the text writes, and where. */
export type Reference = { url: string; place: Place }

export type Mention = Reference & { kind: "course" | "module"; course?: string }

/** Reads a post or page. What is wrong with it goes to `report`; the rest is still of use. */
export function readMdx(
  file: string,
  text: string,
  report: (problem: ContentProblem) => void,
): MdxSource | undefined {
  const parts = splitFrontMatter(file, text)
  const front = parseYaml(file, parts.yaml, 1)
  const tree = parseBody(file, parts)
  if (!tree) return undefined
  rememberFacts(parts.body, tree)

  const placeOf = (node: Nodes | Attr): Place => ({
    line: (node.position?.start.line ?? 1) + parts.bodyLine,
    column: node.position?.start.column ?? 1,
  })
  const problem = (node: Nodes | Attr, reason: string, rule: string) =>
    report(new ContentProblem(file, placeOf(node), reason, rule))

  const ids = new Set<string>()
  const links: Reference[] = []
  const images: Reference[] = []
  const mentions: Mention[] = []
  visit(tree, (node: Nodes) => {
    switch (node.type) {
      case "heading":
        ids.add(idOf(node))
        if (node.depth === 1) {
          problem(node, "Unexpected # heading, expected ##: the title is the # heading", "heading")
        }
        return
      case "link":
      case "definition":
        links.push({ url: node.url, place: placeOf(node) })
        return
      case "image":
        images.push({ url: node.url, place: placeOf(node) })
        return
      case "mdxjsEsm":
        problem(
          node,
          `Unexpected ${/^\s*(\w+)/.exec(node.value)?.[1]}, expected no code: the tags are there without it`,
          "mdx-import",
        )
        return
      case "mdxFlowExpression":
      case "mdxTextExpression":
        try {
          parseLiteralProgram(node.data?.estree)
        } catch (error) {
          problem(node, `${reasonOf(error)}; write \\{ for a brace`, "mdx-expression")
        }
        return
      case "mdxJsxFlowElement":
      case "mdxJsxTextElement":
        mentions.push(...tagMentions(node, problem, placeOf))
    }
    return SKIP_CODE.has(node.type) ? SKIP : undefined
  })
  return { file, front, ids, links, images, mentions }
}

const SKIP_CODE: ReadonlySet<string> = new Set(["code", "inlineCode"])

type Parts = {
  yaml: string
  /** The rest of the file, to the letter as Contentlayer sees it. */
  body: string
  /** How many lines stand above it. */
  bodyLine: number
}

/** @throws ContentProblem if the file does not begin with front matter between two lines of --- */
function splitFrontMatter(file: string, text: string): Parts {
  const match = /^---[ \t]*\n([\s\S]*?\n)?---[ \t]*(?:\n|$)/.exec(text)
  if (!match) {
    const found = text.trim() === "" ? "empty file" : "start of the file"
    const reason = text.startsWith("---")
      ? "Unexpected end of the file, expected --- below the front matter"
      : `Unexpected ${found}, expected --- and front matter`
    throw new ContentProblem(file, { line: 1, column: 1 }, reason, "front-matter")
  }
  const bodyLine = match[0].split("\n").length - 1
  return { yaml: match[1] ?? "", body: text.slice(match[0].length), bodyLine }
}

/** @throws ContentProblem where the body is not MDX */
function parseBody(file: string, { body, bodyLine }: Parts): Root | undefined {
  try {
    return parseMdx(body)
  } catch (error) {
    if (!(error instanceof VFileMessage)) throw error
    const place = { line: (error.line ?? 1) + bodyLine, column: error.column ?? 1 }
    throw new ContentProblem(file, place, mdxReason(error.reason), "mdx")
  }
}

/** What the MDX parser says, on one line and in our words' order. */
function mdxReason(reason: string): string {
  const line = reason
    .replaceAll(/\s*\n\s*/g, " ")
    .replace(/^Could not parse.*?acorn$/, "Unexpected code in braces, expected a literal value")
  return line.startsWith("Unexpected")
    ? line
    : `Unexpected MDX: ${line.charAt(0).toLowerCase()}${line.slice(1)}`
}

const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error))

type Tag = MdxJsxFlowElement | MdxJsxTextElement
type Attr = Tag["attributes"][number]

/** Holds a tag against the registry; returns what it mentions of other documents. */
function tagMentions(
  tag: Tag,
  problem: (node: Nodes | Attr, reason: string, rule: string) => void,
  placeOf: (node: Nodes | Attr) => Place,
): readonly Mention[] {
  const known: Readonly<Record<string, Attributes>> = { ...htmlElements, ...mdxTags }
  const name = tag.name ?? ""
  const attributes = known[name]
  if (name === "") return []
  if (!attributes) {
    const near = suggestionOf(name, Object.keys(known))
    problem(
      tag,
      `Unexpected tag <${name}>, expected one of ${Object.keys(mdxTags).join(", ")} or a plain HTML element${near}`,
      "tag-unknown",
    )
    return []
  }

  const mentions: Mention[] = []
  const values = new Map<string, Literal>()
  for (const attribute of tag.attributes) {
    if (attribute.type === "mdxJsxExpressionAttribute") {
      problem(attribute, `Unexpected {…} in <${name}>, expected name="value"`, "tag-attribute")
      continue
    }
    const expected = attributes[attribute.name]
    if (!expected) {
      const names = Object.keys(attributes)
      const list = names.length > 0 ? `one of ${names.join(", ")}` : "none"
      const near = suggestionOf(attribute.name, names)
      problem(
        attribute,
        `Unexpected attribute ${attribute.name} of <${name}>, expected ${list}${near}`,
        "tag-attribute",
      )
      continue
    }
    const value = attributeValue(attribute, problem)
    values.set(attribute.name, value)
    if (value !== undefined && typeof value !== expected.type) {
      problem(
        attribute,
        `Unexpected ${JSON.stringify(value)} as ${attribute.name} of <${name}>, expected ${wordFor(expected)}`,
        "tag-attribute",
      )
    } else if (expected.names && typeof value === "string") {
      mentions.push({ kind: expected.names, url: value, place: placeOf(attribute) })
    }
  }
  for (const [attribute, { required }] of Object.entries(attributes)) {
    if (required && !tag.attributes.some((a) => "name" in a && a.name === attribute)) {
      problem(
        tag,
        `Unexpected <${name}> without ${attribute}, expected ${name} ${attribute}="…"`,
        "tag-attribute",
      )
    }
  }
  const course = values.get("course")
  return mentions.map((mention) => ({
    ...mention,
    course: typeof course === "string" ? course : undefined,
  }))
}

const wordFor = ({ type }: Attribute) =>
  ({
    string: "text in quotes",
    number: "a number in braces",
    boolean: "{true}, {false} or nothing",
  })[type]

/** The value of an attribute; one without a value is true, as in HTML. */
function attributeValue(
  attribute: Extract<Attr, { type: "mdxJsxAttribute" }>,
  problem: (node: Attr, reason: string, rule: string) => void,
): Literal {
  const { value } = attribute
  if (value === null || value === undefined) return true
  if (typeof value === "string") return value
  try {
    return parseLiteralProgram(value.data?.estree)
  } catch (error) {
    problem(attribute, reasonOf(error), "tag-attribute")
    return undefined
  }
}
