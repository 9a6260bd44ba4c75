/** How a language writes numbers. */
export type Signs = {
  point: string
  /** Between every three digits before the point. */
  group: string
  /** How many digits there are before the point where these are grouped. */
  least: number
}

const known = new Map<string, Signs | undefined>()

/**
 * The signs of a language.
 *
 * @param language BCP 47
 * @returns undefined of one that has other digits, or groups of other lengths
 */
export function signsOf(language: string): Signs | undefined {
  if (!known.has(language)) known.set(language, findSigns(language))
  return known.get(language)
}

function findSigns(language: string): Signs | undefined {
  const write = (value: number) => value.toLocaleString(language, { maximumSignificantDigits: 9 })
  const [, point] = /^1(\D)5$/.exec(write(1.5)) ?? []
  const { group } = /^1(?<group>\D)234\k<group>567$/.exec(write(1_234_567))?.groups ?? {}
  if (point === undefined || group === undefined) return undefined
  return { point, group, least: write(1234) === "1234" ? 5 : 4 }
}
