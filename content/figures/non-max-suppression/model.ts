import { overlapOf, suppress, type Box } from "../box-overlap/model"

/** What a detector may find of two cars: boxes, and how sure it is of each. */
export const found: readonly { box: Box; score: number }[] = [
  { box: [0.6, 1.2, 2.8, 3.4], score: 0.9 },
  { box: [1.1, 1.5, 3.2, 3.7], score: 0.7 },
  { box: [0.2, 0.9, 2.2, 3.2], score: 0.8 },
  { box: [4.4, 1, 6.6, 3], score: 0.85 },
  { box: [4.9, 1.4, 7.1, 3.5], score: 0.75 },
  { box: [3.3, 0.3, 4.1, 1.1], score: 0.4 },
]

/** How wide and high the picture is, in the unit of the boxes. */
export const picture = { width: 7.5, height: 4.0625 } as const

/** Into how many rows and columns YOLO cuts it (Redmon et al. 2015, section 2). */
export const grid = 7

/** The cell that answers for a box, as its centre lies in it: row and column, from 0. */
export function cellOf([x1, y1, x2, y2]: Box): readonly [row: number, column: number] {
  const at = (middle: number, whole: number) => Math.floor((middle / whole) * grid)
  return [at((y1 + y2) / 2, picture.height), at((x1 + x2) / 2, picture.width)]
}

/** How many cells have found something. */
export const cells = (): number => new Set(found.map(({ box }) => cellOf(box).join())).size

/** The settings of the figure. */
export type Settings = {
  /** A box of which the detector is no surer than this goes at once. */
  least: number
  /** From which overlap with a box that is kept another goes. */
  threshold: number
  /** 0: all boxes; 1: the unsure ones are gone; each further step keeps one box. */
  step: number
}

export const defaults: Settings = { least: 0.6, threshold: 0.4, step: 3 }

/** A box at a step: it waits, is kept, or is gone, and with which kept box it shares how much. */
export type Fate = { state: "waits" | "kept" | "unsure" | "gone"; shares?: number }

/** The last step at which something happens. */
export const lastStep = ({ least, threshold }: Settings): number =>
  1 + suppress(found, least, threshold).length

/** What has become of each box. */
export function fatesOf({ least, threshold, step }: Settings): readonly Fate[] {
  const kept = suppress(found, least, threshold).slice(0, Math.max(0, step - 1))
  return found.map(({ box, score }, index) => {
    if (step > 0 && score <= least) return { state: "unsure" }
    if (kept.includes(index)) return { state: "kept" }
    const shares = Math.max(0, ...kept.map((one) => overlapOf(found[one]?.box ?? box, box)))
    return { state: kept.length > 0 && shares >= threshold ? "gone" : "waits", shares }
  })
}

/** How many boxes stay in the end. */
export const left = (settings: Partial<Settings>): number => {
  const { least, threshold } = { ...defaults, ...settings }
  return suppress(found, least, threshold).length
}

/** What is wrong with settings, for a reader. */
export function problemOf({ least, threshold, step }: Settings): string | undefined {
  if (!(least >= 0 && least <= 1)) return "How sure a box has to be is a number from 0 to 1."
  if (!(threshold > 0 && threshold <= 1)) return "The threshold is above 0, and at most 1."
  if (!(Number.isInteger(step) && step >= 0 && step <= found.length + 1)) {
    return `There are 0 to ${found.length + 1} steps.`
  }
  return undefined
}

/** What the figure says by default, for other programs to agree with. */
export const numbersOf = ({ least, threshold }: Settings) => ({
  cells: found.map(({ box }) => cellOf(box)),
  kept: suppress(found, least, threshold),
  lenient: suppress(found, least, 0.7),
})
