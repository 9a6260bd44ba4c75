import type { Element, ElementContent, Text } from "hast"
import type { DefaultTreeAdapterMap } from "parse5"

/** An element of a page, as parse5 reads it. What is made of it is hast. */
export type Source = DefaultTreeAdapterMap["element"]
export type SourceNode = DefaultTreeAdapterMap["childNode"]

export const isElement = (node: SourceNode): node is Source => "tagName" in node

export const childrenOf = ({ childNodes }: Source): readonly Source[] =>
  childNodes.filter(isElement)

export const attribute = ({ attrs }: Source, wanted: string) =>
  attrs.find(({ name }) => name === wanted)?.value

export const classesOf = (source: Source): readonly string[] =>
  (attribute(source, "class") ?? "").split(" ")

/** The first element in another that has a name or, after a dot, a class. */
export function findElement(source: Source, wanted: string): Source | undefined {
  for (const child of childrenOf(source)) {
    const found =
      child.tagName === wanted || classesOf(child).some((name) => `.${name}` === wanted)
        ? child
        : findElement(child, wanted)
    if (found) return found
  }
  return undefined
}

export const element = (
  tagName: string,
  children: readonly ElementContent[],
  properties: Element["properties"] = {},
): Element => ({ type: "element", tagName, properties, children: [...children] })

export const text = (value: string): Text => ({ type: "text", value })
