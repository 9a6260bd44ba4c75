import { canonicalAddress, postAddress } from "../addresses"
import { suggestionOf } from "../nearest"
import { ContentProblem } from "../problem"
import { addressesOf } from "./addresses"
import type { Documents } from "./documents"
import type { MdxSource, Reference } from "./mdx"

/** An internal link leads to a page of this site, and its #fragment to a heading there. */
export function* linkTargets(documents: Documents): Generator<ContentProblem> {
  const addresses = addressesOf(documents)
  const idsAt = new Map<string, MdxSource>()
  for (const [slug, post] of documents.posts) idsAt.set(postAddress(slug), post)
  for (const [slug, page] of documents.pages) idsAt.set(`/${slug}/`, page)

  for (const [address, source] of idsAt) {
    for (const link of source.links) {
      yield* linkProblems(link, { address, source, addresses, idsAt })
    }
  }
}

type Context = {
  address: string
  source: MdxSource
  addresses: ReadonlyMap<string, string>
  idsAt: ReadonlyMap<string, MdxSource>
}

function* linkProblems(
  { url, place }: Reference,
  { address, source, addresses, idsAt }: Context,
): Generator<ContentProblem> {
  if (/^[a-z][\w+.-]*:|^\/\//i.test(url)) return // another site
  const [path = "", fragment] = url.split("#", 2)
  if (path !== "" && !path.startsWith("/")) {
    const reason = `Unexpected relative link ${url}, expected one that begins with /, # or https://`
    return yield new ContentProblem(source.file, place, reason, "link-target")
  }

  const target = path === "" ? address : canonicalAddress(path.split("?")[0] ?? "")
  if (!addresses.has(target)) {
    const near = suggestionOf(target, addresses.keys())
    const reason = `Unexpected link to ${path}, expected the address of a page${near}`
    return yield new ContentProblem(source.file, place, reason, "link-target")
  }
  const page = idsAt.get(target)
  if (fragment && page && !page.ids.has(decodeURIComponent(fragment))) {
    const near = suggestionOf(fragment, page.ids)
    const reason = `Unexpected #${fragment}, expected the id of a heading of ${page.file}${near}`
    yield new ContentProblem(source.file, place, reason, "link-fragment")
  }
}

/** A picture stands beside the post, or is on another site. */
export function* imagesExist({ posts, pages, images }: Documents): Generator<ContentProblem> {
  for (const { file, front, data, images: pictures } of posts.values()) {
    const folder = file.slice(0, file.lastIndexOf("/"))
    const wanted = pictures.filter(({ url }) => !/^https?:/.test(url))
    if (data.image !== undefined) wanted.push({ url: data.image, place: front.placeOf(["image"]) })
    for (const { url, place } of wanted) {
      const path = `${folder}/${url.replace(/^\.\//, "")}`
      if (images.has(path)) continue
      const near = suggestionOf(path, images)
      const reason = `Unexpected image ${url}, expected ${path} to exist${near}`
      yield new ContentProblem(file, place, reason, "image-missing")
    }
  }
  for (const { file, images: pictures } of pages.values()) {
    for (const { url, place } of pictures) {
      if (/^https?:/.test(url)) continue
      const reason = `Unexpected image ${url}, expected it in a post: only posts have images beside them`
      yield new ContentProblem(file, place, reason, "image-missing")
    }
  }
}

/** A tag names a course, and a module of that course, that exist. */
export function* mentionsExist({ posts, pages, courses }: Documents): Generator<ContentProblem> {
  for (const { file, mentions } of [...posts.values(), ...pages.values()]) {
    for (const { kind, url, place, course = url } of mentions) {
      const slugs = courses.get(course)?.data.modules?.map(({ slug }) => slug ?? "")
      const known = kind === "course" ? [...courses.keys()] : slugs
      if (!known || known.includes(url)) continue // an unknown course is said once, at the course
      const where = kind === "course" ? "in content/courses" : `of content/courses/${course}.yaml`
      const reason = `Unexpected ${kind} ${url}, expected one ${where}${suggestionOf(url, known)}`
      yield new ContentProblem(file, place, reason, `${kind}-unknown`)
    }
  }
}
