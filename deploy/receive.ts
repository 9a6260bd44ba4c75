import { updateBranch, type Context, type Outcome } from "./update"

const branchPrefix = "refs/heads/"

/** The branches that a push has changed, from what Git tells a post-receive hook: githooks(5). */
export const branchesIn = (updates: string): readonly string[] =>
  updates
    .split("\n")
    .map((line) => line.split(" ")[2] ?? "")
    .filter((name) => name.startsWith(branchPrefix))
    .map((name) => name.slice(branchPrefix.length))

/** Updates the sites of several branches; of more than one, each line says which. */
export async function updateBranches(
  context: Context,
  branches: readonly string[],
  again = false,
): Promise<boolean> {
  const outcomes = await Promise.all(
    branches.map(async (branch): Promise<Outcome> => {
      const prefix = branches.length > 1 ? `${branch}: ` : ""
      const tell = (line: string) => context.tell(prefix + line)
      return updateBranch({ ...context, tell }, branch, again).catch((error: unknown) => {
        tell(String(error))
        return "failed"
      })
    }),
  )
  return outcomes.every((outcome) => outcome !== "failed")
}
