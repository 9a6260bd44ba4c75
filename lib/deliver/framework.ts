import { readFile } from "node:fs/promises"
import { runInNewContext } from "node:vm"
import { defaultTreeAdapter as tree } from "parse5"
import { attribute, textOf, type Element } from "./html"
import type { NextOutput } from "./next-output"
import { UnexpectedPage } from "./unexpected-page"

/** What Next.js writes into each page to start itself: data, chunks, and the clock of streaming. */
const ownScripts = [
  /^(?:\(self\.__next_f=self\.__next_f\|\|\[\]\)|self\.__next_f)\.push\(/,
  /^\(globalThis\["TURBOPACK"\] \|\| \(globalThis\["TURBOPACK"\] = \[\]\)\)\.push\(/,
  /^requestAnimationFrame\(function\(\)\{\$RT=performance\.now\(\)\}\);?$/,
]

/**
 * Takes the framework's scripts, their preloads and their data out of a page.
 *
 * @throws UnexpectedPage if there are scripts that are neither the framework's nor ours
 */
export function removeFramework(elements: readonly Element[], base: string): void {
  for (const element of elements) {
    const address = attribute(element, "src") ?? ""
    if (element.tagName === "link") {
      if (isScriptPreload(element)) tree.detachNode(element)
    } else if (element.tagName === "script") {
      const text = textOf(element)
      const isFramework =
        address.startsWith(`${base}/_next/`) || ownScripts.some((s) => s.test(text))
      if (isFramework) tree.detachNode(element)
      else if (!isOurs(element, address)) {
        const shown = address || text.slice(0, 80)
        throw new UnexpectedPage(
          `Unexpected script ${shown}, expected Next.js's own or one of ours`,
        )
      }
    }
  }
}

function isScriptPreload(link: Element): boolean {
  const rel = attribute(link, "rel")
  return rel === "modulepreload" || (rel === "preload" && attribute(link, "as") === "script")
}

/** A script of this project: a module, an inline one that says so, or data. */
function isOurs(script: Element, address: string): boolean {
  if (address !== "") return address.startsWith("/enhance/")
  const type = attribute(script, "type")
  return (
    attribute(script, "data-inline") !== undefined ||
    /^application\/(?:ld\+)?json$/.test(type ?? "")
  )
}

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
