import type { Dice } from "./dice"

// The words that generated posts are made of. No brace and no angle bracket stands in any of them:
// in MDX they would be code.

const things = [
  "the learning rate",
  "the gradient",
  "a batch of examples",
  "the validation error",
  "the hidden layer",
  "the loss",
  "a convolution",
  "the attention matrix",
  "the tokenizer",
  "the optimiser",
  "an embedding",
  "the residual path",
  "the decoder",
  "the training set",
  "weight decay",
  "the warm-up schedule",
  "a random seed",
  "the checkpoint",
  "dropout",
  "the softmax",
  "the receptive field",
  "a pooling layer",
  "the label noise",
  "the prior",
  "the sampling temperature",
  "the context window",
  "a recurrent state",
  "the cost function",
  "the learning curve",
  "the confusion matrix",
  "the baseline",
  "an ensemble",
  "the feature map",
  "the normalisation layer",
  "the memory budget",
  "the data loader",
  "the cache",
  "the index",
] as const

const people = [
  "a reader",
  "the team",
  "whoever trains it",
  "a reviewer",
  "most practitioners",
  "a beginner",
  "the author of the paper",
  "nobody on the project",
  "an engineer on call",
  "a statistician",
] as const

const does = [
  "decides",
  "limits",
  "dominates",
  "hides",
  "explains",
  "stabilises",
  "distorts",
  "replaces",
  "precedes",
  "outlives",
  "amplifies",
  "dampens",
  "constrains",
  "approximates",
  "anticipates",
  "follows from",
  "is easily confused with",
  "costs more than",
  "depends on",
  "says little about",
] as const

const when = [
  "when the batches are small",
  "once training has settled",
  "as soon as the data drift",
  "in the first few epochs",
  "on hardware with little memory",
  "long after the loss is flat",
  "if the labels are noisy",
  "while everything else stays fixed",
  "at the very end of a run",
  "for sequences of more than a thousand tokens",
  "whenever the classes are unbalanced",
  "before a single parameter has moved",
  "on the second machine but not on the first",
  "in every experiment that we repeated",
  "with the defaults of the library",
] as const

const because = [
  "because errors of one sign add up",
  "since nothing downstream corrects it",
  "because the mean hides two modes",
  "as the variance grows with depth",
  "because rounding happens earlier than expected",
  "since the two effects cancel on average",
  "because the sampling is without replacement",
  "as every step reuses the same statistics",
  "because a square root grows so slowly",
  "since the test set was looked at twice",
] as const

const qualities = [
  "slow",
  "robust",
  "surprising",
  "cheap",
  "fragile",
  "honest",
  "redundant",
  "noisy",
  "sparse",
  "stable",
  "biased",
  "calibrated",
  "brittle",
  "smooth",
  "deterministic",
  "interpretable",
] as const

const topics = [
  "Gradient descent",
  "Attention",
  "Batch normalisation",
  "Convolutions",
  "Regularisation",
  "Recurrent networks",
  "Transfer learning",
  "Evaluation",
  "Tokenisation",
  "Embeddings",
  "Hyperparameter search",
  "Data augmentation",
  "Initialisation",
  "Distributed training",
  "Error analysis",
  "Calibration",
  "Quantisation",
  "Sampling",
  "Sequence models",
  "Metric learning",
] as const

const angles = [
  "from first principles",
  "in practice",
  "without tears",
  "step by step",
  "and its limits",
  "on a small budget",
  "for sceptics",
  "revisited",
  "under a microscope",
  "at the right scale",
  "and what it costs",
  "beyond the textbook",
  "with real data",
  "and the usual mistakes",
] as const

