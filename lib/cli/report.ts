import { createCheck, type Check } from "../check/check"

/** Prints every problem of the content. @returns whether there is no error */
export async function reportProblems(
  check: Check = createCheck(process.cwd()),
  edited?: ReadonlySet<string>,
): Promise<boolean> {
  const problems = await check(edited)
  for (const { message } of problems) console.error(message)
  const count = problems.filter(({ severity }) => severity === "error").length
  if (count > 0) console.error(`${count} ${count === 1 ? "problem" : "problems"} in the content`)
  return count === 0
}
