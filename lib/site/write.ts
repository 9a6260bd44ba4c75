import { createHash } from "node:crypto"
import { rm } from "node:fs/promises"
import { join } from "node:path"
import { accentStyles } from "../model/accent"
import { canonicalAddress, pageAddress, postAddress } from "../model/addresses"
import type { Bibliography } from "../elements/citation/bibliography"
import type { Course } from "../model/course"
import { componentsFolder } from "../model/build-folders.mjs"
import { today } from "../model/dates"
import { folderBeside } from "../model/documents"
import { baseOf, type DeliverySettings } from "../model/delivery-settings"
import type { GlossaryEntry } from "../elements/term/glossary"
import type { Images } from "../images/images"
import pLimit from "p-limit"
import { fontStyles } from "../model/fonts"
import type { Run } from "../mdx/run"
import type { ContentFile, Kind } from "../source/files"
import type { Content } from "../source/reader"
import type { Reading } from "../source/reading"
import { byDate, type Page, type Post } from "../model/post"
import { publicationsOf } from "../model/publications"
import type { Reference } from "../model/reference"
import type { Series } from "../model/series"
import { unnamedSite, type Site } from "../model/site"
import { findNextDay } from "../model/visibility"
import { textOf } from "../model/words/words"
import { specialCharactersOf } from "./characters"
import { bibliographyOf, glossaryOf } from "./data"
import { entryOf, shownOf, type Entry } from "./entry"
import { loadDocuments, renderDocumentTypes } from "./contentlayer"
import type { Index } from "./site-index"
import { pageKeysOf } from "./page-keys"
import { typesetIndex } from "./typeset"
import { writeWhole } from "./write-whole"

/** Writes what a site is built from into `.partwise`, and only what has changed since the last time. */
export type Writer = {
  /** @param frameOf what authors' own components show first; none where there are none */
  write: (content: Content, frameOf?: FrameOf) => Promise<void>
}

type FrameOf = Parameters<typeof entryOf>[1]["frameOf"]

const noFrame: FrameOf = (document) => {
  throw new Error(`Unexpected component in ${document}, expected none`)
}

/** @param compiledOf the body of a file, ready for its page */
export function createWriter(
  root: string,
  images: Images,
  compiledOf: (path: string) => Promise<readonly Run[]>,
): Writer {
  /** By the paths of the files: what was written, and the readings that it was made from. */
  let written: ReadonlyMap<string, Written> = new Map()
  const works = new Map<string, string>()

  return {
    async write(content, frameOf = noFrame) {
      if (written.size === 0) await writeTypes(root)
      const now = new Map<string, Written>()
      const changed: ContentFile[] = []
      const madeFrom = readingsBehind(content)
      const imagesBeside = filesIn(content, "image")
      const filesBeside = filesIn(content, "file")
      const making = { imagesBeside, filesBeside, images, compiledOf, frameOf }
      for (const file of content.files) {
        const before = written.get(file.path)
        const readings = madeFrom.get(file.path) ?? []
        if (before && isSame(before.readings, readings)) now.set(file.path, before)
        else changed.push(file)
      }
      // Should this fail half-way, what was being written counts as not written.
      written = new Map(now)
      const documents = await loadDocuments(root, { ...content, files: changed })
      const atOnce = pLimit(32) // while the images of one are made, others go on
      await Promise.all(
        documents.map((document) =>
          atOnce(async () => {
            const path = `content/${document._id}`
            const entry = await writeEntry(root, await entryOf(document, making))
            now.set(path, { entry, readings: madeFrom.get(path) ?? [] })
          }),
        ),
      )
      written = now
      const entries = content.files.flatMap(({ path }) => now.get(path)?.entry ?? [])
      await writeSite(root, content, entries, works)
      await images.finish(content.files.filter(isImage).map(({ path }) => path))
    },
  }
}

type Written = { entry: Entry; readings: readonly Reading[] }

