import { readFile } from "node:fs/promises"
import type { NextOutput } from "./next-output"

/**
 * Ids of the client modules that the site's pages may import and that are not Next.js's own: islands.
 *
 * @throws Error if Next.js's list of client modules is not as expected
 */
export async function findOwnModules(outputs: NextOutput): Promise<ReadonlySet<string>> {
  const files = new Set(
    outputs.appPages.map(({ filePath }) =>
      filePath.replace(/\.js$/, "_client-reference-manifest.js"),
    ),
  )
  const ids = new Set<string>()
  for (const file of files) {
    for (const [module, { id }] of Object.entries(
      parseModules(file, await readFile(file, "utf8")),
    )) {
      if (!/\/node_modules\/next\//.test(module)) ids.add(String(id))
    }
  }
  return ids
}

type ClientModules = Record<string, { id: string | number }>

/** The file assigns JSON: `globalThis.__RSC_MANIFEST["/page"] = {…};` */
function parseModules(file: string, script: string): ClientModules {
  const json = /\]\s*=\s*(\{[\s\S]*\});?\s*$/.exec(script)?.[1]
  const manifest =
    json === undefined ? undefined : (JSON.parse(json) as { clientModules?: ClientModules })
  if (manifest?.clientModules) return manifest.clientModules
  throw new Error(`Unexpected content of ${file}, expected Next.js's list of client modules`)
}
