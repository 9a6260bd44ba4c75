import { readFileSync } from "node:fs"
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises"
import { join, relative } from "node:path"
import type { NextOutput } from "./next-output"
import { llmsFullAddress } from "../model/addresses"
import { distFolder, madeFolder, nextFolder } from "../model/build-folders.mjs"
import { publicationsAddress } from "../model/readers-address"
import { readSettings, type DeliverySettings } from "../model/delivery-settings"
import { openCache, type Cache } from "../cache/cache"
import { openKeptPages, type KeptPages } from "../cache/pages"
import { writeAliasPages } from "./alias-pages"
import { booksOf } from "./books"
import { writeForms } from "./compress"
import { hostHeaders, hostRedirects } from "./host-files"
import { openFormerSite, type FormerSite } from "./former"
import { hashOf, manifestName, notFoundAddress, type Manifest, type ServedFile } from "./manifest"
import { inParallel } from "./in-parallel"
import { typeOf, withCharset } from "../model/media-type"
import { offlineListsOf } from "./offline"
import { deliverPage, type Page } from "./page"
import { policyOf, type PolicyNeeds } from "./policy"
import { readyFile } from "../model/ready-html"
import { refuseClientComponents } from "./framework"
import { formatReport, type DeliveredPage } from "./report"
import { UnexpectedPage } from "./unexpected-page"
import { writeVercelOutput } from "./vercel"
import { wholeTextOf } from "./whole-text"

type Build = {
  outputs: NextOutput
  root: string
  /** The folder that Next.js names traced files below, if it is another. */
  repoRoot?: string
  nextVersion: string
  /** Whether it is for Vercel, which takes the site in a form of its own. */
  vercel?: boolean
  /** The version of all that makes pages of the content: only what the same has made is used again. */
  code?: string
}

/**
 * Writes `dist`, the complete static site, from what Next.js has prerendered. The old `dist` stays
 * whole until the new one is.
 *
 * @returns what it tells of itself
 * @throws UnexpectedPage, with the page's address, where the output is not as this adapter expects
 */
export async function deliver({
  outputs,
  root,
  repoRoot = root,
  nextVersion,
  vercel = false,
  code,
}: Build): Promise<string> {
  const dist = join(root, distFolder)
  const fresh = join(root, nextFolder, "dist")
  await rm(fresh, { recursive: true, force: true })
  await mkdir(fresh, { recursive: true })

  const settings = await readSettings(root)
  const site: Delivery = {
    root,
    folder: fresh,
    compressed: openCache(root, "compressed", 500_000_000),
    kept: await openKeptPages(root, code),
    former: await openFormerSite(dist, openCache(root, "delivered"), code),
    base: settings.base,
    nextVersion,
    files: {},
    needs: [],
    pages: [],
  }

  await refuseClientComponents(outputs)
  await inParallel(outputs.prerenders, (prerender) => deliverPrerender(site, prerender))
  await deliverKeptPages(site)
  await deliverNotFound(site, outputs)
  await deliverAssets(site, outputs, root)
  const text = await wholeTextOf(site.files, fresh)
  const textKind = { type: "text/plain; charset=utf-8", immutable: false }
  if (text) await addFile(site, llmsFullAddress, sourceOf(text), textKind)
  await deliverSeries(site, settings.unlisted)
  await deliverPublications(site, settings)
  await site.former.keepAssets(site.files, fresh)

  const manifest = withVersion({
    base: settings.base,
    secure: settings.url.startsWith("https:"),
    strictTransportSecurity: settings.strictTransportSecurity,
    unlisted: settings.unlisted,
    files: Object.fromEntries(Object.entries(site.files).sort(byName)),
    redirects: Object.fromEntries(
      settings.redirects.map(({ from, to }) => [decodeURIComponent(from), to]),
    ),
    running: runningRoutes(outputs),
  })
  await writeFile(join(fresh, "_headers"), hostHeaders(manifest, site.needs))
  await writeFile(join(fresh, "_redirects"), hostRedirects(manifest, settings.redirects))
  await writeAliasPages(fresh, settings)
  await writeFile(join(fresh, manifestName), JSON.stringify(manifest))
  await site.former.replace(fresh, manifest.version)
  await site.compressed.trim()
  await site.kept?.trim()
  if (vercel) await writeVercelOutput({ root, repoRoot, dist, manifest, outputs })
  return formatReport(site.pages, site.files)
}

