import { existsSync, statSync } from "node:fs"
import { readFile } from "node:fs/promises"
import { createServer, type IncomingMessage, type ServerResponse } from "node:http"
import { createRequire } from "node:module"
import type { AddressInfo } from "node:net"
import { join } from "node:path"
import { isHandler, mergeRoutes, type Route, type RouteWithSrc } from "@vercel/routing-utils"
import { typeOf } from "../model/media-type"
import type { VercelConfig } from "../deliver/vercel"

const require = createRequire(import.meta.url)

/** Routes by when they are asked: before files are looked for (""), and where there is none. */
type Phases = Record<string, RouteWithSrc[]>

/** What `vercel build` adds to the routes of a site that it knows no framework of. */
const usualRoutes: Route[] = [
  { handle: "error" },
  { status: 404, src: "^(?!/api).*$", dest: "/404.html" },
]

/**
 * Serves `.vercel/output` by the rules of Vercel's Build Output API, as far as a site uses them, after
 * `vercel build` has merged its routes.
 */
export async function serveVercelOutput(folder: string) {
  const config = JSON.parse(await readFile(join(folder, "config.json"), "utf8")) as VercelConfig
  const site = { folder, phases: phasesOf(config), overrides: config.overrides }
  const server = createServer((request, response) => void answer(site, request, response))
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  return {
    port: (server.address() as AddressInfo).port,
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}

function phasesOf(config: VercelConfig): Phases {
  const routes = JSON.parse(JSON.stringify(config.routes)) as Route[]
  const builds = [
    { use: "@vercel/zero-config-routes", entrypoint: "/", routes: usualRoutes },
    { use: "@vercel/static-build", entrypoint: "package.json", routes },
  ]
  const phases: Phases = { "": [] }
  let phase = ""
  for (const route of mergeRoutes({ builds })) {
    if (isHandler(route)) phases[(phase = route.handle)] = []
    else phases[phase]?.push(route)
  }
  return phases
}

type Site = { folder: string; phases: Phases; overrides: VercelConfig["overrides"] }
type Headers = Record<string, string>

async function answer(site: Site, request: IncomingMessage, response: ServerResponse) {
  const { pathname, search } = new URL(`http://localhost${request.url}`)
  const headers: Headers = { "cache-control": "public, max-age=0, must-revalidate" }
  const { status = 200, path, location } = follow(site.phases[""], pathname, headers)
  if (location !== undefined) {
    return response.writeHead(status, { ...headers, location: location + search }).end()
  }

  const name = decodeURI(path).replaceAll(/^\/|\/$/g, "")
  const launcher = join(site.folder, "functions", `${name}.func`, "launcher.cjs")
  if (existsSync(launcher)) {
    for (const [key, value] of Object.entries(headers)) response.setHeader(key, value)
    return (require(launcher) as typeof answerFunction)(request, response)
  }
  const file = [name, join(name, "index.html")].find((one) => isFile(site, one))
  if (file !== undefined) return send(site, file, status, headers, response)
  const other = follow(site.phases["filesystem"], path, headers)
  return send(site, other.path.slice(1), other.status ?? 200, headers, response)
}

declare function answerFunction(request: IncomingMessage, response: ServerResponse): unknown

/** Asks the routes of a phase in their order, and sets their headers. */
function follow(routes: RouteWithSrc[] = [], path: string, headers: Headers) {
  let status: number | undefined
  for (const route of routes) {
    const match = new RegExp(route.src, "i").exec(path)
    if (!match) continue
    const fill = (text: string) =>
      text.replaceAll(/\$(\d)/g, (_, n: string) => match[Number(n)] ?? "")
    const { location, ...others } = Object.fromEntries(
      Object.entries(route.headers ?? {}).map(([key, value]) => [key.toLowerCase(), fill(value)]),
    )
    Object.assign(headers, others)
    status = route.status ?? status
    if (location !== undefined) return { status, path, location }
    if (!route.continue) return { status, path: fill(route.dest ?? path) }
  }
  return { status, path }
}

const fileOf = ({ folder }: Site, name: string) => join(folder, "static", name)

const isFile = (site: Site, name: string) =>
  statSync(fileOf(site, name), { throwIfNoEntry: false })?.isFile() ?? false

async function send(
  site: Site,
  name: string,
  status: number,
  headers: Headers,
  response: ServerResponse,
): Promise<void> {
  const type = site.overrides[name]?.contentType ?? typeOf(name)
  const content = await readFile(fileOf(site, name))
  response.writeHead(status, { ...headers, "content-type": type }).end(content)
}
