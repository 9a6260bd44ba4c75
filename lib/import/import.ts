import { existsSync } from "node:fs"
import { appendFile, mkdir, readFile, rm, writeFile } from "node:fs/promises"
import { dirname, join } from "node:path"
import type { Documents } from "../model/documents"
import { slugPattern } from "../model/schema"
import { slugOf } from "../model/slug"
import { Addresses, type Assets } from "./addresses"
import { keysIn, newEntries } from "./bibliography"
import { readForeignFields, type PostFields } from "./fields"
import { convertPost } from "./convert"
import { withFetchedImages } from "./fetch-images"
import type { Folder, FoundPost, FoundSite } from "./found"
import { findSeries, seriesFile } from "./series"

/** What became of a post. */
export type ImportedPost = {
  /** Where it was. */
  file: string
  slug: string
  /** Whether it was written, or is there already. */
  outcome: "new" | "known"
  /** What was not carried as it was, in a few words each. */
  remarks: readonly string[]
  /** Files that went beside it. */
  files: number
}

/** Where posts come to. */
type Here = {
  /** Of the project. */
  root: string
  documents: Documents
  fetch: (url: string) => Promise<Response>
}

export type Outcome = {
  posts: readonly ImportedPost[]
  /** What was written beside the posts: series, the bibliography. */
  others: readonly string[]
}

/**
 * Writes the posts of another system below `content`: text, front matter, files beside them, links to each
 * other, old addresses as aliases. What is there already is never written over, and is known again by its
 * slug or by the address that it had.
 *
 * @throws Error if a file cannot be written
 */
export async function importPosts(
  site: FoundSite,
  folder: Folder,
  { root, documents, fetch }: Here,
): Promise<Outcome> {
  const fieldsOf = new Map(site.posts.map((post) => [post, readForeignFields(post.fields)]))
  const plan = planSlugs(site.posts, fieldsOf, documents)
  const addresses = new Addresses(site, folder, (post) => plan.get(post)?.slug ?? post.name)
  const bibliography = await addEntries(site, folder, root)
  const keys = keysIn(await readOr(join(root, "content/references.bib")))
  const wanted = site.posts.filter(({ file }) => folder.isWanted(file))
  const series = findSeries(
    wanted.map((post) => ({ post, fields: fieldsOf.get(post) as PostFields })),
    documents,
  )

  const posts: ImportedPost[] = []
  const used = new Set<string>()
  for (const post of wanted) {
    const { slug, isKnown } = plan.get(post) as Plan
    if (isKnown) {
      posts.push({ file: post.file, slug, outcome: "known", remarks: [], files: 0 })
      continue
    }
    const place = series.places.get(post)
    const fields = fieldsOf.get(post) as PostFields
    const whole = await withFetchedImages(post, (url) => addresses.isHere(post, url), fetch)
    const { text, assets, remarks } = convertPost(whole, {
      fields,
      slug,
      place,
      folder,
      addresses,
      keys,
    })
    if (place) used.add(place.series)
    await writePost(root, slug, text, assets)
    posts.push({ file: post.file, slug, outcome: "new", remarks, files: assets.all().length })
  }
  const others = bibliography ? ["content/references.bib"] : []
  for (const [id, all] of series.all) {
    if (!used.has(id) || documents.series.has(id)) continue
    await writeNew(join(root, `content/series/${id}.yaml`), seriesFile(all))
    others.push(`content/series/${id}.yaml`)
  }
  return { posts, others }
}

type Plan = { slug: string; isKnown: boolean }

/** The slug of each post; of two that would have the same, the second gets a number. */
function planSlugs(
  posts: readonly FoundPost[],
  fieldsOf: ReadonlyMap<FoundPost, PostFields>,
  documents: Documents,
): ReadonlyMap<FoundPost, Plan> {
  const former = new Map<string, string>()
  for (const [slug, { data }] of documents.posts) {
    for (const alias of data.aliases ?? []) if (alias) former.set(alias.replace(/\/$/, ""), slug)
  }
  const plan = new Map<FoundPost, Plan>()
  const taken = new Set<string>()
  for (const post of posts) {
    const known = post.addresses
      .map((address) => former.get(address.replace(/\/$/, "")))
      .find((slug) => slug !== undefined)
    if (known !== undefined) {
      plan.set(post, { slug: known, isKnown: true })
      taken.add(known)
      continue
    }
    const wish = fieldsOf.get(post)?.slug?.replace(/^.*\/(?=.)/, "") ?? post.name
    const first =
      [wish, post.name, fieldsOf.get(post)?.title ?? ""]
        .map((name) => (slugPattern.form.test(name) ? name : slugOf(name)))
        .find((slug) => slug !== "") ?? "post"
    let slug = first
    for (let number = 2; taken.has(slug); number++) slug = `${first}-${number}`
    taken.add(slug)
    plan.set(post, { slug, isKnown: documents.posts.has(slug) })
  }
  return plan
}

async function writePost(root: string, slug: string, text: string, assets: Assets): Promise<void> {
  const folder = join(root, "content/posts", slug)
  await mkdir(dirname(folder), { recursive: true })
  await mkdir(folder) // fails if there is one: nothing is written over
  try {
    for (const { name, bytes } of assets.all()) await writeNew(join(folder, name), bytes())
    await writeNew(join(folder, "index.mdx"), text)
  } catch (error) {
    await rm(folder, { recursive: true }) // half a post would be taken for one that is there
    throw error
  }
}

async function writeNew(path: string, data: string | Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, data, { flag: "wx" })
}

const readOr = (path: string) => (existsSync(path) ? readFile(path, "utf8") : Promise.resolve(""))

/** Adds the works of a site's bibliographies that are not here yet; whether there were any. */
async function addEntries(site: FoundSite, folder: Folder, root: string): Promise<boolean> {
  const path = join(root, "content/references.bib")
  const before = await readOr(path)
  const entries = newEntries(
    before,
    (site.bibliographies ?? []).map((file) => folder.text(file)),
  )
  if (entries === "") return false
  await appendFile(path, `${before === "" || before.endsWith("\n") ? "" : "\n"}${entries}`)
  return true
}
