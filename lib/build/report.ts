import { messageOf } from "../model/problem"
import { mkdir, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { createCheck, type Check } from "../rules/check"
import type { ShownProblem } from "../model/shown-problem"
import { excerptsIn } from "./excerpt"

/**
 * Prints every problem of the content, and writes the errors where the layout finds them: a development
 * server shows them in place of the page.
 *
 * @returns whether there is no error
 */
export async function reportProblems(
  root: string,
  check: Check = createCheck(root, { compile: true }),
  edited?: ReadonlySet<string>,
): Promise<boolean> {
  const problems = await check(edited)
  for (const problem of problems) console.error(messageOf(problem))
  const errors = problems.filter(({ severity }) => severity === "error")
  const { length } = errors
  if (length > 0) console.error(`${length} ${length === 1 ? "problem" : "problems"} in the content`)

  const findExcerpt = excerptsIn(root)
  const shown = await Promise.all(
    errors.slice(0, mostShown).map(async (problem): Promise<ShownProblem> => ({
      file: problem.file,
      place: problem.place,
      reason: problem.reason,
      rule: problem.rule,
      excerpt: await findExcerpt(problem),
    })),
  )
  await mkdir(join(root, ".partwise"), { recursive: true })
  await writeFile(join(root, ".partwise/problems.json"), JSON.stringify(shown))
  return length === 0
}

/** More than an author looks at at once. */
const mostShown = 50
