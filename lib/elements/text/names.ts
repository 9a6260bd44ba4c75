import type { PageVisitors } from "../../mdx/walk"
import { wordsOf } from "../../model/words/words"

/** Gives boxes and signs, which are named in English where they are made, their names in another language. */
export function nameIn(language: string): PageVisitors {
  const { labels } = wordsOf(language)
  if (!labels) return {}
  return {
    nodes: {
      element({ properties }) {
        const { ariaLabel } = properties
        if (typeof ariaLabel === "string") properties["ariaLabel"] = labels[ariaLabel] ?? ariaLabel
      },
    },
  }
}
