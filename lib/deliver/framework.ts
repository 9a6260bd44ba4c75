import { readFile } from "node:fs/promises"
import { runInNewContext } from "node:vm"
import type { Tag } from "./html"
import type { NextOutput } from "./next-output"
import { UnexpectedPage } from "./unexpected-page"

/** What Next.js writes into each page to start itself: data, chunks, and the clock of streaming. */
const ownScripts = [
  /^(?:\(self\.__next_f=self\.__next_f\|\|\[\]\)|self\.__next_f)\.push\(/,
  /^\(globalThis\["TURBOPACK"\] \|\| \(globalThis\["TURBOPACK"\] = \[\]\)\)\.push\(/,
  /^requestAnimationFrame\(function\(\)\{\$RT=performance\.now\(\)\}\);?$/,
]

/**
 * Whether a tag is one of the framework's: a script, its preload, its data, or a mark for it.
 *
 * @param isInHead whether it is in the head, which is the layout's alone: content is in the body
 * @throws UnexpectedPage at a script that is neither the framework's nor ours
 */
export function isOfFramework(
  { name, attributes, text = "" }: Tag,
  base: string,
  isInHead: boolean,
): boolean {
  const rel = attributes.get("rel")
  if (name === "meta") return attributes.get("name") === "next-size-adjust"
  if (name === "link") {
    return rel === "modulepreload" || (rel === "preload" && attributes.get("as") === "script")
  }
  if (name !== "script") return false

  const address = attributes.get("src")
  if (address?.startsWith(`${base}/_next/`) ?? ownScripts.some((script) => script.test(text))) {
    return true
  }
  if (isOurs(attributes, isInHead)) return false
  const shown = address ?? text.slice(0, 80)
  throw new UnexpectedPage(`Unexpected script ${shown}, expected Next.js's own or one of ours`)
}

/** A script of this project: a module, one in the head that says so, or data. */
const isOurs = (attributes: Tag["attributes"], isInHead: boolean) =>
  attributes.get("src")?.startsWith("/enhance/") ??
  ((isInHead && attributes.has("data-inline")) ||
    /^application\/(?:ld\+)?json$/.test(attributes.get("type") ?? ""))

/**
 * Makes sure that no route imports a client component: without the framework's scripts it would show
 * its first frame and never wake.
 *
 * @throws UnexpectedPage, with the route and the component
 */
export async function refuseClientComponents({ appPages }: NextOutput): Promise<void> {
  for (const { pathname, filePath } of appPages) {
    const file = filePath.replace(/\.js$/, "_client-reference-manifest.js")
    const { __RSC_MANIFEST } = runInNewContext(
      `${await readFile(file, "utf8")};globalThis`,
    ) as ClientModules
    for (const { clientModules } of Object.values(__RSC_MANIFEST)) {
      const own = Object.keys(clientModules).find((id) => !/\/node_modules\/next\//.test(id))
      if (own === undefined) continue
      throw new UnexpectedPage(
        `${pathname}: Unexpected client component ${own}, expected a custom element: no script of Next.js is delivered`,
      )
    }
  }
}

type ClientModules = { __RSC_MANIFEST: Record<string, { clientModules: object }> }
