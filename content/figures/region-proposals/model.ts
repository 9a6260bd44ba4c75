export const methods = ["rcnn", "fast", "faster"] as const

export type Method = (typeof methods)[number]

/** The settings of the figure: regions that are proposed in a picture, 1 to 3000. */
export type Settings = { proposals: number }

export const defaults: Settings = { proposals: 2000 }

/**
 * How often the convolutions of a network go over a picture, or a part of it: R-CNN over each region that
 * something else has proposed (Girshick et al. 2013), Fast R-CNN once for all of them (2015), and Faster
 * R-CNN once, the proposals included (Ren et al. 2015).
 */
export const passes = ({
  method,
  proposals = defaults.proposals,
}: Partial<Settings> & { method: Method }): number => (method === "rcnn" ? proposals : 1)

/** Whether the network makes the proposals itself. */
export const proposesItself = (method: Method): boolean => method === "faster"

/** A box by its middle, its width and its height. */
export type Box = { x: number; y: number; w: number; h: number }

/** What a network says of a proposal, so that it fits: shifts by its size, and logarithms of ratios. */
export const offsetsOf = (proposal: Box, truth: Box): Box => ({
  x: (truth.x - proposal.x) / proposal.w,
  y: (truth.y - proposal.y) / proposal.h,
  w: Math.log(truth.w / proposal.w),
  h: Math.log(truth.h / proposal.h),
})

/** A proposal, moved and stretched by what a network says of it. */
export const moved = (proposal: Box, by: Box): Box => ({
  x: proposal.x + by.x * proposal.w,
  y: proposal.y + by.y * proposal.h,
  w: proposal.w * Math.exp(by.w),
  h: proposal.h * Math.exp(by.h),
})

/** What is wrong with settings, for a reader. */
export const problemOf = ({ proposals }: Settings): string | undefined =>
  Number.isInteger(proposals) && proposals >= 1 && proposals <= 3000
    ? undefined
    : "There are 1 to 3000 proposals."

/** What the figure says by default, for other programs to agree with. */
export const numbersOf = (settings: Settings) => ({
  passes: methods.map((method) => passes({ ...settings, method })),
  offsets: Object.values(offsetsOf({ x: 4, y: 4, w: 2, h: 4 }, { x: 5, y: 4, w: 4, h: 2 })),
})
