import type { Element, ElementContent, Root as HtmlRoot } from "hast"
import type { Heading, Nodes } from "mdast"
import type { Extension as FromMarkdown } from "mdast-util-from-markdown"
import type { Math } from "mdast-util-math"
import type { Handlers } from "mdast-util-to-hast"
import type { Extension } from "micromark-util-types"
import type { BodyFacts } from "../model/body"
import type { Label, NumberedKind } from "../model/labels"
import type { Place } from "../model/problem"
import type { RuleId } from "../model/rules"
import type { Import, OddStatement } from "./imports"
import type { Attributes, Tag, TagAttribute } from "./tag"
import type { BodyVisitors, PageVisitors } from "./walk"

/** All there is to know of something that authors write. `lib/elements/all.ts` lists them. */
export type BodyElement = {
  /** Its tags: what they take, and what they become. */
  tags?: Readonly<Record<string, TagForm>>
  /** Those of its tags that a component of `components/mdx-body.tsx` renders. */
  rendered?: Readonly<Record<string, Attributes>>
  /** How it is written, for the parser. */
  syntax?: readonly Syntax[]
  /** Writes a body as Markdown has it, sign for sign: every place in it stays where it was. */
  respell?: (body: string) => string
  /** What Markdown takes for text although it was meant as this. */
  lostMarks?: readonly LostMark[]
  /** What is done with a body in its one walk: changes of nodes, rules, facts. */
  read?: (body: BodyContext) => BodyVisitors | readonly BodyVisitors[]
  /** What nodes of Markdown become in HTML. */
  handlers?: Handlers
  /** What is done in the one walk of the HTML: all that depends on where something stands. */
  write?: (page: PageContext) => PageVisitors | readonly PageVisitors[]
}

export type TagForm = {
  attributes?: Attributes
  /** Whether it takes others too, which its own element reads. */
  isOpen?: boolean
  /** Whether it is a block: no line of text can hold it, and alone in a paragraph it takes its place. */
  block?: boolean
  /** What it becomes, if not an element of its name. */
  html?: (element: Element, tag: Tag) => ElementContent | ElementContent[]
}

export type Syntax = {
  micromark: Extension
  mdast?: FromMarkdown | FromMarkdown[]
  /** Whether a body may hold it; else it is not looked for, and costs nothing. */
  mayBeIn?: (text: string) => boolean
}

export type LostMark = {
  /** What is looked for in the source; the problem is where it begins, `before` left aside. */
  pattern: RegExp
  rule: RuleId
  /** What was unexpected and what expected, of what the pattern calls `found`. */
  reasonOf: (found: string, definitions: readonly string[]) => string
}

/** What elements know of a body that is read, and where they leave what they find. */
export type BodyContext = {
  /** The file, from the root of the project. */
  file: string
  /** Its source. */
  text: string
  /** In which it is written, BCP 47. */
  language: string
  facts: BodyFacts
  /** What it imports, by what its text calls it, and what stands beside the imports. */
  imports: ReadonlyMap<string, Import>
  odd: readonly OddStatement[]
  /** What references can lead to, in order. */
  targets: Target[]
  /** Running text and the offsets between which it stands, for a dictionary. */
  prose: Prose[]
  /** How many words there are to read. */
  words: number
  /** Where something is in the file. */
  placeOf: (at: Located) => Place
  report: ReportAt
}

export type Prose = { text: string; from: number; to: number }

/** A heading, or something with a number. */
export type Target = {
  /** What a reference in the same body calls it. */
  name?: string
  /** What it is called from elsewhere, unless a table of contents has it. */
  label?: Label
} & (
  | { kind: "section"; node: Heading; id: string; name: string }
  | { kind: "equation"; node: Math; id: string; at: Located }
  | { kind: Exclude<NumberedKind, "equation">; node: Tag; id?: string; at?: Located }
)

/** What a problem can be at: a node, an attribute, a place in the body. */
export type Located = Nodes | TagAttribute | Place

/** Says what is wrong, and where. */
export type ReportAt = (at: Located, reason: string, rule: RuleId) => void

/** A page that is being written. */
export type PageContext = { root: HtmlRoot; language: string }
