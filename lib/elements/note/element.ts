import type { BodyElement } from "../../mdx/body-element"
import { noteLostMarks, readNotes } from "./check"
import { placeNotes } from "./page"
import { footnotes } from "./syntax"

/** Footnotes, which stand beside the text where there is room. */
export const note = {
  syntax: footnotes,
  lostMarks: noteLostMarks,
  read: readNotes,
  write: ({ root }) => placeNotes(root),
} satisfies BodyElement