/** A site that is being written. */
type Delivery = {
  root: string
  folder: string
  /** Pages of earlier builds. */
  kept?: KeptPages
  /** What the last build has delivered. */
  former: FormerSite
  /** Compressed forms of earlier builds. */
  compressed: Cache
  base: string
  nextVersion: string
  files: Record<string, ServedFile>
  needs: PolicyNeeds[]
  pages: DeliveredPage[]
}

type Prerender = NextOutput["prerenders"][number]

/** What is kept of a page, and where its HTML is not needed, all that is read of it. */
type FinishedPage = Omit<DeliveredPage, "needs"> & { needs: PolicyNeeds; hash: string }

/** The content of a file by its hash: what has not changed is not read. */
type Source = { hash: string; read: () => Promise<Buffer> }

const sourceOf = (content: Buffer): Source => ({
  hash: hashOf(content),
  read: () => Promise.resolve(content),
})

async function deliverPrerender(
  site: Delivery,
  { pathname, fallback, parentOutputId }: Prerender,
): Promise<void> {
  const { filePath, initialHeaders, initialStatus = 200 } = fallback ?? {}
  const type = String(initialHeaders?.["content-type"] ?? "")
  if (filePath === undefined || type === "text/x-component" || pathname === "/_global-error") return
  const path = decodeURIComponent(pathname)
  if (initialStatus !== 200) {
    throw new UnexpectedPage(`${path}: Unexpected status ${initialStatus}, expected 200`)
  }

  const content = await readFile(filePath)
  if (type.startsWith("text/html")) {
    await addPage(site, `${path}/`.replace("//", "/"), parentOutputId, content)
  } else {
    const named = type === "" ? typeOf(path) : withCharset(type)
    await addFile(site, path, sourceOf(content), { type: named, immutable: false })
  }
}

/** Pages that are as an earlier build has made them, which Next.js was not asked for. */
async function deliverKeptPages(site: Delivery): Promise<void> {
  const { kept, files } = site
  const missing = (kept?.addresses ?? []).filter((address) => !files[address])
  await inParallel(missing, async (address) => {
    const finished = await kept?.load<FinishedPage>(address)
    if (!finished) throw new UnexpectedPage(`${address}: Unexpected absence of the page`)
    await addFinished(site, finished, async () => {
      const html = await kept?.loadHtml(address)
      if (!html) throw new UnexpectedPage(`${address}: Unexpected absence of the page's HTML`)
      return html
    })
  })
}

async function addPage(
  site: Delivery,
  address: string,
  kind: string,
  content: Buffer,
): Promise<void> {
  const { html, ...page } = pageFrom(site, address, content)
  const source = sourceOf(Buffer.from(html))
  const finished = { address, kind, ...page, hash: source.hash }
  await site.kept?.save(address, finished, await source.read())
  await addFinished(site, finished, source.read)
}

async function addFinished(
  site: Delivery,
  { needs, hash, ...page }: FinishedPage,
  read: Source["read"],
): Promise<void> {
  const type = "text/html; charset=utf-8"
  const policy = policyOf(needs)
  await addFile(site, page.address, { hash, read }, { type, immutable: false, policy })
  site.needs.push(needs)
  site.pages.push(page)
}

function pageFrom({ root, base, nextVersion }: Delivery, address: string, content: Buffer): Page {
  try {
    return deliverPage(content.toString("utf8"), base, (name) =>
      readFileSync(readyFile(join(root, ".partwise"), name), "utf8"),
    )
  } catch (error) {
    if (!(error instanceof UnexpectedPage)) throw error
    throw new UnexpectedPage(`${address}: ${error.message} (Next.js ${nextVersion})`)
  }
}

