import { cp, mkdir, rm, writeFile } from "node:fs/promises"
import { dirname, join, relative } from "node:path"
import { inParallel } from "./in-parallel"
import { notFoundAddress, patternOf, type Manifest, type ServedFile } from "./manifest"
import { typeOf } from "../model/media-type"
import type { NextOutput } from "./next-output"
import { cacheControl, commonHeaders, drawingPolicy, pageHeaders } from "./policy"

/** A rule of Vercel's Build Output API (version 3): https://vercel.com/docs/build-output-api/configuration */
type Route =
  | { handle: "filesystem" }
  | {
      /** A regular expression that paths match as they come, percent-encoded. */
      src: string
      dest?: string
      headers?: Readonly<Record<string, string>>
      status?: number
      /** Whether later rules are asked too; without it, this is the last one. */
      continue?: boolean
    }

/** What Vercel does with the files of a site: headers, redirects, the page for what is not there. */
export type VercelConfig = {
  version: 3
  routes: readonly Route[]
  overrides: Readonly<Record<string, { contentType: string }>>
  /** What the next build finds again. */
  cache: readonly string[]
}

type Output = {
  root: string
  /** The folder that Next.js names traced files below. */
  repoRoot: string
  /** The finished site. */
  dist: string
  manifest: Manifest
  outputs: NextOutput
}

/** Writes `.vercel/output`: the files of the finished site, and a function for each route that runs. */
export async function writeVercelOutput(output: Output): Promise<void> {
  const { root, dist, manifest } = output
  const folder = join(root, ".vercel/output")
  await rm(folder, { recursive: true, force: true })
  await inParallel(Object.values(manifest.files), ({ path }) =>
    cp(join(dist, path), join(folder, "static", folderOf(manifest), path)),
  )
  await inParallel(manifest.running, (route) => writeFunction(folder, route, output))
  await writeFile(join(folder, "config.json"), JSON.stringify(vercelConfigOf(manifest), null, 2))
}

const folderOf = ({ base }: Manifest) => decodeURI(base)

/** What Vercel has to know of a finished site. */
export const vercelConfigOf = (manifest: Manifest): VercelConfig => ({
  version: 3,
  routes: [
    ...headerRoutes(manifest),
    ...manifest.running.toSorted(byOrder).map((route) => ({
      src: `^${escape(manifest.base)}${patternOf(route)}/?$`,
      dest: manifest.base + route,
    })),
    ...redirectRoutes(manifest),
    notFoundRoute(manifest, escape(manifest.base + notFoundAddress)),
    { handle: "filesystem" },
    notFoundRoute(manifest, "/.*"),
  ],
  overrides: overridesOf(manifest),
  cache: ["node_modules/**", ".next/cache/**"],
})

const notFoundRoute = ({ base, files }: Manifest, pattern: string): Route => ({
  src: `^${pattern}$`,
  dest: base + notFoundAddress,
  status: 404,
  headers: {
    "Cache-Control": cacheControl(false),
    ...pageHeaders,
    ...policyHeader(files[notFoundAddress]?.policy),
  },
})

