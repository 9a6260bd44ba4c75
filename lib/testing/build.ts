import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { distFolder, nextFolder } from "../model/build-folders.mjs"
import type { DeliverySettings } from "../model/delivery-settings"
import { deliver } from "../deliver/deliver"
import type { Manifest } from "../deliver/manifest"
import type { NextOutput } from "../deliver/next-output"
import { nextPage } from "./pages"

type Content = string | Uint8Array

/** A build to be made up: what Next.js would have written, and what stands beside it. */
export type MadeUp = {
  /** HTML by the pathname that Next.js gives it. */
  pages?: Readonly<Record<string, string>>
  /** Prerendered routes that are no pages. */
  routes?: Readonly<Record<string, { type?: string; status?: number; content: Content }>>
  /** Next.js's files, below `/_next/static/`. */
  assets?: Readonly<Record<string, Content>>
  /** Files of the `public` folder. */
  files?: Readonly<Record<string, Content>>
  notFound?: string
  settings?: Partial<DeliverySettings>
  /** Routes that a server has to run. */
  running?: readonly string[]
  /** Client modules that pages import, beside those of Next.js. */
  clientModules?: readonly string[]
  /** Whether it is for Vercel. */
  vercel?: boolean
  /** The version of the code that builds. */
  code?: string
}

/** A temporary folder to deliver made-up builds in. */
export async function createWorkshop() {
  const root = await mkdtemp(join(tmpdir(), "partwise-delivery-"))
  const dist = join(root, distFolder)
  return {
    root,
    dist,
    /** @returns what the build tells of itself */
    deliver: async (build: MadeUp = {}): Promise<string> =>
      deliver({
        outputs: await makeUp(root, build),
        root,
        nextVersion: "16.4.5",
        vercel: build.vercel ?? false,
        code: build.code,
      }),
    manifest: async () => JSON.parse(await readFile(join(dist, ".site.json"), "utf8")) as Manifest,
    read: (path: string) => readFile(join(dist, path)),
    /** Every file of the finished site, sorted. */
    async files(): Promise<readonly string[]> {
      const entries = await readdir(dist, { recursive: true, withFileTypes: true })
      return entries
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(dist.length + 1))
        .sort()
    },
    write,
    remove: () => rm(root, { recursive: true }),
  }
}

async function makeUp(root: string, build: MadeUp): Promise<NextOutput> {
  const next = join(root, nextFolder)
  const page = join(next, "server/app/page.js")
  const usual = { url: "https://example.org", base: "", unlisted: false, redirects: [] }
  const settings = { ...usual, ...build.settings }
  await rm(join(root, "public"), { recursive: true, force: true })
  await mkdir(join(root, "public"), { recursive: true })
  await write(join(root, ".partwise/delivery.json"), JSON.stringify(settings))
  await write(join(root, ".partwise/pages.json"), "{}")
  await write(join(next, "server/404.html"), build.notFound ?? nextPage({ title: "Not found" }))
  await write(page.replace(".js", "_client-reference-manifest.js"), listOf(build.clientModules))
  for (const [name, content] of Object.entries(build.files ?? {})) {
    await write(join(root, "public", name), content)
  }

  const pages = Object.entries(build.pages ?? { "/": nextPage() })
  const routes = Object.entries(build.routes ?? {})
  const prerenders = [
    ...pages.map(([path, content]) => ({ path, content, type: "text/html; charset=utf-8" })),
    ...pages.map(([path]) => ({ path: `${path}.rsc`, content: "0:{}", type: "text/x-component" })),
    ...routes.map(([path, route]) => ({ path, ...route })),
  ].map(async ({ path, content, type, ...route }, index) => {
    const filePath = join(next, `server/route-cache/${index}.body`)
    await write(filePath, content)
    const initialHeaders = type === undefined ? {} : { "content-type": type }
    const initialStatus = "status" in route ? route.status : undefined
    const fallback = { filePath, initialHeaders, initialStatus }
    return { id: path, pathname: path, parentOutputId: "/[page]", fallback }
  })
  const assets = Object.entries(build.assets ?? {}).map(async ([name, content]) => {
    const filePath = join(next, "static", name)
    await write(filePath, content)
    return { id: name, pathname: `/_next/static/${name}`, filePath }
  })
  const notFound = { id: "/404", pathname: "/404", filePath: join(next, "server/404.html") }
  const appPages = ["/[page]", "/_not-found"].map((id) => ({ id, pathname: id, filePath: page }))
  return {
    pages: [],
    pagesApi: [],
    appPages,
    appRoutes: await Promise.all((build.running ?? []).map((id) => makeUpRoute(root, next, id))),
    prerenders: [...(await Promise.all(prerenders)), dynamicRoute],
    staticFiles: [...(await Promise.all(assets)), notFound],
  } as unknown as NextOutput
}

/** A route that a server has to run: its answer says which it is, and what was asked. */
async function makeUpRoute(root: string, next: string, id: string) {
  const filePath = join(next, `server/app${id}/route.js`)
  const environment = "node_modules/next/setup-node-env.js"
  await write(join(root, environment), "")
  await write(
    filePath,
    `exports.handler = (request, response) => response.end("${id} for " + request.url)`,
  )
  return { id, pathname: id, filePath, assets: { [environment]: join(root, environment) } }
}

/** Next.js lists the pattern of prerendered addresses too, without a file. */
const dynamicRoute = { id: "/[page]", pathname: "/[page]", parentOutputId: "/[page]" }

/** Next.js's list of the client modules that a page imports. */
function listOf(own: readonly string[] = []): string {
  const next = "[project]/node_modules/next/dist/esm/client/components/layout-router.js"
  const clientModules = Object.fromEntries([next, ...own].map((name, id) => [name, { id }]))
  return `globalThis.__RSC_MANIFEST = globalThis.__RSC_MANIFEST || {};
globalThis.__RSC_MANIFEST["/[page]/page"] = ${JSON.stringify({ moduleLoading: {}, clientModules })}`
}

async function write(file: string, content: Content): Promise<void> {
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, content)
}
