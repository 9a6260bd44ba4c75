import type { Label } from "./labels"
import type { Heading } from "./post"
import type { Place } from "./problem"

/** What the body of a post or page holds, as other documents and the site ask about it: plain data. */
export type BodyFacts = {
  /** Ids of its headings of every depth. */
  ids: string[]
  /** Ids of its figures, tables and equations. */
  anchors: string[]
  /** Ids of its footnotes, which have no name. */
  notes: string[]
  links: Link[]
  images: Link[]
  /** Attributes that name something of another document. */
  mentions: Mention[]
  /** Hosts of pages that it shows in frames, where nobody knows them. */
  frames: Mentioned[]
  /** Keys of the works that it cites. */
  cites: Mentioned[]
  /** Names of the terms that it uses. */
  terms: Mentioned[]
  /** Sections and subsections, in order, typeset. */
  headings: Heading[]
  /** What else can be referred to. */
  labels: Label[]
  /** Tags of the author's own that it uses, in order. */
  components: ComponentUse[]
  /** Reading time, in whole minutes, at least 1. */
  minutes: number
}

/** An address that the text writes, and where; a link that shows its target's name is bare of a text. */
export type Link = { url: string; place: Place; bare?: boolean }

/** What the text names, and where. */
export type Mentioned = { name: string; place: Place }

/** A tag that a file of the author's own renders. */
export type ComponentUse = {
  /** What the text calls it. */
  name: string
  /** What the module exports it as. */
  exported: string
  /** The module, from the root of the project, with or without its ending. */
  module: string
  /** Plain values. */
  props: Readonly<Record<string, unknown>>
  /** Where its attributes are. */
  places: Readonly<Record<string, Place>>
  /** What a reader of feeds gets in its place. */
  feed?: string
  /** Whether something stands between its tags. */
  hasChildren: boolean
  /** If what it names is a function whose result is printed: how (BCP 47, digits that count). */
  value?: { language: string; digits?: number }
  /** Whether all its attributes could be read. */
  isWhole: boolean
  place: Place
}

/** A course, or a module of the course beside it, that an attribute names. */
export type Mention = Mentioned & { kind: "course" | "module"; course?: string }

/** The facts of a body in which there is nothing. */
export const noFacts = (): BodyFacts => ({
  ids: [],
  anchors: [],
  notes: [],
  links: [],
  images: [],
  mentions: [],
  frames: [],
  cites: [],
  terms: [],
  headings: [],
  labels: [],
  components: [],
  minutes: 1,
})

/** What is known of a body as others ask about it; its ids only where it can be read. */
export type BodySource = Omit<BodyFacts, "ids"> & Partial<Pick<BodyFacts, "ids">>

/** What is known of a body that cannot be read. */
export const unreadBody: BodySource = { ...noFacts(), ids: undefined }
