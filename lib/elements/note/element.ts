import type { BodyElement } from "../../mdx/body-element"
import { noteLostMarks, readNotes } from "./check"
import { readInlineNotes } from "./inline"
import { placeNotes } from "./page"
import { footnotes } from "./syntax"
import { wordsOf } from "../../model/words/words"

/** Footnotes, which stand beside the text where there is room. */
export const note = {
  syntax: footnotes,
  lostMarks: noteLostMarks,
  read: (body) => [readInlineNotes(body), readNotes(body)],
  write: ({ root, language }) => placeNotes(root, wordsOf(language)),
} satisfies BodyElement
