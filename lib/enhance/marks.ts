import {
  loadProgress,
  migrateProgress,
  rulesOf,
  saveProgress,
  type Progress,
} from "@/lib/model/progress"

const shelf = () => localStorage

/** What this browser remembers as read. */
export const readProgress = () => loadProgress(shelf)

/** Makes this browser remember it, and this page show it; false if it does not remember. */
export function writeProgress(progress: Progress): boolean {
  const written = saveProgress(shelf, progress)
  showProgress()
  return written
}

/**
 * Shows what is read: with a style sheet of its own, so that it can be there before the first paint and
 * the HTML stays as it was sent.
 */
export function showProgress(): void {
  const shown = globalThis as { partwiseMarks?: CSSStyleSheet }
  if (!shown.partwiseMarks) {
    shown.partwiseMarks = new CSSStyleSheet()
    document.adoptedStyleSheets.push(shown.partwiseMarks)
  }
  shown.partwiseMarks.replaceSync(rulesOf(readProgress()))
  dispatchEvent(new Event(changed))
}

/** Tells the elements of a page that what is read has changed. */
export const changed = "partwise:progress"

/** Moves what is remembered under slugs that posts of this page had before. */
export function moveFormer(): void {
  const posts = [...document.querySelectorAll<HTMLElement>("[data-read]")].map(slugsIn)
  const before = readProgress()
  const moved = migrateProgress(before, posts)
  if (moved !== before) writeProgress(moved)
}

/** The slugs of the post that an element is about. */
export const slugsIn = ({ dataset }: HTMLElement) => (dataset["read"] ?? "").split(" ")
