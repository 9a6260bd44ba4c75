import type { Nodes } from "mdast"
import type { MdxJsxFlowElement, MdxJsxTextElement } from "mdast-util-mdx-jsx"

/** A tag in a body: a block, or in a line of text. */
export type Tag = MdxJsxFlowElement | MdxJsxTextElement
export type TagAttribute = Tag["attributes"][number]

/** An attribute of a tag: what it takes, and whether it must be there. */
export type Attribute = {
  /** "any": it is left aside. */
  type: "string" | "number" | "boolean" | "any"
  required?: boolean
  /** A form that text must have, and its name in "expected …". */
  pattern?: { form: { test: (text: string) => boolean }; name: string }
  /** Names something that must exist. A module is one of the course named beside it. */
  names?: "course" | "module"
}

export type Attributes = Readonly<Record<string, Attribute>>

/** Whether a node is a tag, of a name. */
export const isTag = (node: Nodes | undefined, name?: string): node is Tag =>
  (node?.type === "mdxJsxFlowElement" || node?.type === "mdxJsxTextElement") &&
  (name === undefined || node.name === name)

/** What something stands in that no link can stand in. */
export const linkless = (ancestors: readonly Nodes[]): readonly ("heading" | "link")[] =>
  ancestors.flatMap(({ type }) =>
    type === "heading" ? type : type === "link" || type === "linkReference" ? "link" : [],
  )

/** The attribute of a tag that has a name. */
export const findAttribute = ({ attributes }: Tag, name: string) =>
  attributes.find((one) => one.type === "mdxJsxAttribute" && one.name === name)

/** The text of an attribute. */
export function attributeOf(tag: Tag, name: string): string | undefined {
  const value = findAttribute(tag, name)?.value
  return typeof value === "string" ? value : undefined
}
