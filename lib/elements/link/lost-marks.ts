import type { LostMark } from "../../mdx/body-element"
import { findNearest } from "../../model/nearest"

/** Links that Markdown takes for text. */
export const linkLostMarks: readonly LostMark[] = [
  {
    pattern:
      /(?<=(?<!\\)\[[^\][]*\]\()(?<found>[^\s()<>]+(?: +[^\s()<>"']+)+)(?= *(?:["'][^\n]*)?\))/g,
    rule: "link-target",
    reasonOf: (address) =>
      `space in the address ${address}, expected one without, such as ${address.replaceAll(/ +/g, "-")}`,
  },
  {
    pattern: /(?<=(?<!\\)\[[^\][]*\]) +(?=\((?:\/|#|https?:\/\/)[^\s()]*\))/g,
    rule: "link-target",
    reasonOf: () => "space between ] and ( of a link, expected none",
  },
  {
    pattern: /(?<!\\)\([^()\n]*\)\[(?<found>(?:\/|#|https?:\/\/)[^\s\]]*)\]/g,
    rule: "link-target",
    reasonOf: (address) => `(…)[…] around a link, expected [text](${address})`,
  },
  {
    pattern:
      /(?<![\\\w\]])\[(?![@^])(?=[^\][]*[A-Za-z])[^\][]+\]\[(?=[^\][]*[A-Za-z])(?<found>[^\][\n]+)\]/g,
    rule: "link-target",
    reasonOf: (name, definitions) => {
      const nearest = findNearest(name, definitions)
      const near = nearest === undefined ? "" : `; did you mean [${nearest}]?`
      return `link to [${name}], expected a line [${name}]: and its address${near}`
    },
  },
]
