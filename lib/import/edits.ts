import type { Node } from "unist"

/** What is to stand in place of some signs of a text. */
type Edit = { from: number; to: number; by: string }

/** Changes of a text at some places, so that all else stays to the letter. */
export class Edits {
  readonly #text: string
  readonly #edits: Edit[] = []

  constructor(text: string) {
    this.#text = text
  }

  replace(from: number, to: number, by: string): void {
    this.#edits.push({ from, to, by })
  }

  insert(at: number, text: string): void {
    this.replace(at, at, text)
  }

  /** In place of a node, which is in the text from its first sign to its last. */
  replaceNode(node: Node, by: string): void {
    const { from, to } = rangeOf(node)
    this.replace(from, to, by)
  }

  /** The text with all changes; of two that overlap, with the one that begins first or reaches farther. */
  apply(): string {
    const edits = this.#edits.toSorted((a, b) => a.from - b.from || b.to - a.to)
    let text = ""
    let at = 0
    for (const { from, to, by } of edits) {
      if (from < at) continue
      text += this.#text.slice(at, from) + by
      at = to
    }
    return text + this.#text.slice(at)
  }
}

/** Where a node stands in its text, in signs from the start. */
export const rangeOf = ({ position }: Node): { from: number; to: number } => ({
  from: position?.start.offset ?? 0,
  to: position?.end.offset ?? 0,
})
