import "server-only"
import { readFileSync } from "node:fs"
import { mkdir, writeFile } from "node:fs/promises"
import { dirname, join } from "node:path"
import stamp from "@/.partwise/stamp.json"
import { postAddress } from "../model/addresses"
import { today } from "../model/dates"
import { setAside } from "../mdx/set-aside"
import type { Body } from "../elements/fill-slots"
import { openKeptPages } from "../cache/pages"
import type { Post } from "../model/post"
import { readyFile } from "../model/ready-html"
import { absenceOf } from "../model/visibility"
import type { Index } from "./site-index"
import { readBodyIn, viewOf, type View } from "./view"

export type { View }

const root = join(/* turbopackIgnore: true */ process.cwd(), ".partwise")

/** Changes with every save; importing it makes a development server evaluate this module anew. */
export const version = stamp.content

/** All that this build may show: what is a draft for it was never written here. */
const index = JSON.parse(readFileSync(join(root, "index.json"), "utf8")) as Index
export const { site, posts, series, courses, pages, references, glossary } = index

/** All that this build shows. */
export const wholeView = viewOf(index)
export const { outlines } = wholeView

/** What somebody may know whom the author shows one post of a preview: that, and what is public. */
export function guestViewOf({ slug }: Post): View {
  const day = today()
  return viewOf(
    index,
    posts.filter((post) => post.slug === slug || !absenceOf(post, day)),
  )
}

export const findPost = (slug: string) => bySlug(posts, slug)
export const findPage = (slug: string) => bySlug(pages, slug)
export const findSeries = (id: string) => series.find((one) => one.id === id)

/**
 * The posts whose pages are to be made: those that no earlier build has kept. One at least, or Next.js
 * would take it that there is no such page.
 */
export async function findUnkeptPosts(): Promise<readonly Post[]> {
  const kept = await openKeptPages(/* turbopackIgnore: true */ process.cwd())
  if (!kept) return posts
  const found = await Promise.all(posts.map(({ slug }) => kept.has(postAddress(slug))))
  const unkept = posts.filter((_, index) => !found[index])
  return unkept.length > 0 ? unkept : posts.slice(0, 1)
}

/** The body of a post or page that {@link posts} or {@link pages} lists, and the works it cites. */
export const readBody = (kind: "posts" | "pages", slug: string, view: View = wholeView) =>
  readBodyIn(root, index, view, [kind, slug])

/** The same for a page. A build puts the HTML aside for its adapter, which knows where it belongs. */
export async function readPageBody(
  kind: "posts" | "pages",
  slug: string,
  view: View = wholeView,
): Promise<Body> {
  const body = await readBody(kind, slug, view)
  if (process.env.NODE_ENV === "development") return body
  const aside: Promise<void>[] = []
  const folder = view === wholeView ? `${kind}/${slug}` : `${kind}/${slug}/guest`
  const runs = setAside(body.runs, (html) => {
    const name = `${folder}/${aside.length}`
    aside.push(writeReady(readyFile(root, name), html))
    return name
  })
  await Promise.all(aside)
  return { ...body, runs }
}

async function writeReady(file: string, html: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, html)
}

/** Finds by a slug as it stands in an address, percent-encoded or not. */
function bySlug<Item extends { slug: string }>(items: readonly Item[], slug: string) {
  const wanted = decodeURIComponent(slug).normalize("NFC")
  return items.find((item) => item.slug === wanted)
}
