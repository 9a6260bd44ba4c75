import {
  canonicalAddress,
  courseAddress,
  homeAddress,
  isWellEncoded,
  pageAddress,
  postAddress,
  postsAddress,
} from "../../model/addresses"
import { findNearest, suggestionOf } from "../../model/nearest"
import { problemAt, type Problem } from "../../model/problem"
import type { RuleId } from "../../model/rules"
import { nameOf } from "../image/use"
import { addressesOf } from "../../model/document-addresses"
import type { Link } from "../../model/body"
import {
  folderBeside,
  placeOf,
  type Documents,
  type PageSource,
  type PostSource,
} from "../../model/documents"

/** An internal link leads to a page or an image of this site, its #fragment to a heading there. */
export function* linkTargets(documents: Documents): Generator<Problem> {
  const addresses = addressesOf(documents)
  const idsAt = new Map<string, PageSource | PostSource>()
  for (const [slug, post] of documents.posts) idsAt.set(postAddress(slug), post)
  for (const [slug, page] of documents.pages) idsAt.set(pageAddress(slug), page)
  // The modules of a course that cannot be read are unknown.
  const unread = [...documents.courses].filter(([, { data }]) => data.modules === undefined)
  const vague = unread.map(([id]) => courseAddress(id))

  for (const [address, source] of idsAt) {
    for (const link of source.links) {
      yield* linkProblems(link, { address, source, addresses, idsAt, vague, documents })
    }
  }
}

/** What the navigation leads to within the site is there. */
export function* navigationLeads(documents: Documents): Generator<Problem> {
  const { site, publicFiles } = documents
  const addresses = addressesOf(documents)
  for (const [index, { url }] of (site?.data.navigation ?? []).entries()) {
    if (!site || typeof url !== "string" || !url.startsWith("/")) continue
    const [path = ""] = url.split(/[?#]/, 1)
    if (publicFiles.has(path) || addresses.has(canonicalAddress(path))) continue
    const near = nearestAddress(canonicalAddress(path), addresses)
    const reason = `Unexpected link to ${path}, expected the address of a page${near}`
    yield problemAt(site.file, placeOf(site, ["navigation", index, "url"]), reason, "link-target")
  }
}

type Context = {
  /** Of the page that holds the link. */
  address: string
  source: PageSource | PostSource
  addresses: ReadonlyMap<string, string>
  idsAt: ReadonlyMap<string, PageSource | PostSource>
  vague: readonly string[]
  documents: Documents
}

function* linkProblems(
  { url, place, bare }: Link,
  { address, source, addresses, idsAt, vague, documents }: Context,
): Generator<Problem> {
  const problem = (reason: string, rule: RuleId) =>
    problemAt(source.file, place, `Unexpected ${reason}`, rule)

  const elsewhere = /^(?:https?:|mailto:|tel:|\/\/)/i.test(url)
  if (bare && (elsewhere || url === "#")) return yield problem(textMissing, "link-empty")
  if (elsewhere) return
  if (url === "") return yield problem("link without an address, expected one", "link-target")
  const [path = "", fragment] = url.split("#", 2)
  if (path !== "" && !path.startsWith("/")) {
    const beside = folderBeside(source.file) + nameOf(path)
    if (isFile(beside, documents) && !bare) return
    const near = addressMeantBy(url, address, addresses)
    const reason = `relative link ${url}, expected one that begins with /, # or https://${near}`
    return yield problem(reason, "link-target")
  }
  if (!isWellEncoded(url)) {
    return yield problem(`% in link ${url}, expected %25 for the sign itself`, "link-target")
  }

  const plain = path.split("?", 1)[0] ?? ""
  const target = path === "" ? address : canonicalAddress(plain)
  if (!addresses.has(target)) {
    const below = ["content", "content/pages"].map((folder) => folder + decodeURIComponent(plain))
    if (below.some((path) => isFile(path, documents))) return
    if (documents.publicFiles.has(decodeURIComponent(plain))) return
    if (vague.some((course) => target.startsWith(course))) return
    const near = nearestAddress(target, addresses)
    return yield problem(`link to ${path}, expected the address of a page${near}`, "link-target")
  }
  const page = idsAt.get(target)
  if (page && !page.ids) return // it cannot be read
  if (fragment === undefined && !bare) return
  const named = new Set([...(page?.ids ?? []), ...(page?.anchors ?? [])])
  const id = fragment && decodeURIComponent(fragment)
  if (id && page && !named.has(id) && !page.notes.includes(id)) {
    const near = suggestionOf(fragment, named)
    const reason = `#${fragment}, expected the id of a heading, figure, table or equation of ${page.file}${near}`
    yield problem(reason, "link-fragment")
  } else if (bare && !(page && (id ? named.has(id) : path !== ""))) {
    yield problem(textMissing, "link-empty")
  }
}

/** The nearest address of those that begin with the same word, such as /posts/, if any do. */
function nearestAddress(target: string, addresses: Context["addresses"]): string {
  const [start = ""] = /^\/[^/]*\/(?=.)/.exec(target) ?? []
  const all = [...addresses.keys()]
  const alike = all.filter((one) => start !== "" && one.startsWith(start) && one !== start)
  if (alike.length === 0) return suggestionOf(decodeURI(target), all.map(decodeURI))
  const ends = alike.map((one) => decodeURI(one.slice(start.length)))
  const nearest = findNearest(decodeURI(target.slice(start.length)), ends)
  return nearest === undefined ? "" : `; did you mean ${start}${nearest}?`
}

/** The address that is meant by a path from the page or from above it, or by a host without https. */
function addressMeantBy(url: string, from: string, addresses: Context["addresses"]): string {
  const file = url.replace(/(?:index)?\.mdx?(?=#|$)/, "")
  for (const start of [from, postsAddress, homeAddress]) {
    const base = `https://site.invalid${start}`
    const { pathname, hash } = new URL(URL.canParse(file, base) ? file : "", base)
    if (!isWellEncoded(pathname)) continue
    const address = canonicalAddress(pathname)
    if (addresses.has(address)) return `; did you mean ${decodeURI(address)}${hash}?`
  }
  return /^(?:www\.|[\w-]+(?:\.[\w-]+)+\/)/.test(url) ? `; did you mean https://${url}?` : ""
}

const textMissing =
  "link without a text, expected one: only posts, pages, and their headings, figures, tables and equations have names"

/** Whether there is an image or another file at a path beside a text; macOS writes é as two characters. */
const isFile = (path: string, { images, files }: Documents) =>
  [...images, ...files].some((file) => file.normalize("NFC") === path.normalize("NFC"))

/** A tag names a course, and a module of that course, that exist. */
export function* mentionsExist({ posts, pages, courses }: Documents): Generator<Problem> {
  for (const { file, mentions } of [...posts.values(), ...pages.values()]) {
    for (const { kind, name, place, course = name } of mentions) {
      const slugs = courses.get(course)?.data.modules?.map(({ slug }) => slug ?? "")
      const known = kind === "course" ? [...courses.keys()] : slugs
      if (!known || known.includes(name)) continue // an unknown course is said once, at the course
      const where = kind === "course" ? "in content/courses" : `of content/courses/${course}.yaml`
      const reason = `Unexpected ${kind} ${name}, expected one ${where}${suggestionOf(name, known)}`
      yield problemAt(file, place, reason, `${kind}-unknown`)
    }
  }
}
