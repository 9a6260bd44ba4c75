import { createHash } from "node:crypto"
import type { DocumentTypes } from "../../.partwise/types"
import { pageAddress, postAddress } from "../model/addresses"
import type { Course } from "../model/course"
import { today, type Day } from "../model/dates"
import type { Images } from "../images/images"
import { mapHtml, type Run } from "../mdx/run"
import { fillFrames, frameHtml, type Frame } from "../elements/component/use"
import { fillImages } from "../elements/image/use"
import type { Label } from "../model/labels"
import type { Heading, Page, Post } from "../model/post"
import { findShownSeries, type Series } from "../model/series"
import { siteUrl, type Site } from "../model/site"
import { isVisible, siteEnvironment } from "../model/visibility"
import { specialCharactersOf } from "./characters"
import { pictureHtml, preparePictures, type Pictures } from "../elements/image/picture"

/** A document as the index lists it, with the body apart. */
export type Entry = Item & {
  /** Path of its file below `content`. */
  id: string
  body?: Body
}

type Item =
  | { kind: "posts"; item: Post }
  | { kind: "pages"; item: Page }
  | { kind: "series"; item: Series }
  | { kind: "courses"; item: Course }
  | { kind: "site"; item: Site }

/** The compiled body of a post or page. */
export type Body = {
  slug: string
  text: string
  /** Changes with the text. */
  hash: string
  /** What its fonts must hold. */
  characters: readonly string[]
  /** Keys of the works that it cites. */
  cites: readonly string[]
  /** Whether it says anything of other documents, which is filled in when its page is made. */
  hasSlots: boolean
  /** Whether it has tags that components render. */
  hasTags: boolean
}

/** What documents are made of beside their fields. */
type Making = {
  /** The images and the other files beside a document that were checked, by the path of its own. */
  imagesBeside: (path: string) => readonly string[]
  filesBeside: (path: string) => readonly string[]
  /** Prepared if the build shows them. */
  images: Images
  /** The body of a file, ready for its page. */
  compiledOf: (path: string) => Promise<readonly Run[]>
  /** What authors' own components show first. */
  frameOf: (document: string, use: number, children: string) => Frame
}

/** What a document is for the site, without what Contentlayer adds to it. */
export async function entryOf(document: DocumentTypes, making: Making): Promise<Entry> {
  const id = document._id
  switch (document.type) {
    case "Post": {
      const post = postOf(document)
      const entry = { id, kind: "posts", item: post } as const
      if (!isVisible(post, { environment: siteEnvironment(), day: today() })) return entry
      const { files, pictures } = await besideOf(id, making)
      const owner = { slug: post.slug, address: postAddress(post.slug), pictures }
      return {
        id,
        kind: "posts",
        item: { ...post, files },
        body: await bodyOf(owner, document, making),
      }
    }
    case "Page": {
      const { title, shortTitle, description, aliases, lang } = document
      const slug = document.slug.normalize("NFC")
      const { files, pictures } = await besideOf(id, making)
      const own = { title, shortTitle, description, aliases, lang }
      const item = { slug, ...own, files, ...targetsIn(document) }
      const owner = { slug, address: pageAddress(slug), pictures }
      return { id, kind: "pages", item, body: await bodyOf(owner, document, making) }
    }
    case "Series":
      return { id, kind: "series", item: { ...plain(document), scheduled: [] } }
    case "Course":
      return { id, kind: "courses", item: plain(document) }
    case "Site":
      return { id, kind: "site", item: siteOf(document) }
  }
}

/**
 * What this build shows of the documents. Drafts are dropped by this, before anything is written, and
 * nowhere else: what comes after has never seen them.
 */
export function shownOf(entries: readonly Entry[], day: Day): readonly Entry[] {
  const posts = entries.flatMap(({ kind, item }) => (kind === "posts" ? [item] : []))
  const view = { environment: siteEnvironment(), day }
  return entries.flatMap((entry): readonly Entry[] => {
    if (entry.kind === "posts") return isVisible(entry.item, view) ? [entry] : []
    if (entry.kind !== "series") return [entry]
    const item = findShownSeries(entry.item, posts, view)
    return item ? [{ ...entry, item }] : []
  })
}

/** The images beside a document, prepared, and all files that stand there. */
async function besideOf(id: string, { imagesBeside, filesBeside, images }: Making) {
  const path = `content/${id}`
  const pictures = await preparePictures(imagesBeside(path), images)
  const shown = [...pictures].map(([file, { whole }]) => ({ file, whole }))
  const others = filesBeside(path).map((whole) => ({
    file: whole.slice(whole.lastIndexOf("/") + 1).normalize("NFC"),
    whole,
  }))
  return { pictures, files: [...shown, ...others] }
}

function postOf(document: Extract<DocumentTypes, { type: "Post" }>): Post {
  const { works: _works, headings: _headings, labels: _labels, links: _links, ...rest } = document
  const { slug, ...fields } = rest
  return {
    ...plain(fields),
    slug: slug.normalize("NFC"),
    ...targetsIn(document),
    files: [],
  }
}

/** Computed fields, whose types Contentlayer does not know. */
const targetsIn = (document: { headings: unknown; labels: unknown; links: unknown }) => ({
  headings: document.headings as readonly Heading[],
  labels: document.labels as readonly Label[],
  links: document.links as readonly string[],
})

function siteOf(document: Extract<DocumentTypes, { type: "Site" }>): Site {
  const environment = siteEnvironment()
  const url = siteUrl(document.url)
  const canonicalUrl = environment === "production" ? url : siteUrl(document.url, "")
  return { ...plain(document), url, canonicalUrl, environment }
}

async function bodyOf(
  { slug, address, pictures }: { slug: string; address: string; pictures: Pictures },
  { _id: id, works }: { _id: string; works: unknown },
  { compiledOf, frameOf }: Making,
): Promise<Body> {
  const cites = works as readonly string[] // a computed field, whose type Contentlayer does not know
  const file = `content/${id}`
  const withPictures = fillImages(await compiledOf(file), (use) =>
    pictureHtml(use, address, pictures),
  )
  const runs = mapHtml(withPictures, (html) =>
    fillFrames(html, (use, children) => frameHtml(frameOf(file, use, children))),
  )
  const text = JSON.stringify({ runs, cites })
  const hash = createHash("sha256").update(text).digest("hex")
  return {
    slug,
    text,
    hash,
    characters: specialCharactersOf(text),
    cites,
    hasSlots: text.includes("data-slot"),
    hasTags: runs.some((run) => typeof run !== "string"),
  }
}

/** A document without what Contentlayer adds to it and to the objects in it. */
function plain<Value>(value: Value): Value {
  return JSON.parse(
    JSON.stringify(value, (key, inner: unknown) =>
      key === "_raw" || key === "_id" || key === "type" ? undefined : inner,
    ),
  ) as Value
}
