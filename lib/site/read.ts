import "server-only"
import { readFileSync } from "node:fs"
import { mkdir, readFile, writeFile } from "node:fs/promises"
import { dirname, join } from "node:path"
import stamp from "@/.partwise/stamp.json"
import { pageAddress, postAddress } from "../model/addresses"
import type { Work } from "../elements/citation/format"
import { outlineOf, type Outline } from "../model/course"
import { today } from "../model/dates"
import type { Target } from "../model/labels"
import type { Run } from "../mdx/run"
import { setAside } from "../mdx/set-aside"
import { fillSlots, type Body } from "../elements/fill-slots"
import { openKeptPages } from "../cache/pages"
import { shortTitleOf, type Post } from "../model/post"
import { readyFile } from "../model/ready-html"
import { absenceOf } from "../model/visibility"
import type { Index } from "./site-index"

const root = join(/* turbopackIgnore: true */ process.cwd(), ".partwise")

/** Changes with every save; importing it makes a development server evaluate this module anew. */
export const version = stamp.content

/** All that this build may show: what is a draft for it was never written here. */
export const { site, posts, series, courses, pages, references, glossary } = JSON.parse(
  readFileSync(join(root, "index.json"), "utf8"),
) as Index

/** What a page may say of posts. */
export type View = {
  posts: readonly Post[]
  /** Each course with its topics led to passages and papers, by its id. */
  outlines: ReadonlyMap<string, Outline>
  /** What references can name, by the addresses of the documents that it is in. */
  targets: ReadonlyMap<string, Target>
}

const viewOf = (posts: readonly Post[]): View => ({
  posts,
  outlines: new Map(
    courses.map((course) => [course.id, outlineOf(course, posts, references, pages)]),
  ),
  targets: new Map<string, Target>([
    ...pages.map((page) => [pageAddress(page.slug), page] as const),
    ...posts.map(
      (post) => [postAddress(post.slug), { ...post, title: shortTitleOf(post) }] as const,
    ),
  ]),
})

/** All that this build shows. */
export const wholeView = viewOf(posts)
export const { outlines } = wholeView

/** What somebody may know whom the author shows one post of a preview: that, and what is public. */
export function guestViewOf({ slug }: Post): View {
  const day = today()
  return viewOf(posts.filter((post) => post.slug === slug || !absenceOf(post, day)))
}

export const findPost = (slug: string) => bySlug(posts, slug)
export const findPage = (slug: string) => bySlug(pages, slug)
export const findSeries = (id: string) => series.find((one) => one.id === id)

/**
 * The posts whose pages are to be made: those that no earlier build has kept. One at least, or Next.js
 * would take it that there is no such page.
 *
 * @param addressOf what is made of a post, if it is not its page
 */
export async function findUnkeptPosts(addressOf = postAddress): Promise<readonly Post[]> {
  const kept = await openKeptPages(/* turbopackIgnore: true */ process.cwd())
  if (!kept) return posts
  const found = await Promise.all(
    posts.map(async ({ slug }) => (await kept.load(addressOf(slug))) === undefined),
  )
  const unkept = posts.filter((_, index) => found[index])
  return unkept.length > 0 ? unkept : posts.slice(0, 1)
}

/** The body of a post or page that {@link posts} or {@link pages} lists, and the works it cites. */
export async function readBody(
  kind: "posts" | "pages",
  slug: string,
  { targets }: Pick<View, "targets"> = wholeView,
): Promise<Body> {
  const { runs, cites } = await readJson<{ runs: readonly Run[]; cites: readonly string[] }>(
    "bodies",
    kind,
    `${slug}.json`,
  )
  const works =
    cites.length === 0 ? [] : await readJson<readonly Work[]>("works", kind, `${slug}.json`)
  const post = kind === "posts" ? findPost(slug) : undefined
  const { lang = site.language } = post ?? findPage(slug) ?? {}
  return fillSlots(runs, { works, glossary, targets, series: post?.series, language: lang })
}

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

const readJson = async <Value>(...path: readonly string[]) =>
  JSON.parse(await readFile(join(root, ...path), "utf8")) as Value

/** Finds by a slug as it stands in an address, percent-encoded or not. */
function bySlug<Item extends { slug: string }>(items: readonly Item[], slug: string) {
  const wanted = decodeURIComponent(slug).normalize("NFC")
  return items.find((item) => item.slug === wanted)
}
