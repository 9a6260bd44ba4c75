/** An attribute of a tag: what it takes, and whether it must be there. */
export type Attribute = {
  type: "string" | "number" | "boolean"
  required?: boolean
  /** A form that text must have, and its name in "expected …". */
  pattern?: { form: { test: (text: string) => boolean }; name: string }
  /** Names something that must exist. A module is one of the course named beside it. */
  names?: "course" | "module"
}

export type Attributes = Readonly<Record<string, Attribute>>

const figure = {
  id: { type: "string" },
  width: {
    type: "string",
    pattern: { form: /^(?:text|wide|full|margin)$/, name: "text, wide, full or margin" },
  },
} as const satisfies Attributes

/** The tags that a post may use, with their attributes. `components/mdx.tsx` renders each. */
export const mdxTags = {
  CourseOutline: {
    course: { type: "string", required: true, names: "course" },
    module: { type: "string", names: "module" },
  },
  /** The images in it say nothing that the text does not: they have no alternative text. */
  Decorative: {},
  /** A figure: anything, and the paragraphs below it as its caption. */
  Figure: figure,
  /** A table, and the paragraphs beside it as its caption. */
  Table: figure,
  Tabs: { group: { type: "string" } },
  Tab: { title: { type: "string", required: true } },
  /** Words that the glossary explains, by that name or another. */
  Term: { name: { type: "string" } },
} as const satisfies Record<string, Attributes>

/** A tag that a component renders; the others become plain HTML when a body is compiled. */
export type MdxTag = Exclude<
  keyof typeof mdxTags,
  "Decorative" | "Figure" | "Table" | "Tabs" | "Tab" | "Term"
>

/** Tags that stand in a line of text. */
export const lineTags: readonly string[] = ["Term"] satisfies (keyof typeof mdxTags)[]

/** Language and direction of words or passages in another language. */
const foreign: Attributes = {
  lang: {
    type: "string",
    pattern: { form: { test: isLanguage }, name: "a language tag such as ar or zh-Hant" },
  },
  dir: { type: "string", pattern: { form: /^(?:ltr|rtl|auto)$/, name: "ltr, rtl or auto" } },
}

function isLanguage(tag: string) {
  try {
    return Intl.getCanonicalLocales(tag).length === 1
  } catch {
    return false
  }
}

/** HTML elements that a post may use where Markdown has no mark of its own. */
export const htmlElements: Readonly<Record<string, Attributes>> = {
  abbr: { title: { type: "string", required: true } },
  br: {},
  cite: foreign,
  dd: {},
  del: {},
  details: { open: { type: "boolean" } },
  dfn: foreign,
  div: foreign,
  dl: {},
  dt: {},
  ins: {},
  kbd: {},
  mark: {},
  q: { cite: { type: "string" }, ...foreign },
  small: {},
  span: foreign,
  sub: {},
  summary: {},
  sup: {},
  wbr: {},
}