const sections = [
  "What the formula leaves out",
  "A small experiment",
  "Why the order matters",
  "Reading the curves",
  "Where it breaks",
  "A closer look at the data",
  "The version that we keep",
  "Costs and benefits",
  "An example by hand",
  "What the paper claims",
  "Choosing the settings",
  "Checking the shapes",
  "The case of small batches",
  "Numerical trouble",
  "Comparing two runs",
  "A test that failed",
  "How to measure it",
  "The same idea in code",
  "Three common mistakes",
  "What changes at scale",
  "From one unit to many",
  "The role of chance",
  "Background and notation",
  "A note on hardware",
] as const

export const tagNames = [
  "deep learning",
  "optimisation",
  "statistics",
  "vision",
  "language",
  "engineering",
  "teaching",
  "evaluation",
  "data",
  "notes",
] as const

const parts = [
  "hidden",
  "input",
  "output",
  "batch",
  "token",
  "layer",
  "weight",
  "sample",
  "score",
  "label",
  "state",
  "query",
] as const
const nouns = [
  "size",
  "rate",
  "count",
  "mask",
  "norm",
  "index",
  "scale",
  "limit",
  "width",
  "depth",
  "shift",
  "buffer",
] as const

/** A name such as `hidden_size`: seldom the same twice, so that no cache of code gains from it. */
export const nameOf = (dice: Dice) =>
  `${dice.pick(parts)}_${dice.pick(nouns)}${dice.chance(0.4) ? dice.whole(2, 64) : ""}`

const patterns: readonly ((dice: Dice) => string)[] = [
  (d) => `${d.pick(things)} ${d.pick(does)} ${d.pick(things)} ${d.pick(when)}`,
  (d) => `${d.pick(things)} ${d.pick(does)} ${d.pick(things)}, ${d.pick(because)}`,
  (d) =>
    `${d.pick(people)} would call ${d.pick(things)} ${d.pick(qualities)}, and ${d.pick(things)} ${d.pick(qualities)} or at best ${d.pick(qualities)}`,
  (d) =>
    `${d.pick(when)}, ${d.pick(things)} ${d.pick(does)} ${d.pick(things)} and, less visibly, ${d.pick(things)}`,
  (d) =>
    `it is tempting to think that ${d.pick(things)} ${d.pick(does)} ${d.pick(things)}, but ${d.pick(things)} is the *${d.pick(qualities)}* one of the two`,
  (d) =>
    `set \`${nameOf(d)}\` to ${d.whole(2, 512)} and ${d.pick(things)} becomes **${d.pick(qualities)}** ${d.pick(when)}`,
  (d) =>
    `${d.pick(people)} asked whether ${d.pick(things)} ${d.pick(does)} ${d.pick(things)} at all; in ${d.whole(2, 40)} of ${d.whole(41, 90)} runs it did`,
  (d) =>
    `the default of \`${nameOf(d)}\` is ${d.whole(1, 99) / 100}, which is ${d.pick(qualities)} ${d.pick(when)}`,
  (d) =>
    `that ${d.pick(things)} ${d.pick(does)} ${d.pick(things)} has been known for years, ${d.pick(because)}`,
  (d) =>
    `compare ${d.pick(things)} with ${d.pick(things)}: the first is ${d.pick(qualities)}, the second ${d.pick(qualities)} and ${d.pick(qualities)}`,
  (d) =>
    `halving \`${nameOf(d)}\` took ${d.whole(3, 58)} minutes off the run and left ${d.pick(things)} as ${d.pick(qualities)} as before`,
  (d) => `none of this matters ${d.pick(when)}, ${d.pick(because)}`,
]

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** A sentence of some twenty words, with a full stop. */
export const sentence = (dice: Dice) => `${capital(dice.pick(patterns)(dice))}.`

/** What a list item says: a sentence without its full stop. */
export const clause = (dice: Dice) => dice.pick(patterns)(dice)

export const titleOf = (dice: Dice) => `${dice.pick(topics)} ${dice.pick(angles)}`
export const headingsOf = (dice: Dice, count: number) => dice.shuffle(sections).slice(0, count)
export const qualityOf = (dice: Dice) => dice.pick(qualities)
export const thingOf = (dice: Dice) => dice.pick(things)
