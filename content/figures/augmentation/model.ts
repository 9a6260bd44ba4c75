/** A drawing of 5 × 7 dots. */
export type Drawing = readonly string[]

/** Signs as a typewriter has them: those that turn into each other do so dot by dot. */
export const signs = {
  "6": [".###.", "#....", "#....", "####.", "#...#", "#...#", ".###."],
  "9": [".###.", "#...#", "#...#", ".####", "....#", "....#", ".###."],
  "8": [".###.", "#...#", "#...#", ".###.", "#...#", "#...#", ".###."],
  b: ["#....", "#....", "####.", "#...#", "#...#", "#...#", "####."],
  d: ["....#", "....#", ".####", "#...#", "#...#", "#...#", ".####"],
  A: [".###.", "#...#", "#...#", "#####", "#...#", "#...#", "#...#"],
} as const satisfies Record<string, Drawing>

export type Sign = keyof typeof signs

/** The settings of the figure. */
export type Settings = {
  sign: Sign
  isMirrored: boolean
  isTurned: boolean
}

export const defaults: Settings = { sign: "6", isMirrored: false, isTurned: true }

const backwards = (text: string) => Array.from(text).toReversed().join("")

export const mirror = (drawing: Drawing): Drawing => drawing.map(backwards)

/** By half a turn. */
export const turn = (drawing: Drawing): Drawing => drawing.map(backwards).toReversed()

export function drawingOf({ sign, isMirrored, isTurned }: Settings): Drawing {
  const drawing = isMirrored ? mirror(signs[sign]) : signs[sign]
  return isTurned ? turn(drawing) : drawing
}

/** Which sign a drawing is, if any is drawn like that. */
export const read = (drawing: Drawing): Sign | undefined =>
  (Object.keys(signs) as Sign[]).find((sign) => signs[sign].join() === drawing.join())

/** What a sign has become. */
export const becomes = (settings: Partial<Settings>): string =>
  read(drawingOf({ ...defaults, ...settings })) ?? "no sign at all"

/**
 * Views that crops and mirroring make of one picture (Krizhevsky et al. 2012, section 4.1).
 *
 * @param image width of the picture, in pixels
 * @param crop width of the part that is taken
 * @param isCounted every place a crop can have, and not the shifts alone as the paper counts them
 */
export const views = ({ image = 256, crop = 224, isCounted = false }): number =>
  2 * (image - crop + (isCounted ? 1 : 0)) ** 2

/** What is wrong with settings, for a reader. */
export const problemOf = ({ sign }: Settings): string | undefined =>
  Object.hasOwn(signs, sign) ? undefined : "There are six signs to choose from."

/** What the figure says by default, for other programs to agree with. */
export const numbersOf = (settings: Settings) => ({
  dots: drawingOf(settings).map((row) => Array.from(row, (dot) => (dot === "#" ? 1 : 0))),
  views: views({}),
})
