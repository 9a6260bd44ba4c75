import type { Element } from "hast"
import { h } from "hastscript"
import type { BodyElement } from "../../mdx/body-element"
import { isTag } from "../../mdx/tag"
import { checkTabs } from "./check"

/** `<Tabs>` around two or more of `<Tab title="…">`. */
export const tabs = {
  tags: {
    Tabs: { attributes: { group: { type: "string" } }, block: true, html: groupOf },
    Tab: { attributes: { title: { type: "string", required: true } }, block: true, html: tabOf },
  },
  read: ({ report }) => ({
    tags: {
      Tab(node, ancestors) {
        if (isTag(ancestors.at(-1), "Tabs")) return
        report(node, "Unexpected <Tab> by itself, expected it right inside <Tabs>", "tabs")
      },
      Tabs: {
        enter(node, ancestors) {
          if (!ancestors.some((outer) => isTag(outer, "Tabs"))) return
          const reason = "Unexpected <Tabs> inside <Tabs>, expected tabs without tabs in them"
          report(node, reason, "tabs")
        },
        leave: (node) => checkTabs(node, report),
      },
    },
  }),
} satisfies BodyElement

/**
 * Plain HTML: blocks one after the other, each below its title. `./enhance.ts` makes them tabs, and
 * fills the list; it is here, empty, because React must find on a page what it made.
 */
function groupOf({ properties: { group }, children }: Element): Element {
  return h("tab-group", { dataGroup: typeof group === "string" ? group : undefined }, [
    h("div", { className: ["tab-list"] }),
    ...children.filter(({ type }) => type === "element"),
  ])
}

function tabOf({ properties, children }: Element): Element {
  const title = String(properties["title"])
  return h("section", { className: ["tab"], dataTab: title }, [
    h("p", { className: ["tab-title"] }, title),
    ...children,
  ])
}
