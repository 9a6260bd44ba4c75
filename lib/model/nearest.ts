import { distance } from "fastest-levenshtein"

/**
 * The candidate that somebody who wrote `word` most likely meant: the one fewest edits away, if that
 * is at most two fifths of its letters, or one.
 */
export function findNearest(word: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined
  let least = Infinity
  for (const candidate of candidates) {
    const edits = slipsBetween(word.toLowerCase(), candidate.toLowerCase())
    const greatest = Math.max(1, candidate.length * 0.4)
    if (edits < least && edits <= greatest && edits < candidate.length) {
      best = candidate
      least = edits
    }
  }
  return best
}

/** Edits; two neighbours in the wrong order are two of them, and one slip of the fingers. */
function slipsBetween(word: string, candidate: string): number {
  const edits = distance(word, candidate)
  if (edits !== 2 || word.length !== candidate.length) return edits
  const at = Array.from(word).findIndex((_, index) => word[index] !== candidate[index])
  const swapped = word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2)
  return swapped === candidate ? 1 : edits
}

/** ", did you mean title?", or nothing where nothing is near. */
export function suggestionOf(word: string, candidates: Iterable<string>): string {
  const nearest = findNearest(word, candidates)
  return nearest === undefined ? "" : `; did you mean ${nearest}?`
}
