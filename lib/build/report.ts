import { messageOf, type Problem } from "../model/problem"
import type { ShownProblem } from "../model/shown-problem"
import { writeWhole } from "../site/write-whole"
import { excerptsIn } from "./excerpt"

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
