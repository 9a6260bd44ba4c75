import { readdir, realpath } from "node:fs/promises"
import type { IncomingMessage, ServerResponse } from "node:http"
import { basename, dirname, join } from "node:path"
import { isKept, readManifest, type Manifest } from "../lib/deliver/manifest"
import { say } from "../lib/serve/answer"
import { createSiteAnswer } from "../lib/serve/server"
import { openSite } from "../lib/serve/live-site"
import { findHost } from "../lib/serve/request"
import { findLabel, previewUrl } from "./label"
import { currentOf } from "./release"
import type { Places } from "./site"

type Handler = (request: IncomingMessage, response: ServerResponse) => unknown

type Options = {
  places: Pick<Places, "live" | "previews">
  /** The address of the live site. */
  url: string
  /** The address of a preview, with `*` where its label goes. */
  pattern?: string
  /** Answers what the service for readers of the live site is asked. */
  readers?: Handler
  /** Keeps the previews private, and a live site that was built as one: an image may hold that. */
  secret?: string
}

/** Bytes of its files that a preview may have in memory: there may be many. */
const memory = 4 * 1024 * 1024

/** Milliseconds between two looks for previews that are gone. */
const interval = 500

/** The live site and all the previews, each behind its host name. */
export function createSites({ places, url, pattern, readers, secret }: Options) {
  const open = new Map<string, Promise<OpenSite | undefined>>()

  const siteIn = (folder: string, label: string | undefined) => {
    const known = open.get(folder)
    if (known) return known
    const opened = openFolder(folder, optionsOf(label))
    open.set(folder, opened)
    void opened.then((site) => {
      if (!site) open.delete(folder)
    })
    return opened
  }

  const optionsOf = (label: string | undefined): OpenOptions =>
    label === undefined || pattern === undefined
      ? { isLive: true, readers, secret, host: new URL(url).hostname }
      : { isLive: false, secret, host: new URL(previewUrl(pattern, label)).hostname, memory }

  const dropGone = async () => {
    for (const [folder, opening] of open) {
      if (await realpath(currentOf(folder)).catch(() => undefined)) continue
      if (folder === places.live) continue
      open.delete(folder)
      void opening.then((site) => site?.close())
    }
  }
  const timer = setInterval(() => void dropGone(), interval).unref()

  const answer: Handler = async (request, response) => {
    const label = findLabel(findHost(request), pattern)
    const isLive = label === undefined
    const folder = isLive ? places.live : join(places.previews, label)
    const site = label === "" ? undefined : await siteIn(folder, label)
    if (site) return site.answer(request, response)
    response.setHeader("X-Robots-Tag", "noindex, nofollow")
    if (!isLive) return say(response, 404, noPreview)
    response.setHeader("Retry-After", "60")
    return say(response, 503, "There is nothing here yet. Come back soon.")
  }

  return {
    answer,
    close() {
      clearInterval(timer)
      for (const opening of open.values()) void opening.then((site) => site?.close())
    },
  }
}

const noPreview = "There is no preview here: its branch is gone, or was never pushed."

type OpenSite = { answer: Handler; close: () => void }

type OpenOptions = {
  isLive: boolean
  readers?: Handler
  secret?: string
  host: string
  memory?: number
}

async function openFolder(
  folder: string,
  { isLive, readers, secret, host, ...options }: OpenOptions,
): Promise<OpenSite | undefined> {
  const current = currentOf(folder)
  try {
    const site = await openSite(current, { ...options, read: readRelease })
    const toAll = createSiteAnswer({ site, run: refuseToRun, readers })
    const toGuests = createSiteAnswer({ site, run: refuseToRun, secret, host })
    return {
      answer: (request, response) =>
        (isLive && !site.manifest().unlisted ? toAll : toGuests)(request, response),
      close: site.close,
    }
  } catch {
    return undefined
  }
}

/**
 * What is served while a release is the current one: its own files, and those of the others that
 * somebody who has one of their pages open still asks for.
 *
 * @param current the link that leads to it; files are named from there, so that they are always those
 *   of one release
 */
export async function readRelease(current: string): Promise<Manifest> {
  const folder = await realpath(current)
  const manifest = await readManifest(folder)
  const files: Manifest["files"] = {}
  for (const name of await readdir(dirname(folder))) {
    const other = await readManifest(join(dirname(folder), name)).catch(() => undefined)
    for (const [address, file] of Object.entries(other?.files ?? {})) {
      if (isKept(address, file)) files[address] = at(name, file)
    }
  }
  for (const [address, file] of Object.entries(manifest.files)) {
    files[address] = at(basename(folder), file)
  }
  return { ...manifest, files }
}

const at = (release: string, file: Manifest["files"][string]) => ({
  ...file,
  path: join("..", "releases", release, file.path),
})

function refuseToRun(): never {
  throw new Error("Unexpected request for Next.js, expected one for a finished file")
}
