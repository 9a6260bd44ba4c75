import { createHash } from "node:crypto"
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises"
import { dirname, join } from "node:path"
import { imageSizeFromFile } from "image-size/fromFile"
import type { DocumentTypes } from "../../.contentlayer/types"
import { canonicalAddress, postAddress } from "../addresses"
import { parseBibliography } from "../bibliography"
import { today } from "../dates"
import { baseOf, type DeliverySettings } from "../delivery-settings"
import { forgetFacts } from "../markdown/facts"
import { byDate, type Heading, type Page, type Post, type PostImage } from "../post"
import type { Series } from "../series"
import { siteUrl, type Site } from "../site"
import type { Course } from "../course"
import type { Reference } from "../reference"
import { isVisible, siteEnvironment } from "../visibility"
import { loadDocuments, renderDocumentTypes } from "./load"

/** All that a build may show, without bodies: what lists, sidebars and metadata start from. */
export type Index = {
  site: Site
  posts: readonly Post[]
  series: readonly Series[]
  courses: readonly Course[]
  pages: readonly Page[]
  references: readonly Reference[]
}

/** The content as it was last loaded; drafts are dropped when it is written. */
export type Loaded = Map<string, DocumentTypes>

/** Loads every document and writes all that the site is built from into `.contentlayer`. */
export async function writeContent(root: string): Promise<Loaded> {
  const loaded: Loaded = new Map()
  for (const document of await loadDocuments(root)) loaded.set(document._id, document)

  await rm(join(root, ".contentlayer/bodies"), { recursive: true, force: true })
  await writeWhole(root, "types.d.ts", await renderDocumentTypes(root))
  for (const document of loaded.values()) await writeBody(root, document)
  await writeIndex(root, loaded)
  forgetFacts()
  return loaded
}

/** Loads the documents of one folder of `content` anew, and writes what that changes. */
export async function rewriteFolder(root: string, loaded: Loaded, folder: string): Promise<void> {
  for (const id of loaded.keys()) if (dirname(id) === folder) loaded.delete(id)
  for (const document of await loadDocuments(root, folder)) {
    loaded.set(document._id, document)
    await writeBody(root, document)
  }
  await writeIndex(root, loaded)
  forgetFacts()
}

/**
 * Whether this build shows a document. Drafts are dropped here and nowhere else: what comes after
 * has never seen them.
 */
function isShown(document: DocumentTypes): boolean {
  if (document.type !== "Post") return true
  const { draft, date } = document
  return isVisible({ draft, date: dayOf(date) }, { environment: siteEnvironment(), day: today() })
}

async function writeBody(root: string, document: DocumentTypes): Promise<void> {
  if (!isShown(document)) return
  const folder = document.type === "Post" ? "posts" : document.type === "Page" ? "pages" : undefined
  if (folder === undefined || !("runs" in document)) return
  await writeWhole(root, `bodies/${folder}/${document.slug}.json`, JSON.stringify(document.runs))
}

async function writeIndex(root: string, loaded: Loaded): Promise<void> {
  const index = await indexOf(root, [...loaded.values()].filter(isShown))
  await writeWhole(root, "index.json", JSON.stringify(index))
  await writeWhole(root, "delivery.json", JSON.stringify(deliveryOf(index)))

  // The door imports the stamp, so that a development server renders anew when a body changes too.
  const bodies = [...loaded.values()].map((document) =>
    "body" in document ? document.body.raw : "",
  )
  const hash = createHash("sha256").update(JSON.stringify(index))
  for (const body of bodies) hash.update(body)
  await writeWhole(root, "stamp.json", JSON.stringify({ content: hash.digest("hex") }))
}

function deliveryOf({ site: { url }, posts }: Index): DeliverySettings {
  const redirects = posts.flatMap(({ slug, aliases }) =>
    aliases.map((from) => ({ from: canonicalAddress(from), to: postAddress(slug) })),
  )
  return { url, base: baseOf(url), redirects }
}

async function indexOf(root: string, documents: readonly DocumentTypes[]): Promise<Index> {
  const index = {
    posts: new Array<Post>(),
    series: new Array<Series>(),
    courses: new Array<Course>(),
    pages: new Array<Page>(),
  }
  let site: Site | undefined
  for (const document of documents) {
    switch (document.type) {
      case "Post":
        index.posts.push(await postOf(root, document))
        break
      case "Series":
        index.series.push(plain(document))
        break
      case "Course":
        index.courses.push(plain(document))
        break
      case "Page":
        index.pages.push(pageOf(document))
        break
      case "Site":
        site = { ...plain(document), url: siteUrl(document.url) }
    }
  }
  if (!site) throw new Error("Unexpected absence of content/site.yaml, expected the site's name")

  index.posts.sort(byDate)
  index.series.sort((a, b) => a.id.localeCompare(b.id, "en"))
  index.courses.sort((a, b) => a.id.localeCompare(b.id, "en"))
  return { ...index, site, references: await readReferences(root) }
}

type DocumentOf<Type extends DocumentTypes["type"]> = Extract<DocumentTypes, { type: Type }>

async function postOf(root: string, document: DocumentOf<"Post">): Promise<Post> {
  const { body: _body, runs: _runs, date, updated, headings, slug, ...fields } = plain(document)
  return {
    ...fields,
    slug: slug.normalize("NFC"),
    date: dayOf(date),
    updated: updated === undefined ? undefined : dayOf(updated),
    headings: headings as readonly Heading[],
    images: await imagesIn(join(root, "content", document._raw.sourceFileDir)),
  }
}

const pageOf = ({ slug, title, description }: DocumentOf<"Page">): Page => ({
  slug: slug.normalize("NFC"),
  title,
  description,
})

/** Contentlayer's dates are instants at midnight UTC. */
const dayOf = (instant: string) => instant.slice(0, 10)

/** A document without what Contentlayer adds to it and to the objects in it. */
function plain<Value>(value: Value): Value {
  return JSON.parse(
    JSON.stringify(value, (key, inner: unknown) =>
      key === "_raw" || key === "_id" || key === "type" ? undefined : inner,
    ),
  ) as Value
}

async function imagesIn(folder: string): Promise<readonly PostImage[]> {
  const files = (await readdir(folder)).filter((file) =>
    /\.(?:avif|gif|jpe?g|png|svg|webp)$/i.test(file),
  )
  return Promise.all(
    files.sort().map(async (file) => {
      const { width, height } = await imageSizeFromFile(join(folder, file))
      return { file, width, height }
    }),
  )
}

async function readReferences(root: string): Promise<readonly Reference[]> {
  try {
    return parseBibliography(await readFile(join(root, "content/references.bib"), "utf8"))
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return []
    throw error
  }
}

/** Writes a file so that whoever reads it meanwhile sees the old one or the new one, whole. */
async function writeWhole(root: string, name: string, text: string): Promise<void> {
  const file = join(root, ".contentlayer", name)
  await mkdir(dirname(file), { recursive: true })
  await writeFile(`${file}.new`, text)
  await rename(`${file}.new`, file)
}