/**
 * What the document in a file is made from: the file itself, the files beside a post, and all components
 * where it uses any, as one may import another.
 */
function readingsBehind({ files, readings }: Content): ReadonlyMap<string, readonly Reading[]> {
  const behind = new Map<string, Reading[]>()
  const ownerOf = ownersIn(files)
  const components: Reading[] = []
  for (const { path, kind } of files) {
    const owner = kind === "image" || kind === "file" ? ownerOf(path) : path
    const reading = readings.get(path)
    if (!reading) continue
    if (kind === "component") components.push(reading)
    else behind.set(owner, [...(behind.get(owner) ?? []), reading])
  }
  for (const own of behind.values()) {
    if (own.some(({ body }) => body && body.components.length > 0)) own.push(...components)
  }
  return behind
}

const isImage = ({ kind }: ContentFile) => kind === "image"

/** The text that a file is beside. */
function ownersIn(files: readonly ContentFile[]): (path: string) => string {
  const texts = files.filter(({ kind }) => kind === "post" || kind === "page")
  const owners = new Map(texts.map(({ path }) => [folderBeside(path), path]))
  return (path) => owners.get(path.replace(/[^/]+$/, "")) ?? path
}

/** The files of a kind that were checked, by those of the texts that they are beside. */
function filesIn({ files }: Content, kind: Kind): (path: string) => readonly string[] {
  const beside = new Map<string, string[]>()
  const ownerOf = ownersIn(files)
  for (const { path } of files.filter((file) => file.kind === kind)) {
    const owner = ownerOf(path)
    beside.set(owner, [...(beside.get(owner) ?? []), path])
  }
  return (path) => beside.get(path) ?? []
}

const isSame = (a: readonly unknown[], b: readonly unknown[]) =>
  a.length === b.length && a.every((one, index) => one === b[index])

const writeTypes = async (root: string) =>
  writeWhole(root, "types.d.ts", await renderDocumentTypes(root))

/** Removes what was written of earlier content: a file that is a draft now must not stay. */
export const clearContent = async (root: string) => {
  for (const folder of [".partwise/bodies", ".partwise/works", componentsFolder]) {
    await rm(join(root, folder), { recursive: true, force: true })
  }
}

/** Writes what a site without any content is built from. */
export async function writeNoContent(root: string): Promise<void> {
  await writeTypes(root)
  await writeIndex(root, [{ id: "site.yaml", kind: "site", item: unnamedSite }])
}

/** Writes the body of a document, if the build shows it. */
async function writeEntry(root: string, entry: Entry): Promise<Entry> {
  const { kind, body } = entry
  if (!body) return entry
  await writeWhole(root, `bodies/${kind}/${body.slug}.json`, body.text)
  // It is on the disk now, and ten thousand of them would fill the memory.
  return { ...entry, body: { ...body, text: "" } }
}

/** Writes what all documents together give. */
async function writeSite(
  root: string,
  content: Content,
  entries: readonly Entry[],
  works: Map<string, string>,
): Promise<void> {
  const day = today()
  const shown = shownOf(entries, day)
  const bibliography = bibliographyOf(content)
  for (const entry of shown) await writeWorks(root, entry, bibliography, works)
  const index = await writeIndex(root, shown, bibliography.references, glossaryOf(content))
  const bodies = shown.flatMap(({ kind, body }) =>
    kind === "posts" && body
      ? [[body.slug, { ...body, works: bibliography.sourceOf(body.cites) }] as const]
      : [],
  )
  // A development server keeps no pages, and does not wait for what would tell which to keep.
  const isServed = index.site.environment === "development"
  const keys = isServed ? {} : pageKeysOf(index, new Map(bodies))
  await writeWhole(root, "pages.json", JSON.stringify(keys))
  // Beside what is built from, not part of it: who runs builds learns when the next one is due.
  const posts = entries.flatMap(({ kind, item }) => (kind === "posts" ? [item] : []))
  await writeWhole(root, "due.json", JSON.stringify({ day: findNextDay(posts, day) }))
}

