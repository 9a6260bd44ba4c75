/** Distances between two pictures of the same person, and of two people: made up, as a network may give them. */
export const same = [0.35, 0.5, 0.55, 0.6, 0.7, 0.75, 0.8, 0.85, 0.95, 1.15] as const
export const others = [0.9, 1.05, 1.1, 1.2, 1.25, 1.3, 1.35, 1.4, 1.5, 1.6] as const

/** The settings of the figure. */
export type Settings = {
  /** Two pictures that are nearer than this are taken for the same person. */
  threshold: number
}

export const defaults: Settings = { threshold: 1 }

/** The share of pairs of two people that pass for one: false accepts. */
export const falseAccepts = (settings: Partial<Settings>): number =>
  shareOf(others, (distance) => distance < { ...defaults, ...settings }.threshold)

/** The share of pairs of the same person that do not: false rejects. */
export const falseRejects = (settings: Partial<Settings>): number =>
  shareOf(same, (distance) => distance >= { ...defaults, ...settings }.threshold)

const shareOf = (distances: readonly number[], is: (distance: number) => boolean): number =>
  distances.filter(is).length / distances.length

/** What is wrong with settings, for a reader. */
export const problemOf = ({ threshold }: Settings): string | undefined =>
  threshold >= 0 && threshold <= 2 ? undefined : "The threshold is a number from 0 to 2."

/** What the figure says by default, for other programs to agree with. */
export const numbersOf = (settings: Settings) => ({
  accepts: falseAccepts(settings),
  rejects: falseRejects(settings),
  strict: [falseAccepts({ threshold: 0.85 }), falseRejects({ threshold: 0.85 })],
})
