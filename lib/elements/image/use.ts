import { mapHtml, type Run } from "../../mdx/run"

/** How a body uses an image. */
export type ImageUse = {
  /** As it is written: the name of a file beside the post, or an address elsewhere. */
  src: string
  /** Empty where it is only a decoration. */
  alt: string
  /** Shown when a pointer rests on it; that of an image alone is its caption instead. */
  title?: string
  /** How wide the figure around it is. */
  place: (typeof imagePlaces)[number]
  /** How wide it is, as CSS has it, where the author says so: "50%", "300px". */
  width?: string
  /** Whether it is a block, and no part of a line. */
  block: boolean
  /** Whether it is a link, or within one. */
  linked: boolean
  /** Whether it comes before all sections, so that a reader sees it at once. */
  first: boolean
}

export const imagePlaces = ["text", "wide", "full", "margin"] as const

/**
 * Stands before and after a use of an image in compiled HTML, until {@link fillImages} puts a picture
 * there. No text holds it: the check refuses control characters.
 */
const mark = "\u0001"

/** What stands in the place of an image: what files there are of it is not known yet. */
export const markOf = (use: ImageUse) => `${mark}${encodeURIComponent(JSON.stringify(use))}${mark}`

/** Text that cannot be taken for an image. */
export const withoutMarks = (text: string) => text.replaceAll(mark, "")

/** A compiled body with HTML in the places of its images. */
export const fillImages = (
  runs: readonly Run[],
  htmlOf: (use: ImageUse) => string,
): readonly Run[] => mapHtml(runs, (html) => fillHtml(html, htmlOf))

const fillHtml = (html: string, htmlOf: (use: ImageUse) => string) =>
  html
    .split(mark)
    .map((piece, index) =>
      index % 2 === 0 ? piece : htmlOf(JSON.parse(decodeURIComponent(piece)) as ImageUse),
    )
    .join("")

/** Whether an image is one of another site. */
export const isElsewhere = (src: string) => /^https?:\/\//i.test(src)

/**
 * The name of a file beside the post, as its address says it. macOS writes é as two characters, and
 * means the same.
 */
export function nameOf(src: string): string {
  const name = src.replace(/^\.\//, "")
  try {
    return decodeURIComponent(name).normalize("NFC")
  } catch {
    return name.normalize("NFC")
  }
}
