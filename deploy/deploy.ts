import { buffer } from "node:stream/consumers"
import { today } from "../lib/model/dates"
import { findEnvironmentFault } from "../lib/model/environment"
import { readersUsage, runReaders } from "../lib/readers/command"
import { readConfig } from "./config"
import { branchesIn, updateBranches } from "./receive"
import { releasesOf } from "./release"
import { formatRelease, rollBack } from "./rollback"
import { serve } from "./serve"
import { placesIn, previewedBranches } from "./site"
import { updateDue, type Context } from "./update"

// The program that `setup` puts beside the repository: all that happens on the server, in one file
// that needs nothing but Node and, where that has no SQLite, the package beside it.

const usage = `usage: deploy <command>
  serve              serve the live site and the previews
  releases           list the releases of the live site, the newest first
  rollback [number]  serve the release before, or the one with the number, until the next push
  build [branch…]    build branches that were pushed again; without one, the live site
  prune              remove previews whose branches are gone
  readers …          who follows by mail, and the queue of mails: readers alone lists what it can
  due                build the live site again if a post became due
  receive            what the repository's hook runs`

const root = process.env["DEPLOY_ROOT"] || import.meta.dirname
/** Who pushed may have gone: what was begun is finished all the same. */
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined)

/** Exit codes: 0 fine, 1 it failed, 2 the command line is wrong. */
async function main([command, ...args]: readonly string[]): Promise<0 | 1 | 2> {
  const known = command !== undefined && Object.hasOwn(commands, command) && commands[command]
  const isRight = known && (known.takes.test(args.join(" ")) || args.length === 0)
  if (!isRight) {
    console.error(usage)
    return 2
  }
  const config = await readConfig(root)
  const tell = (line: string) => console.log(line)
  return (await known.run({ config, places: placesIn(root), tell }, args)) ? 0 : 1
}

type Command = {
  /** What its arguments look like, beside none. */
  takes: RegExp
  /** @returns whether it did what it was asked for */
  run: (context: Context, args: readonly string[]) => Promise<boolean>
}

const nothing = /^$/

/** Each command, once the configuration is read. */
const commands: Readonly<Record<string, Command>> = {
  serve: {
    takes: nothing,
    run: async (context) => {
      const fault = findEnvironmentFault()
      if (fault !== undefined) throw new Error(fault)
      await serve(context, process.env["PREVIEW_SECRET"])
      return true
    },
  },
  receive: {
    takes: nothing,
    run: async (context) => {
      process.on("SIGHUP", () => undefined)
      return updateBranches(context, branchesIn(String(await buffer(process.stdin))))
    },
  },
  build: {
    takes: /./,
    run: (context, branches) =>
      updateBranches(context, branches.length > 0 ? branches : [context.config.branch], true),
  },
  prune: {
    takes: nothing,
    run: async (context) => updateBranches(context, await previewedBranches(context.places)),
  },
  due: {
    takes: nothing,
    run: async (context) => (await updateDue(context, today())) !== "failed",
  },
  readers: {
    takes: /./,
    run: async ({ places, tell }, args) => {
      const done = await runReaders(args, process.env["DATABASE_URL"] || places.readers, tell)
      if (done === undefined) tell(readersUsage)
      return done ?? false
    },
  },
  rollback: {
    takes: /^\d+$/,
    run: async (context, [number]) =>
      (await rollBack(context, number === undefined ? undefined : Number(number))) === "done",
  },
  releases: {
    takes: nothing,
    run: async ({ places, tell }) => {
      const releases = await releasesOf(places.live)
      if (releases.length === 0) tell("There is no release yet.")
      for (const release of releases.toReversed()) tell(formatRelease(release))
      return true
    },
  },
}

process.exitCode = await main(process.argv.slice(2)).catch((error: Error) => {
  console.error(error.message)
  return 1
})
