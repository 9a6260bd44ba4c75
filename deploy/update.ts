import { changedFeeds, hubOf, tellHub } from "../lib/deliver/hub"
import { readManifest, type Manifest } from "../lib/deliver/manifest"
import type { Day } from "../lib/model/dates"
import { BuildFailure, buildCommit, folderOf, removeBuild, removeDeadBuilds } from "./build"
import type { Config } from "./config"
import { findTip, keepCommit } from "./git"
import { openLog } from "./log"
import {
  dropDeadTickets,
  findNewer,
  livingTickets,
  returnTicket,
  takeTicket,
  waitForTurn,
  type Reason,
  type Ticket,
} from "./queue"
import { findCurrent, isHeld, publish, release, releaseFolder, type Release } from "./release"
import { removePreview, siteOf, type Places, type Site } from "./site"

export type Context = { config: Config; places: Places; tell: (line: string) => void }

/** How it ended: there is a new release or none is needed; the build failed; a newer one is under way. */
export type Outcome = "done" | "failed" | "newer"

/**
 * Brings the site of a branch to the state of the branch: builds its newest commit, or removes its
 * preview when the branch is gone.
 *
 * @param again builds the commit also if it is what is served
 */
export const updateBranch = (context: Context, branch: string, again = false): Promise<Outcome> =>
  inTurn(context, branch, "author", async (ticket) => {
    const { config, places, tell } = context
    const commit = await findTip(places.repository, branch)
    if (commit === undefined) {
      const bin = folderOf(places, ticket.number)
      const isGone = await removePreview(branch, places, bin)
      if (isGone) tell("The preview is gone with its branch.")
      else if (again) tell(`Not built: there is no branch ${branch}.`)
      return again && !isGone ? "failed" : "done"
    }
    const site = await siteOf(branch, config, places)
    if (!site) {
      tell(`Not built: only ${config.branch} is, there are no previews.`)
      return "done"
    }
    const current = await findCurrent(site.folder)
    if (!again && current?.commit === commit && current.url === site.url) {
      await release(site.folder)
      tell(`Nothing to build: release ${current.number} is this commit. ${site.url}`)
      return "done"
    }
    return buildAndPublish(context, ticket, site, commit)
  })

/** Builds the live site anew, from the commit that it is made of, if a post of it became due. */
export const updateDue = (context: Context, day: Day): Promise<Outcome> =>
  inTurn(context, context.config.branch, "day", async (ticket) => {
    const { live } = context.places
    const site = await siteOf(context.config.branch, context.config, context.places)
    const current = await findCurrent(live)
    if (!site || !current || !isDue(current, await isHeld(live), day)) return "done"
    return buildAndPublish(context, ticket, site, current.commit)
  })

/** Whether a release is to be built anew: not one that an author went back to. */
export const isDue = ({ due }: Release, held: boolean, day: Day) =>
  due !== undefined && due <= day && !held

/** Does a task for a branch when its turn comes, and nothing if a newer one is asked for meanwhile. */
export async function inTurn(
  { config, places, tell }: Context,
  branch: string,
  reason: Reason,
  task: (ticket: Ticket) => Promise<Outcome>,
): Promise<Outcome> {
  const ticket = await takeTicket(places.queue, branch, reason)
  try {
    const onWait = () => tell("Waiting for another build to end …")
    const newer = await waitForTurn(places.queue, ticket, config.atOnce, onWait)
    if (newer) return giveUp(newer, tell)
    const living = await livingTickets(places.queue)
    const numbers = new Set(living.map(({ number }) => number))
    await removeDeadBuilds(places, ticket.number, numbers)
    await dropDeadTickets(places.queue)
    return await task(ticket)
  } finally {
    await removeBuild(places, ticket.number).catch(() => undefined) // the next one tries again
    await returnTicket(places.queue, ticket)
  }
}

async function buildAndPublish(
  { config, places, tell }: Context,
  ticket: Ticket,
  site: Site,
  commit: string,
): Promise<Outcome> {
  const end = new AbortController()
  const superseded = new AbortController()
  const watch = findNewer(places.queue, ticket, end.signal).then((newer) => {
    if (newer) superseded.abort()
    return newer
  })
  const { number } = ticket
  tell(`Building ${commit.slice(0, 8)} for ${site.url}`)
  try {
    const { signal } = superseded
    const log = await openLog(places.logs, number)
    const build = { number, commit, site, config, places, signal, log, tell }
    const { dist, due } = await buildCommit(build)
    signal.throwIfAborted()
    const facts = { commit, url: site.url, built: new Date().toISOString(), due }
    const before = await findCurrent(site.folder).then(manifestOf(site))
    await publish(site.folder, number, dist, facts, site.keep)
    if (site.environment === "production") await keepCommit(places.repository, commit)
    tell(`Release ${number} is at ${site.url}`)
    await tellFollowers(site, number, before).catch((error: unknown) =>
      tell(`The hub of the feeds was not told: ${String(error)}`),
    )
    return "done"
  } catch (error) {
    end.abort()
    const newer = await watch
    if (newer) return giveUp(newer, tell)
    const reason = error instanceof BuildFailure ? error.message : String(error)
    if (reason !== "") tell(reason.replaceAll(/\s+/g, " ")) // what a build names may break lines
    tell(await stateOf(site))
    return "failed"
  } finally {
    end.abort()
    await watch
  }
}

/** What a release of a site has; undefined where there is none. */
const manifestOf = (site: Site) => (release: Release | undefined) =>
  release && readManifest(releaseFolder(site.folder, release.number)).catch(() => undefined)

/** Tells the hub that the feeds name which of them have changed, if there is a hub. */
async function tellFollowers(
  { folder, url, environment }: Site,
  number: number,
  before: Manifest | undefined,
): Promise<void> {
  if (environment !== "production") return
  const fresh = releaseFolder(folder, number)
  const manifest = await readManifest(fresh)
  const hub = await hubOf({ folder: fresh, manifest })
  const feeds = changedFeeds(manifest, before)
  if (hub === undefined || feeds.length === 0) return
  await tellHub(
    hub,
    feeds.map((address) => new URL(encodeURI(address.slice(1)), url).href),
  )
}

/** What readers see after a build that failed. */
async function stateOf(site: Site): Promise<string> {
  const current = await findCurrent(site.folder)
  return current
    ? `Not published: ${site.url} stays at release ${current.number}.`
    : `Not published: there is nothing at ${site.url} yet.`
}

function giveUp({ number, branch }: Ticket, tell: (line: string) => void): Outcome {
  tell(`Given up: a newer state of ${branch} is being built as number ${number}.`)
  return "newer"
}