/** A route of names alone comes before one of `[names]`, that before one of `[...many]`. */
const byOrder = (a: string, b: string) => (orderOf(a) < orderOf(b) ? -1 : 1)
const orderOf = (route: string) =>
  route.replaceAll(/\[+(?:\.\.\.)?/g, ({ length }) => `\uffff${length}`)

/** Of several rules that set a header, the last one counts: most pages share one policy. */
function headerRoutes({ base, files, ...site }: Manifest): readonly Route[] {
  const addresses = new Map<string, string[]>()
  for (const [address, { policy }] of Object.entries(files)) {
    if (policy === undefined || address === notFoundAddress) continue
    addresses.set(policy, [...(addresses.get(policy) ?? []), encodeURI(address)])
  }
  const [usual, ...others] = [...addresses].sort(([, a], [, b]) => b.length - a.length)
  const root = escape(base)
  return [
    { src: `^${root}/.*$`, headers: commonHeaders(site), continue: true },
    {
      src: `^${root}/(?:_next/static|enhance|components|images)/.+$`,
      headers: { "Cache-Control": cacheControl(true) },
      continue: true,
    },
    {
      src: `^${root}/(?:.*/)?$`,
      headers: { ...pageHeaders, ...policyHeader(usual?.[0]) },
      continue: true,
    },
    { src: `^${root}/.+\\.svg$`, headers: policyHeader(drawingPolicy), continue: true },
    ...others.flatMap(([policy, pages]) =>
      inPieces(pages.map(escape)).map((choice) => ({
        src: `^${root}(?:${choice})$`,
        headers: policyHeader(policy),
        continue: true,
      })),
    ),
  ]
}

const policyHeader = (policy = "") => ({ "Content-Security-Policy": policy })

/** Vercel takes patterns of at most 4,096 characters. */
const longestChoice = 3_500

function inPieces(patterns: readonly string[]): readonly string[] {
  const pieces: string[] = []
  for (const pattern of patterns) {
    const last = pieces.at(-1)
    if (last === undefined || last.length + pattern.length > longestChoice) pieces.push(pattern)
    else pieces[pieces.length - 1] = `${last}|${pattern}`
  }
  return pieces
}

/** Earlier addresses, and those of pages that are not canonical. */
function redirectRoutes({ base, redirects }: Manifest): readonly Route[] {
  const permanent = (src: string, to: string) => ({
    src,
    // As everywhere: a post that has moved may move back.
    headers: { Location: to, "Cache-Control": cacheControl(false) },
    status: 308,
  })
  return [
    ...Object.entries(redirects).map(([from, to]) =>
      permanent(
        `^${escape(base + encodeURI(from).replace(/\/$/, ""))}(?:/|/index\\.html?)?$`,
        base + to,
      ),
    ),
    permanent(`^(${escape(base)}/(?:.+/)?)index\\.html?$`, "$1"),
    permanent(`^(${escape(base)}(?:/[^/.]+)*)$`, "$1/"),
  ]
}

/** Types that Vercel would not guess from a file's name, such as that of a feed. */
function overridesOf(manifest: Manifest): VercelConfig["overrides"] {
  const others = Object.values(manifest.files).filter(({ path, type }) => type !== typeOf(path))
  const nameOf = ({ path }: ServedFile) => join(folderOf(manifest), path).replace(/^\//, "")
  return Object.fromEntries(others.map((file) => [nameOf(file), { contentType: file.type }]))
}

/** Writes a function that hands requests for a route to Next.js, with the files that it needs. */
async function writeFunction(
  folder: string,
  route: string,
  { root, repoRoot, manifest, outputs }: Output,
): Promise<void> {
  const output = [...outputs.appRoutes, ...outputs.appPages].find((one) => one.pathname === route)
  if (!output) throw new Error(`Unexpected route ${route}, expected one that Next.js has built`)
  const place = join(folder, "functions", `${folderOf(manifest)}${route}.func`)
  const entry = relative(repoRoot, output.filePath)
  for (const [name, file] of Object.entries({ ...output.assets, [entry]: output.filePath })) {
    await mkdir(dirname(join(place, name)), { recursive: true })
    await cp(file, join(place, name), { recursive: true, verbatimSymlinks: true })
  }
  const launcher = join(relative(repoRoot, root), "launcher.cjs")
  await writeFile(join(place, launcher), launcherOf(relative(root, output.filePath), manifest))
  const config = {
    runtime: `nodejs${process.versions.node.split(".")[0]}.x`,
    handler: launcher,
    launcherType: "Nodejs",
    supportsResponseStreaming: true,
  }
  await writeFile(join(place, ".vc-config.json"), JSON.stringify(config, null, 2))
}

/** Next.js knows nothing of the base. */
const launcherOf = (entry: string, { base }: Manifest) => `process.env.NODE_ENV = "production"
process.chdir(__dirname)
require("next/setup-node-env")
const { handler } = require(${JSON.stringify(`./${entry}`)})

module.exports = (request, response) => {
  request.url = request.url.slice(${base.length})
  return handler(request, response, { requestMeta: { relativeProjectDir: "." } })
}
`

const escape = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")
