import { readFile } from "node:fs/promises"
import { join } from "node:path"
import type { Work } from "../elements/citation/format"
import { fillSlots, type Body } from "../elements/fill-slots"
import type { Run } from "../mdx/run"
import { pageAddress, postAddress } from "../model/addresses"
import { outlineOf, type Outline } from "../model/course"
import type { Target } from "../model/labels"
import { shortTitleOf, type Post } from "../model/post"
import type { Index } from "./site-index"

/** What a page may say of posts. */
export type View = {
  posts: readonly Post[]
  /** Each course with its topics led to passages and papers, by its id. */
  outlines: ReadonlyMap<string, Outline>
  /** What references can name, by the addresses of the documents that it is in. */
  targets: ReadonlyMap<string, Target>
}

/** @param posts that may be named: all that the build shows, or fewer */
export const viewOf = (
  { courses, references, pages, posts: all }: Index,
  posts: readonly Post[] = all,
): View => ({
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

/**
 * The body of a post or page that an index lists, and the works that it cites.
 *
 * @param folder that the content has been written to
 */
export async function readBodyIn(
  folder: string,
  { site, posts, pages, glossary }: Index,
  { targets }: Pick<View, "targets">,
  [kind, slug]: readonly ["posts" | "pages", string],
): Promise<Body> {
  const read = async (...path: readonly string[]): Promise<unknown> =>
    JSON.parse(await readFile(join(folder, ...path), "utf8"))
  const file = `${slug}.json`
  const { runs, cites } = (await read("bodies", kind, file)) as {
    runs: readonly Run[]
    cites: readonly string[]
  }
  const works = cites.length === 0 ? [] : ((await read("works", kind, file)) as readonly Work[])
  const post = kind === "posts" ? posts.find((one) => one.slug === slug) : undefined
  const { lang = site.language } = post ?? pages.find((one) => one.slug === slug) ?? {}
  return fillSlots(runs, { works, glossary, targets, series: post?.series, language: lang })
}
