/** Addresses that a page has for itself: its content, its top, its notes. */
export const reservedIds: ReadonlySet<string> = new Set(["content", "top", "footnote-label"])

/** What a heading stands below, by its depth as written, and the depth that keeps it there. */
type Level = { above: number; right: number }

/**
 * Counts down the levels of headings, one after the other: each is below the nearest above it of a lesser
 * depth, and right is one more than what that should have. The title has 1.
 */
export function createLevels(): (depth: number) => Level {
  const open: { written: number; right: number }[] = [] // the headings that one may be below
  return (depth) => {
    while ((open.at(-1)?.written ?? 0) >= depth) open.pop()
    const { written: above = 1, right: parent = 1 } = open.at(-1) ?? {}
    const right = parent + 1
    open.push({ written: depth, right })
    return { above, right }
  }
}
