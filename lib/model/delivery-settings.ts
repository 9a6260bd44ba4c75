import { readFile } from "node:fs/promises"
import { join } from "node:path"
import type { Publications } from "./publications"

/** What the content says of delivery; `lib/site/write.ts` writes it. */
export type DeliverySettings = {
  /** Public address, without a slash at its end. */
  url: string
  /** Its path, "" or "/blog". */
  base: string
  /** Whether search engines shall pass it by: a preview, say. */
  unlisted: boolean
  /** What browsers are told about https beyond this host, such as `includeSubDomains`. */
  strictTransportSecurity?: readonly string[]
  redirects: readonly Redirect[]
  /** What readers are told of who follow by mail; nothing where they cannot. */
  publications?: Publications
}

/** A permanent redirect from an earlier address, both percent-encoded. */
export type Redirect = { from: string; to: string }

/** The part of the public address that comes before each path of the site. */
export const baseOf = (url: string) => new URL(url).pathname.replace(/\/+$/, "")

export const readSettings = async (root: string): Promise<DeliverySettings> =>
  JSON.parse(await readFile(join(root, ".partwise/delivery.json"), "utf8")) as DeliverySettings
