import type { Nodes, Paragraph } from "mdast"
import type { MdxJsxFlowElement, MdxJsxTextElement } from "mdast-util-mdx-jsx"
import { isRendered, tags } from "../elements/all"
import type { BodyContext, ReportAt } from "../mdx/body-element"
import { parseLiteralProgram, reasonOf, type Literal } from "../mdx/literal"
import { isTag, type Attribute, type Tag, type TagAttribute } from "../mdx/tag"
import type { BodyVisitors } from "../mdx/walk"
import type { Mention } from "../model/body"
import { findNearest, suggestionOf } from "../model/nearest"

/** Lifts blocks out of paragraphs, and holds tags against the registry. */
export const readTags = (body: BodyContext): BodyVisitors => ({
  nodes: {
    paragraph: findBlocks,
    mdxJsxFlowElement: (tag, ancestors) => checkTag(tag, ancestors, body),
    mdxJsxTextElement(tag, ancestors) {
      checkTag(tag, ancestors, body)
      if (!isKnown(tag) || !isBlock(tag) || isTag(ancestors.at(-1))) return
      const reason = `Unexpected <${tag.name}> in a line of text, expected an empty line above and below it`
      body.report(tag, reason, "tag-place")
    },
  },
})

/** Tags that stand alone in their paragraph are blocks, as MDX has it: the paragraph goes. */
function findBlocks({ children }: Paragraph): MdxJsxFlowElement[] | undefined {
  const inner = children.filter((child) => child.type !== "text" || child.value.trim() !== "")
  if (inner.length === 0 || !inner.every(isBlock)) return undefined
  return inner.map(({ attributes, children, name, position }) => ({
    type: "mdxJsxFlowElement",
    name,
    attributes,
    children: children as MdxJsxFlowElement["children"],
    position,
  }))
}

/** Whether it is a tag in a line of text although it renders what no line can hold. */
const isBlock = (node: Nodes): node is MdxJsxTextElement =>
  node.type === "mdxJsxTextElement" &&
  (tags.get(node.name ?? "")?.block ?? (!isKnown(node) && /^[A-Z]/.test(node.name ?? "")))

/** Whether there is a tag. */
export const isKnown = ({ name }: Pick<Tag, "name">) => tags.has(name ?? "")

function checkTag(
  tag: Tag,
  ancestors: readonly Nodes[],
  { report, facts, placeOf, imports }: BodyContext,
): void {
  const name = tag.name ?? ""
  if (name === "") return // <>…</>
  const form = tags.get(name)
  const own = imports.get(name)
  if (own) {
    if (!form) return
    const reason = `Unexpected import of ${name}, expected another name, as in { ${name} as Own${name} }: <${name}> is a tag of its own`
    report(own.place, reason, "mdx-import")
    return
  }
  if (isRendered(name) && ancestors.some(({ type }) => type === "ownComponent")) {
    const reason = `Unexpected <${name}> in a component, expected it above or below`
    report(tag, reason, "tag-place")
  }
  if (!form) {
    report(tag, `Unexpected tag <${name}>, expected ${expectedFor(name)}`, "tag-unknown")
    return
  }
  const { attributes = {}, isOpen = false } = form
  const names = Object.keys(attributes)
  const mentions: Mention[] = []
  let course: string | undefined
  const settled = new Set<string | undefined>() // attributes that are there, or meant by others
  for (const attribute of tag.attributes) {
    if (attribute.type === "mdxJsxExpressionAttribute") {
      report(attribute, `Unexpected {…} in <${name}>, expected name="value"`, "tag-attribute")
      for (const name of names) settled.add(name)
      continue
    }
    const expected = names.includes(attribute.name) ? attributes[attribute.name] : undefined
    if (!expected && isOpen) continue
    if (!expected) {
      const list = names.length > 1 ? `one of ${names.join(", ")}` : (names[0] ?? "none")
      const near = suggestionOf(attribute.name, names)
      const reason = `Unexpected attribute ${attribute.name} of <${name}>, expected ${list}${near}`
      report(attribute, reason, "tag-attribute")
      settled.add(findNearest(attribute.name, names))
      continue
    }
    settled.add(attribute.name)
    if (expected.type === "any") continue
    const value = attributeValue(attribute, expected, report, name)
    if (attribute.name === "course") course = typeof value === "string" ? value : undefined
    if (!expected.names || typeof value !== "string") continue
    mentions.push({ kind: expected.names, name: value, place: placeOf(attribute) })
  }
  for (const [attribute, { required }] of Object.entries(attributes)) {
    if (!required || settled.has(attribute)) continue
    const reason = `Unexpected <${name}> without ${attribute}, expected <${name} ${attribute}="…">`
    report(tag, reason, "tag-attribute")
  }

  facts.mentions.push(...mentions.map((mention) => ({ ...mention, course })))
}

/** What an author writes instead of a tag that there is not. */
function expectedFor(name: string): string {
  const mark = markFor(name)
  if (mark !== undefined) return mark
  const isHtml = (name: string) => /^[a-z]/.test(name)
  const names = [...tags.keys()].filter((one) => isHtml(one) === isHtml(name))
  return `one of ${names.join(", ")}${nearKnown(name)}`
}

/** The suggestion of a tag that there is, where one is near. */
export const nearKnown = (name: string) => suggestionOf(name, tags.keys())

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
    any: "anything",
  }[type]