async function deliverNotFound(site: Delivery, { staticFiles }: NextOutput) {
  const file = staticFiles.find(({ pathname }) => pathname === "/404")
  if (!file)
    throw new UnexpectedPage("/404: Unexpected absence of the page, expected app/not-found.tsx")
  await addPage(site, notFoundAddress, "not found", await readFile(file.filePath))
}

/** Next.js's hashed files, as far as a page loads them, and files that are served as they are. */
async function deliverAssets(site: Delivery, outputs: NextOutput, root: string): Promise<void> {
  const assets = outputs.staticFiles
    .filter(({ pathname }) => !/^\/(?:404|500)$|\.js$/.test(pathname))
    .map(({ pathname, filePath }) => ({ address: decodeURIComponent(pathname), file: filePath }))

  for (const folder of ["public", madeFolder].map((name) => join(root, name))) {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
    for (const entry of entries.filter((entry) => entry.isFile())) {
      const file = join(entry.parentPath, entry.name)
      assets.push({ address: `/${relative(folder, file).replaceAll("\\", "/")}`, file })
    }
  }

  await inParallel(assets, async ({ address, file }) => {
    // Next.js lists files under its assetPrefix; the folder holds them below the base.
    const name = address.startsWith(`${site.base}/`) ? address.slice(site.base.length) : address
    const kind = { type: typeOf(name), immutable: isImmutable(name) }
    await addFile(site, name, sourceOf(await readFile(file)), kind)
  })
}

/** What is made of the pages of series: books, and lists of what is needed without a network. */
async function deliverSeries(site: Delivery, unlisted: boolean): Promise<void> {
  const made = [
    ...(await booksOf(site.files, site)),
    // A preview is for as long as it is looked at.
    ...(unlisted ? [] : await offlineListsOf(site.files, site)),
  ]
  for (const [address, content] of made) {
    const kind = { type: typeOf(address), immutable: false }
    await addFile(site, address, sourceOf(Buffer.from(content)), kind)
  }
}

async function deliverPublications(site: Delivery, { publications, unlisted }: DeliverySettings) {
  if (!publications || unlisted) return
  const source = sourceOf(Buffer.from(JSON.stringify(publications)))
  const kind = { type: typeOf(publicationsAddress), immutable: false }
  await addFile(site, publicationsAddress, source, kind)
}

const isImmutable = (address: string) =>
  /^\/(?:_next\/static|enhance|components|images)\//.test(address)

async function addFile(
  site: Delivery,
  address: string,
  { hash, read }: Source,
  kind: Pick<ServedFile, "type" | "immutable" | "policy">,
): Promise<void> {
  const path = (address.endsWith("/") ? `${address}index.html` : address).slice(1)
  const forms =
    site.former.reuse(address, { path, ...kind }, hash, site.folder) ??
    (await writeForms(join(site.folder, path), await read(), kind, site.compressed))
  site.files[address] = { path, ...kind, forms }
}

const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]) =>
  a < b ? -1 : 1

/** Two builds of the same have the same version. */
const withVersion = (manifest: Omit<Manifest, "version">): Manifest => ({
  version: hashOf(Buffer.from(JSON.stringify(manifest))),
  ...manifest,
})

/** Next.js's own pages for what is not there and what fails: others of ours are delivered. */
const innerRoute = /^\/_(?:not-found|global-error)$/

/** Routes of which nothing was prerendered: a server has to run them. */
function runningRoutes({ appPages, appRoutes, prerenders }: NextOutput): readonly string[] {
  const prerendered = new Set(prerenders.map(({ id, parentOutputId }) => parentOutputId ?? id))
  return [...appPages, ...appRoutes]
    .filter(({ id, pathname }) => !prerendered.has(id) && !/\.rsc$|\.segments\//.test(pathname))
    .map(({ pathname }) => pathname)
    .filter((pathname) => !innerRoute.test(pathname))
    .sort()
}
