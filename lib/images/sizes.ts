/** Widths that images are made in, in pixels: from a phone to a figure that is enlarged. */
const steps = [480, 768, 1080, 1600, 2400]

/** A width this near to the next is not worth a file of its own. */
const nearness = 1.15

/** The widths to make an image in: never above its own, and its own as far as any is that large. */
export function widthsOf(width: number): readonly number[] {
  const greatest = Math.min(width, steps.at(-1) ?? width)
  return [...steps.filter((step) => step * nearness <= greatest), greatest]
}

/** The width of the file for browsers that know neither of the newer formats. */
export const fallbackWidthOf = (width: number) =>
  widthsOf(width).findLast((step) => step <= 1080) ?? width

/** Larger images are a problem: a camera's are smaller, and WebP has no longer sides. */
export const greatestPixels = 50_000_000
export const greatestSide = 16_383
export const greatestBytes = 20_000_000
