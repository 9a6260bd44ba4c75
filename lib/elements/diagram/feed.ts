import { h } from "hastscript"
import { findElement, type FeedRules } from "../../mdx/feed"

/** Readers of feeds take drawings away: they get the words for it. */
export const diagramFeed: FeedRules = {
  ".diagram"(figure, { rewrite }) {
    const words = findElement(figure, "svg")?.properties["ariaLabel"]
    const caption = findElement(figure, "figcaption")
    return [
      ...(caption ? [h("p", h("strong", ...rewrite(caption)))] : []),
      ...(typeof words === "string" ? [h("p", words)] : []),
    ]
  },
}
