import { toString } from "hast-util-to-string"
import type { Element, ElementContent } from "hast"
import { h } from "hastscript"
import { findElement, leadBack, unwrap, type FeedContext, type FeedRules } from "../../mdx/feed"
import { childrenTag, liveTag } from "./use"

/** The words that the author gives, or what there is to read of what the component shows first. */
export const componentFeed: FeedRules = {
  [liveTag](element, context) {
    const { dataFeed } = element.properties
    if (typeof dataFeed === "string") return leadBack(dataFeed)(element, context)
    const figure = figureIn(element, context)
    if (figure) return figure
    const shown = context.rewrite(element)
    if (toString(h("div", shown)).trim() !== "") return shown
    return leadBack("A figure, which is on the page")(element, context)
  },
  [childrenTag]: unwrap,
}

/** What a figure that readers change says, and its numbers: where nothing runs, neither picture nor controls. */
function figureIn(element: Element, context: FeedContext): readonly ElementContent[] | undefined {
  const says = findElement(element, "output")
  const numbers = findElement(element, "details")
  const table = numbers && findElement(numbers, "table")
  if (!says || !table) return undefined
  return [
    h("p", context.rewrite(says)),
    h("table", context.rewrite(table)),
    ...leadBack("A figure to change is on the page")(element, context),
  ]
}
