/** An attribute of a tag: what it takes, and whether it must be there. */
export type Attribute = {
  type: "string" | "number" | "boolean"
  required?: boolean
  /** Names something that must exist. A module is one of the course named beside it. */
  names?: "course" | "module"
}

export type Attributes = Readonly<Record<string, Attribute>>

/** The tags that a post may use, with their attributes. `components/mdx.tsx` renders each. */
export const mdxTags = {
  CourseOutline: {
    course: { type: "string", required: true, names: "course" },
    module: { type: "string", names: "module" },
  },
  /** The images in it say nothing that the text does not: they have no alternative text. */
  Decorative: {},
} as const satisfies Record<string, Attributes>

/** A tag that a component renders; of the others, `lib/markdown` makes plain HTML. */
export type MdxTag = Exclude<keyof typeof mdxTags, "Decorative">

/** HTML elements that a post may use where Markdown has no mark of its own. */
export const htmlElements: Readonly<Record<string, Attributes>> = {
  abbr: { title: { type: "string", required: true } },
  br: {},
  cite: {},
  dd: {},
  del: {},
  details: { open: { type: "boolean" } },
  dfn: {},
  dl: {},
  dt: {},
  ins: {},
  kbd: {},
  mark: {},
  q: { cite: { type: "string" } },
  small: {},
  span: { lang: { type: "string" }, dir: { type: "string" } },
  sub: {},
  summary: {},
  sup: {},
  wbr: {},
}