async function writeIndex(
  root: string,
  entries: readonly Entry[],
  references: readonly Reference[] = [],
  glossary: readonly GlossaryEntry[] = [],
): Promise<Index> {
  const index = typesetIndex(indexOf(entries, references, glossary))
  const text = JSON.stringify(index)
  await writeWhole(root, "index.json", text)
  const characters = new Set(specialCharactersOf(text + textOf(index.site.language)))
  for (const { body } of entries) for (const one of body?.characters ?? []) characters.add(one)
  await writeWhole(root, "characters.json", JSON.stringify([...characters].sort()))
  const { accent, fonts } = index.site
  await writeWhole(root, "site.css", accentStyles(accent) + fontStyles(fonts))
  await writeWhole(root, "delivery.json", JSON.stringify(deliveryOf(index)))

  // The door imports the stamp, so that a development server renders anew when a body changes too.
  const hash = createHash("sha256").update(text)
  for (const { body } of entries) hash.update(body?.hash ?? "")
  await writeWhole(root, "stamp.json", JSON.stringify({ content: hash.digest("hex") }))
  return index
}

/**
 * Writes the works that a body cites, as its page shows them, unless the same are there already.
 *
 * @param written the texts of the files that were written
 */
async function writeWorks(
  root: string,
  { kind, body }: Entry,
  bibliography: Bibliography,
  written: Map<string, string>,
): Promise<void> {
  if (!body || body.cites.length === 0) return
  const name = `works/${kind}/${body.slug}.json`
  const source = bibliography.sourceOf(body.cites)
  if (written.get(name) === source) return
  await writeWhole(root, name, JSON.stringify(bibliography.worksOf(body.cites)))
  written.set(name, source)
}

function indexOf(
  entries: readonly Entry[],
  references: readonly Reference[],
  glossary: readonly GlossaryEntry[],
): Index {
  const posts: Post[] = []
  const pages: Page[] = []
  const series: Series[] = []
  const courses: Course[] = []
  let site: Site | undefined
  for (const { kind, item } of entries) {
    if (kind === "posts") posts.push(item)
    else if (kind === "pages") pages.push(item)
    else if (kind === "series") series.push(item)
    else if (kind === "courses") courses.push(item)
    else site = item
  }
  if (!site) throw new Error("Unexpected absence of content/site.yaml, expected the site's name")
  const papers = new Set(
    courses.flatMap(({ modules }) =>
      modules.flatMap(({ topics }) => topics.flatMap(({ papers }) => papers)),
    ),
  )
  return {
    site,
    posts: posts.sort(byDate),
    pages,
    series: series.sort(byId),
    courses: courses.sort(byId),
    // A work that nothing names but a draft is as little told as the draft.
    references: references.filter(({ key }) => papers.has(key)),
    glossary: glossary.map((entry) => ({ ...entry, see: entry.see.filter(isToShow(entries)) })),
  }
}

/** Whether what a term refers to is elsewhere, or a post of this build. */
const isToShow = (entries: readonly Entry[]) => (target: string) =>
  /^https?:/.test(target) || entries.some(({ id }) => id === `posts/${target}/index.mdx`)

const byId = (a: { id: string }, b: { id: string }) => a.id.localeCompare(b.id, "en")

function deliveryOf({ site, posts, pages, series }: Index): DeliverySettings {
  const redirects = [
    ...posts.map(({ slug, aliases }) => ({ to: postAddress(slug), aliases })),
    ...pages.map(({ slug, aliases }) => ({ to: pageAddress(slug), aliases })),
  ].flatMap(({ to, aliases }) => aliases.map((from) => ({ from: canonicalAddress(from), to })))
  const { url, environment, strictTransportSecurity } = site
  const unlisted = environment !== "production"
  const publications = publicationsOf(site, series, posts)
  return { url, base: baseOf(url), unlisted, strictTransportSecurity, redirects, publications }
}
