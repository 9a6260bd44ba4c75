import type { LostMark } from "../../mdx/body-element"

/** Formulas that Markdown takes for text. */
export const mathLostMarks: readonly LostMark[] = [
  {
    pattern: /(?<![\\\w$])\$(?=[A-Za-z\\])/g,
    rule: "tex",
    reasonOf: () =>
      "$ without another, expected $ right behind the formula too, or \\$ for the sign itself",
  },
  {
    pattern: /(?<![\\\w$])\$ (?=[A-Za-z] |[^$\n]*[\\^_=])(?=[^$\n]* \$(?![\w$]))/g,
    rule: "tex",
    reasonOf: () =>
      "space behind $, expected the formula right behind it, or \\$ for the sign itself",
  },
]
