import type { Element, Nodes } from "hast"
import { fromHtml } from "hast-util-from-html"
import { toHtml } from "hast-util-to-html"
import type { Run } from "../../mdx/run"

/**
 * The first picture of a body that readers can change, as HTML that stands still in a list: nothing in it
 * has an id, which the same picture elsewhere has.
 */
export function firstPictureIn(runs: readonly Run[]): string | undefined {
  const html = runs.filter((run) => typeof run === "string").join("")
  const stage = findStage(fromHtml(html, { fragment: true }))
  if (!stage) return undefined
  withoutIds(stage)
  return toHtml(stage)
}

function findStage(node: Nodes): Element | undefined {
  if (node.type === "element" && isStage(node)) return node
  if (!("children" in node)) return undefined
  for (const child of node.children) {
    const found = findStage(child)
    if (found) return found
  }
  return undefined
}

const isStage = ({ properties }: Element) =>
  Array.isArray(properties.className) && properties.className.includes("figure-stage")

function withoutIds(node: Element): void {
  delete node.properties.id
  for (const child of node.children) if (child.type === "element") withoutIds(child)
}
