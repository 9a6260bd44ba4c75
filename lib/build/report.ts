import { messageOf, type Problem } from "../model/problem"
import type { ShownProblem } from "../model/shown-problem"
import type { Lacking } from "../cards/cards"
import type { Weighed } from "../components/components"
import { writeWhole } from "../site/write-whole"
import { excerptsIn } from "./excerpt"

/** A script of more bytes than this, in gzip, is a page by itself. */
const heavy = 50_000

/** Prints what each component costs a reader, and warns of those that cost much. */
export function reportWeights(weights: readonly Weighed[]): void {
  if (weights.length === 0) return
  const kilobytes = (bytes: number) => (bytes / 1000).toFixed(1)
  console.log("\nComponents in kB of script, gzip: their own, and what they may share")
  for (const { file, own, shared } of weights) {
    console.log(`${file}  ${kilobytes(own)} + ${kilobytes(shared)}`)
    if (own + shared <= heavy) continue
    console.warn(
      `${file}: Unexpected ${kilobytes(own + shared)} kB, expected at most ${heavy / 1000} kB: a reader waits for it`,
    )
  }
}

/** Warns of letters that cards of shared links are drawn without. */
export function reportLacking(lacking: readonly Lacking[]): void {
  for (const { address, letters } of lacking) {
    console.warn(
      `${decodeURIComponent(address)}: Unexpected ${letters.join(" ")} in what its card says, expected letters of Source Serif: the card leaves them out; a post can have a picture of its own (image: in its front matter)`,
    )
  }
}

/** More than an author looks at at once. */
const mostShown = 50

/**
 * Prints problems of the content, and writes the errors where the layout finds them: a development
 * server shows them in place of the page.
 *
 * @returns whether there is no error
 */
export async function reportProblems(root: string, problems: readonly Problem[]): Promise<boolean> {
  for (const problem of problems) console.error(messageOf(problem))
  const errors = problems.filter(({ severity }) => severity === "error")
  const { length } = errors
  if (length > 0) console.error(`${length} ${length === 1 ? "problem" : "problems"} in the content`)
  const findExcerpt = excerptsIn(root)
  const shown = await Promise.all(
    errors
      .slice(0, mostShown)
      .map(async ({ severity: _error, ...problem }): Promise<ShownProblem> => ({
        ...problem,
        excerpt: await findExcerpt(problem),
      })),
  )
  await writeWhole(root, "problems.json", JSON.stringify(shown))
  return length === 0
}
