import { mkdir, readFile, readlink, rename, rm, symlink, writeFile } from "node:fs/promises"
import { basename, join } from "node:path"
import type { Day } from "../lib/model/dates"
import { numbersIn } from "./queue"

/** What is known of a release; it lies in its folder, as a file that is never served. */
export type Facts = {
  commit: string
  /** The public address that it was built for. */
  url: string
  /** When it was built, for people: nothing is decided by it. */
  built: string
  /** The day on which a post that it does not show is to be published. */
  due?: Day
}

export type Release = Facts & { number: number; isCurrent: boolean }

const factsName = ".release.json"

/** The release of a site that is served: a link that is changed in one step. */
export const currentOf = (site: string) => join(site, "current")

/** The folder of a release. */
export const releaseFolder = (site: string, number: number) =>
  join(site, "releases", String(number))

export async function findCurrent(site: string): Promise<Release | undefined> {
  const target = await readlink(currentOf(site)).catch(() => undefined)
  return target === undefined ? undefined : findRelease(site, Number(basename(target)), true)
}

/** The releases of a site that are on the disk, the newest last. */
export async function releasesOf(site: string): Promise<readonly Release[]> {
  const current = await findCurrent(site)
  const numbers = await numbersIn(join(site, "releases"))
  const found = await Promise.all(
    numbers.map((number) => findRelease(site, number, number === current?.number)),
  )
  return found.filter((release) => release !== undefined)
}

async function findRelease(site: string, number: number, isCurrent: boolean) {
  const text = await readFile(join(releaseFolder(site, number), factsName), "utf8").catch(
    () => undefined,
  )
  return text === undefined ? undefined : { ...(JSON.parse(text) as Facts), number, isCurrent }
}

/** Makes a finished site the release that is served, and drops those that are no longer kept. */
export async function publish(
  site: string,
  number: number,
  dist: string,
  facts: Facts,
  keep: number,
): Promise<void> {
  await writeFile(join(dist, factsName), JSON.stringify(facts))
  await mkdir(join(site, "releases"), { recursive: true })
  await rename(dist, releaseFolder(site, number))
  // Before the switch: the server, which then looks what there is, must not count on them.
  const current = (await findCurrent(site))?.number
  const stale = staleOf(await numbersIn(join(site, "releases")), current, keep)
  for (const old of stale) await rm(releaseFolder(site, old), { recursive: true, force: true })
  await switchTo(site, number)
  await release(site)
}

/** Has a site serve another of its releases. */
export async function switchTo(site: string, number: number): Promise<void> {
  const fresh = `${currentOf(site)}.${process.pid}`
  await rm(fresh, { force: true })
  await symlink(join("releases", String(number)), fresh)
  await rename(fresh, currentOf(site))
}

/** The releases to drop: all but the newest, and never the one that is served. */
export const staleOf = (numbers: readonly number[], current: number | undefined, keep: number) =>
  numbers.toSorted((a, b) => b - a).filter((number, i) => i >= keep && number !== current)

/**
 * The release that an author goes back to: the one before the current, or the one with the number.
 *
 * @throws Error if there is none
 */
export function rollbackTarget(releases: readonly Release[], wanted?: number): Release {
  const current = releases.find(({ isCurrent }) => isCurrent)
  if (!current)
    throw new Error("Unexpected absence of a live release, expected one to go back from")
  const target =
    wanted === undefined
      ? releases.findLast(({ number }) => number < current.number)
      : releases.find(({ number }) => number === wanted)
  if (target) return target
  const there = releases.map(({ number }) => number).join(", ")
  throw new Error(
    wanted === undefined
      ? `Unexpected rollback from release ${current.number}, expected one before it: there are ${there}`
      : `Unexpected release ${wanted}, expected one of ${there}`,
  )
}

/** Keeps a site as it is, whatever day it is, until the next push. */
export const hold = (site: string) => writeFile(join(site, "held"), "")

export const release = (site: string) => rm(join(site, "held"), { force: true })

export const isHeld = (site: string) =>
  readFile(join(site, "held")).then(
    () => true,
    () => false,
  )
