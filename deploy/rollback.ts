import { hold, releasesOf, rollbackTarget, switchTo, type Release } from "./release"
import { inTurn, type Context, type Outcome } from "./update"

/** Serves an earlier release until the next push, and gives up what is being built. */
export async function rollBack({ config, ...context }: Context, wanted?: number): Promise<Outcome> {
  const { live } = context.places
  rollbackTarget(await releasesOf(live), wanted) // a slip of the pen gives no build up
  const atOnce = Infinity // it need not wait for other branches
  return inTurn(
    { ...context, config: { ...config, atOnce } },
    config.branch,
    "author",
    async () => {
      const { number, commit, url } = rollbackTarget(await releasesOf(live), wanted)
      await hold(live)
      await switchTo(live, number)
      context.tell(`Release ${number} (${commit.slice(0, 8)}) is at ${url} until the next push`)
      return "done"
    },
  )
}

/** A release as a line of a list. */
export function formatRelease({ number, commit, built, isCurrent, due }: Release): string {
  const next = isCurrent && due !== undefined ? `, next post on ${due}` : ""
  return `${isCurrent ? "*" : " "} ${number} ${commit.slice(0, 8)} built ${built}${next}`
}
