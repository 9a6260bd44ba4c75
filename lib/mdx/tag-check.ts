import type { Nodes } from "mdast"
import type { MdxJsxFlowElement, MdxJsxTextElement } from "mdast-util-mdx-jsx"
import { parseLiteralProgram, type Literal } from "./literal"
import { htmlElements, mdxTags, type Attribute, type Attributes } from "./tags"
import { findNearest, suggestionOf } from "../model/nearest"
import type { Place } from "../model/problem"
import type { RuleId } from "../model/rules"

export type Tag = MdxJsxFlowElement | MdxJsxTextElement
export type TagAttribute = Tag["attributes"][number]

/** An attribute that names something of another document, and where. */
export type Mention = { kind: "course" | "module"; url: string; course?: string; place: Place }

/** Says what is wrong, at a node or an attribute. */
export type ReportAt = (node: Nodes | TagAttribute, reason: string, rule: RuleId) => void

const known: Readonly<Record<string, Attributes>> = { ...htmlElements, ...mdxTags }

/** Whether the registry has a tag. */
export const isKnown = ({ name }: Pick<Tag, "name">) => Object.hasOwn(known, name ?? "")

/** Holds a tag against the registry; returns what it mentions of other documents. */
export function tagMentions(
  tag: Tag,
  report: ReportAt,
  placeOf: (attribute: TagAttribute) => Place,
): readonly Mention[] {
  const name = tag.name ?? ""
  if (name === "") return [] // <>…</>
  const attributes = isKnown(tag) ? known[name] : undefined
  if (!attributes) {
    report(tag, `Unexpected tag <${name}>, expected ${expectedFor(name)}`, "tag-unknown")
    return []
  }

  const mentions: Mention[] = []
  const values = new Map<string, Literal>()
  const settled = new Set<string | undefined>() // attributes that are there, or meant by others
  for (const attribute of tag.attributes) {
    if (attribute.type === "mdxJsxExpressionAttribute") {
      report(attribute, `Unexpected {…} in <${name}>, expected name="value"`, "tag-attribute")
      for (const name of Object.keys(attributes)) settled.add(name)
      continue
    }
    const expected = Object.hasOwn(attributes, attribute.name)
      ? attributes[attribute.name]
      : undefined
    if (!expected) {
      const names = Object.keys(attributes)
      const list = names.length > 1 ? `one of ${names.join(", ")}` : (names[0] ?? "none")
      const near = suggestionOf(attribute.name, names)
      const reason = `Unexpected attribute ${attribute.name} of <${name}>, expected ${list}${near}`
      report(attribute, reason, "tag-attribute")
      settled.add(findNearest(attribute.name, names))
      continue
    }
    const value = attributeValue(attribute, expected, report, name)
    values.set(attribute.name, value)
    settled.add(attribute.name)
    if (expected.names && typeof value === "string") {
      mentions.push({ kind: expected.names, url: value, place: placeOf(attribute) })
    }
  }
  for (const [attribute, { required }] of Object.entries(attributes)) {
    if (!required || settled.has(attribute)) continue
    const reason = `Unexpected <${name}> without ${attribute}, expected <${name} ${attribute}="…">`
    report(tag, reason, "tag-attribute")
  }
  const course = values.get("course")
  return mentions.map((mention) => ({
    ...mention,
    course: typeof course === "string" ? course : undefined,
  }))
}

/** What an author writes instead of a tag that there is not. */
function expectedFor(name: string): string {
  const mark = markFor(name)
  if (mark !== undefined) return mark
  const names = Object.keys(/^[a-z]/.test(name) ? htmlElements : mdxTags)
  return `one of ${names.join(", ")}${nearKnown(name)}`
}

/** The suggestion of a tag that there is, where one is near. */
export const nearKnown = (name: string) => suggestionOf(name, Object.keys(known))

/** HTML elements for which Markdown has a mark. */
const marks: Readonly<Record<string, string>> = {
  a: "[text](address)",
  b: "**text**",
  blockquote: "> at the start of each line",
  code: "`text`",
  em: "*text*",
  figure: "<Figure>",
  hr: "---",
  i: "*text*",
  img: "![what it shows](file name)",
  li: "- at the start of the line",
  ol: "1. at the start of each item",
  p: "an empty line above and below",
  pre: "a row of ``` above and below",
  strong: "**text**",
  table: "| between the cells",
  ul: "- at the start of each item",
}

/** The mark that Markdown has instead of an HTML element. */
export const markFor = (name: string): string | undefined =>
  /^h[1-6]$/.test(name)
    ? `${"#".repeat(Number(name[1]))} at the start of the line`
    : Object.hasOwn(marks, name)
      ? marks[name]
      : undefined

/** The value of an attribute, if it is as expected; one without a value is true, as in HTML. */
function attributeValue(
  attribute: Extract<TagAttribute, { type: "mdxJsxAttribute" }>,
  expected: Attribute,
  report: ReportAt,
  tag: string,
): Literal {
  const { name, value: written } = attribute
  let value: Literal = true
  if (typeof written === "string") value = written
  else if (written) {
    try {
      value = parseLiteralProgram(written.data?.estree)
    } catch (error) {
      report(attribute, reasonOf(error), "tag-attribute")
      return undefined
    }
  }
  const formed = typeof value !== "string" || (expected.pattern?.form.test(value) ?? true)
  if (typeof value === expected.type && formed) return value
  const found =
    value === undefined ? "empty braces" : value === true ? "no value" : JSON.stringify(value)
  const reason = `Unexpected ${found} as ${name} of <${tag}>, expected ${wordFor(expected)}`
  report(attribute, reason, "tag-attribute")
  return undefined
}

const wordFor = ({ type, pattern }: Attribute) =>
  pattern?.name ??
  {
    string: "text in quotes",
    number: "a number in braces",
    boolean: "{true}, {false} or nothing",
  }[type]

/** What an error says. */
export const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error))
