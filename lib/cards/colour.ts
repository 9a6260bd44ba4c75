/** Red, green and blue of `#rrggbb`, from 0 to 255. */
export const channelsOf = (colour: string) =>
  [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))

/** A colour over another. @param share of the first, from 0 to 1 */
export function blend(colour: string, under: string, share: number): string {
  const below = channelsOf(under)
  const mixed = channelsOf(colour).map((channel, index) =>
    Math.round(channel * share + (below[index] ?? 0) * (1 - share)),
  )
  return `#${mixed.map((channel) => channel.toString(16).padStart(2, "0")).join("")}`
}
