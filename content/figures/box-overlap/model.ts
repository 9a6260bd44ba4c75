/** A rectangle by its upper left and its lower right corner. */
export type Box = readonly [x1: number, y1: number, x2: number, y2: number]

/** The settings of the figure. */
export type Settings = {
  /** Where the second box is, by its upper left corner, and how wide and high. */
  x: number
  y: number
  width: number
  height: number
  /** From which overlap on two boxes are taken for one object. */
  threshold: number
}

export const still: Box = [2, 1, 4, 3]

export const defaults: Settings = { x: 1, y: 2, width: 2, height: 2, threshold: 0.5 }

const areaOf = ([x1, y1, x2, y2]: Box) => (x2 - x1) * (y2 - y1)

/**
 * What two boxes have in common, by what they have together.
 *
 * @returns from 0 of those that do not touch to 1 of the same
 * @throws RangeError if a box has no area
 */
export function overlapOf(a: Box, b: Box): number {
  for (const box of [a, b]) {
    if (!(areaOf(box) > 0 && box[2] > box[0])) {
      throw new RangeError(`Unexpected box ${box.join(", ")}, expected one with an area`)
    }
  }
  const common = commonOf(a, b)
  const shared = common ? areaOf(common) : 0
  return shared / (areaOf(a) + areaOf(b) - shared)
}

/** The box that two have in common, if they do. */
export function commonOf(a: Box, b: Box): Box | undefined {
  const box: Box = [
    Math.max(a[0], b[0]),
    Math.max(a[1], b[1]),
    Math.min(a[2], b[2]),
    Math.min(a[3], b[3]),
  ]
  return box[2] > box[0] && box[3] > box[1] ? box : undefined
}

export const boxOf = ({ x, y, width, height }: Settings): Box => [x, y, x + width, y + height]

/** The overlap of the figure's boxes. */
export const overlap = (settings: Partial<Settings>): number =>
  overlapOf(still, boxOf({ ...defaults, ...settings }))

/**
 * Which of some boxes are kept: the surest, then the next that overlaps none kept by as much.
 *
 * @param boxes with how sure each is
 * @param least how sure a box is that is looked at
 * @param threshold from which overlap on a box goes
 * @returns places of those kept, the surest first
 */
export function suppress(
  boxes: readonly { box: Box; score: number }[],
  least = 0.6,
  threshold = 0.5,
): readonly number[] {
  const kept: number[] = []
  const order = boxes.map((_, index) => index).filter((index) => (boxes[index]?.score ?? 0) > least)
  order.sort((a, b) => (boxes[b]?.score ?? 0) - (boxes[a]?.score ?? 0) || a - b)
  for (const index of order) {
    const { box } = boxes[index] as { box: Box }
    const isFree = kept.every((one) => overlapOf((boxes[one] as { box: Box }).box, box) < threshold)
    if (isFree) kept.push(index)
  }
  return kept
}

/** What is wrong with settings, for a reader. */
export function problemOf({ x, y, width, height, threshold }: Settings): string | undefined {
  if (![x, y].every((one) => one >= 0 && one <= 5)) return "A corner is between 0 and 5."
  if (![width, height].every((one) => one >= 0.5 && one <= 4)) {
    return "A box is 0.5 to 4 wide and high."
  }
  if (!(threshold > 0 && threshold <= 1)) return "The threshold is above 0, and at most 1."
  return undefined
}

/** What the figure says by default, for other programs to agree with. */
export const numbersOf = (settings: Settings) => ({ overlap: overlapOf(still, boxOf(settings)) })
