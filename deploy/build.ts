import { mkdir, readFile, rename, rm, stat } from "node:fs/promises"
import { join } from "node:path"
import type { Day } from "../lib/model/dates"
import { readManifest } from "../lib/deliver/manifest"
import { commandEnvironment, runCommand } from "./command"
import type { Config } from "./config"
import {
  copyFolder,
  dropOldDependencies,
  linkFolder,
  restoreDependencies,
  saveDependencies,
} from "./dependencies"
import { checkOut } from "./git"
import type { Log } from "./log"
import { findProcess, isRunning, killGroup } from "./process"
import { numbersIn } from "./queue"
import type { Places, Site } from "./site"

type Build = {
  number: number
  commit: string
  site: Site
  config: Config
  places: Places
  signal: AbortSignal
  log: Log
  tell: (line: string) => void
}

/** A finished site, and what it leaves out until a day to come. */
export type Built = { dist: string; due?: Day }

/** Why there is no finished site: in words, unless the build has said it of the content. */
export class BuildFailure extends Error {
  override readonly name = "BuildFailure"
}

/** What a build makes of images and need not make again; a name that projects use for such things. */
const cacheFolder = "node_modules/.cache"

/** The folder in which a build does all its work. */
export const folderOf = ({ builds }: Places, number: number) => join(builds, String(number))

/**
 * Builds a commit in a fresh folder.
 *
 * @throws BuildFailure if that gives no finished site
 */
export async function buildCommit(build: Build): Promise<Built> {
  const { number, commit, site, config, places } = build
  const work = join(folderOf(places, number), "work")
  await checkOut(places.repository, commit, work)
  const [dependencies, others] = dependenciesOf(site, places)
  if (!(await restoreDependencies(dependencies, others, work))) {
    build.tell("Installing dependencies …")
    const time = await run(build, work, config.install) // npm warns of much that is no author's
    build.tell(`Installed in ${time}`)
    await saveDependencies(dependencies, work)
  }
  await dropOldDependencies(dependencies, work, number)
  if (!(await linkFolder(join(site.folder, "cache"), join(work, cacheFolder)))) {
    await copyFolder(join(places.live, "cache"), join(work, cacheFolder))
  }

  const time = await run(build, work, config.build, quote(build.tell))
  build.tell(`Built in ${time}; the whole output is in ${build.log.file}`)
  const dist = join(work, "dist")
  const { running } = await readManifest(dist).catch((error: Error) => {
    throw new BuildFailure(error.message)
  })
  if (running.length > 0) {
    throw new BuildFailure(`Unexpected routes ${running.join(", ")}, expected finished files only`)
  }
  await keepCache(join(work, cacheFolder), site.folder)
  return { dist, due: await dueOf(work) }
}

/**
 * Where the dependencies of a site are, and where those of other sites: what the live site is made of
 * is nothing that the build of a preview can write into.
 */
function dependenciesOf({ environment }: Site, { dependencies }: Places): [string, string] {
  const live = join(dependencies, "live")
  const previews = join(dependencies, "previews")
  return environment === "production" ? [live, live] : [previews, live]
}

/** Lines of a build that an author is told: more, and nobody reads them. */
const mostTold = 500

/** Tells what a build says so that nobody takes it for what is said of it. */
function quote(tell: (line: string) => void): (line: string) => void {
  let told = 0
  return (line) => {
    if (++told <= mostTold) tell(`| ${line}`)
    else if (told === mostTold + 1) tell("| …")
  }
}

/**
 * Runs a command, and logs all that it says.
 *
 * @param warn is told its standard error: what is wrong, and none of the progress
 * @returns how long it took
 */
async function run(
  { site, config, places, number, signal, log, tell }: Build,
  work: string,
  command: string,
  warn?: (line: string) => void,
): Promise<string> {
  const started = performance.now()
  const env = commandEnvironment(process.env, { SITE_URL: site.url, SITE_ENV: site.environment })
  const limit = AbortSignal.timeout(config.patience * 60_000)
  let warnings = 0
  log.add(`$ ${command}`)
  const code = await runCommand(command, {
    folder: work,
    env,
    signal: AbortSignal.any([signal, limit]),
    groupFile: join(folderOf(places, number), groupName),
    onLine(line, isError) {
      log.add(line)
      if (!isError || !warn) return
      warnings++
      warn(line)
    },
  })
  signal.throwIfAborted()
  if (code === 0) return `${((performance.now() - started) / 1000).toFixed(1)} s`

  if (warnings === 0) log.last().forEach(quote(tell))
  tell(`The whole output is in ${log.file}`)
  if (warnings > 0 && (await hasProblems(work))) throw new BuildFailure()
  throw new BuildFailure(
    limit.aborted
      ? `${command}: Unexpected build of more than ${config.patience} minutes`
      : `${command}: Unexpected exit code ${code}, expected 0`,
  )
}

/** Whether a build has found something wrong with the content; `lib/build/report.ts` writes it. */
async function hasProblems(work: string): Promise<boolean> {
  const text = await readFile(join(work, ".partwise/problems.json"), "utf8").catch(() => "[]")
  return !/^\s*\[\s*\]\s*$/.test(text) // it may be cut off, if the disk is full
}

async function keepCache(made: string, site: string): Promise<void> {
  if (!(await stat(made).catch(() => undefined))) return
  await mkdir(site, { recursive: true })
  await rm(join(site, "cache"), { recursive: true, force: true })
  await rename(made, join(site, "cache"))
}

/** The next day on which a post is to be published; `lib/site/write.ts` writes it. */
async function dueOf(work: string): Promise<Day | undefined> {
  const text = await readFile(join(work, ".partwise/due.json"), "utf8").catch(() => "{}")
  return (JSON.parse(text) as { day?: Day }).day
}

/** Names the process that leads the group of a build's command. */
const groupName = "group"

/**
 * Removes what earlier builds have left, and ends what they still run: one that was killed could not.
 *
 * @param number of the build that asks; of later ones it knows nothing
 * @param living numbers of the builds that are under way
 */
export async function removeDeadBuilds(
  { builds }: Places,
  number: number,
  living: ReadonlySet<number>,
): Promise<void> {
  for (const earlier of await numbersIn(builds)) {
    if (earlier >= number || living.has(earlier)) continue
    const folder = join(builds, String(earlier))
    const group = findProcess(await readFile(join(folder, groupName), "utf8").catch(() => ""))
    if (group && (await isRunning(group))) killGroup(group.pid)
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** Removes what a build has left that has ended. */
export const removeBuild = (places: Places, number: number) =>
  rm(folderOf(places, number), { recursive: true, force: true, maxRetries: 5 })
