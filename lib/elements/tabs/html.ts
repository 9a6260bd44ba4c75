import type { Element, Root } from "hast"
import { visit } from "unist-util-visit"

/**
 * Makes plain HTML of tabs: blocks one after the other, each below its title. `lib/elements/tabs/enhance.ts` makes
 * them tabs, and fills the list; it is here, empty, because React must find on a page what it made.
 */
export function placeTabs(tree: Root): void {
  visit(tree, "element", (element) => {
    if (element.tagName === "Tabs") {
      const { group } = element.properties
      element.tagName = "tab-group"
      element.properties = typeof group === "string" ? { dataGroup: group } : {}
      element.children = element.children.filter(isElement)
      element.children.unshift(elementOf("div", { className: ["tab-list"] }))
    } else if (element.tagName === "Tab") {
      const title = String(element.properties["title"])
      element.tagName = "section"
      element.properties = { className: ["tab"], dataTab: title }
      element.children.unshift({
        ...elementOf("p", { className: ["tab-title"] }),
        children: [{ type: "text", value: title }],
      })
    }
  })
}

const isElement = (node: Element["children"][number]): node is Element => node.type === "element"

const elementOf = (tagName: string, properties: Element["properties"]): Element => ({
  type: "element",
  tagName,
  properties,
  children: [],
})
