import { defaultTreeAdapter as tree, html, type DefaultTreeAdapterMap } from "parse5"

export type Node = DefaultTreeAdapterMap["node"]
export type Element = DefaultTreeAdapterMap["element"]
export type Parent = DefaultTreeAdapterMap["parentNode"]

/** The start tag of an element. */
export type Tag = Pick<Element, "tagName" | "attrs">

export const createElement = (name: string, attributes: Readonly<Record<string, string>>) =>
  tree.createElement(
    name,
    html.NS.HTML,
    Object.entries(attributes).map(([name, value]) => ({ name, value })),
  )

export function createScript(attributes: Readonly<Record<string, string>>, text: string): Element {
  const script = createElement("script", attributes)
  tree.insertText(script, text)
  return script
}

export function insertAfter(parent: Parent, node: Element, before: Node): void {
  const next = parent.childNodes[parent.childNodes.findIndex((child) => child === before) + 1]
  if (next) tree.insertBefore(parent, node, next)
  else tree.appendChild(parent, node)
}

/** A node and all that is in it, in the order of the document. */
export function nodesOf(node: Node, found: Node[] = []): readonly Node[] {
  found.push(node)
  if ("childNodes" in node) for (const child of node.childNodes) nodesOf(child, found)
  return found
}

export const elementsOf = (node: Node): readonly Element[] =>
  nodesOf(node).filter((inner) => tree.isElementNode(inner))

const script = createElement("script", {})

/** Puts HTML in the place of an element, as it is: so a serializer writes a text whose parent is a script. */
export function replaceWithHtml(element: Element, html: string): void {
  const text = Object.assign(tree.createTextNode(html), { parentNode: script })
  element.parentNode?.childNodes.splice(element.parentNode.childNodes.indexOf(element), 1, text)
}

export const attribute = (tag: Tag, name: string) =>
  tag.attrs.find((one) => one.name === name)?.value

/** The text in an element; none of a tag that is no part of a tree. */
export const textOf = (element: Tag & Partial<Pick<Element, "childNodes">>): string =>
  (element.childNodes ?? [])
    .map((node) =>
      tree.isTextNode(node) ? node.value : tree.isElementNode(node) ? textOf(node) : "",
    )
    .join("")
