import { readFile } from "node:fs/promises"
import { join } from "node:path"
import { feedFiles, isFeedAddress } from "../model/addresses"
import type { Manifest } from "./manifest"

/** A finished site, and the folder that it is in. */
export type Finished = { folder: string; manifest: Manifest }

/** A hub answers within this time, or is not told: in milliseconds. */
const patience = 20_000

/** The feeds of a site that another, of an earlier build, had otherwise or not at all. */
export const changedFeeds = (site: Manifest, before: Manifest | undefined): readonly string[] =>
  Object.entries(site.files)
    .filter(([address, { forms }]) => {
      const former = before?.files[address]?.forms.identity
      return isFeedAddress(address) && former?.hash !== forms.identity?.hash
    })
    .map(([address]) => address)
    .sort()

/** The hub that the feeds of a site name, if they do. */
export async function hubOf({ folder, manifest }: Finished): Promise<string | undefined> {
  const file = manifest.files[`/${feedFiles.json}`]
  if (!file) return undefined
  const feed = JSON.parse(await readFile(join(folder, file.path), "utf8")) as {
    hubs?: readonly { url: string }[]
  }
  return feed.hubs?.[0]?.url
}

/**
 * Tells a hub that there is something new, so that it tells those who follow (the ping that WebSub leaves to
 * publishers and hubs, in the form that all of these know: PubSubHubbub 0.4, section 7.1).
 *
 * @param topics whole addresses of feeds
 * @throws Error if the hub does not take it
 */
export async function tellHub(hub: string, topics: readonly string[]): Promise<void> {
  const body = new URLSearchParams({ "hub.mode": "publish" })
  for (const topic of topics) body.append("hub.url", topic)
  const answer = await fetch(hub, { method: "POST", body, signal: AbortSignal.timeout(patience) })
  await answer.body?.cancel()
  if (!answer.ok) throw new Error(`Unexpected status ${answer.status} of ${hub}, expected 2xx`)
}
