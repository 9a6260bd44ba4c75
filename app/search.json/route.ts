import MiniSearch from "minisearch"
import { authorsOf } from "@/lib/model/author"
import { isFigurePage, glossaryAddress, pageAddress, postAddress } from "@/lib/model/addresses"
import { searchOptions, type Section } from "@/lib/model/search"
import { wordsOf } from "@/lib/model/words/words"
import { sectionsOf } from "@/lib/search/sections"
import { glossary, pages, posts, readBody, series, site } from "@/lib/site/read"

export const dynamic = "force-static"

const words = wordsOf(site.language)

/** What is searched: the sections of all pages that have a text, and the terms. */
export async function GET() {
  const index = new MiniSearch<Section>(searchOptions)
  for (const post of posts) {
    const { runs } = await readBody("posts", post.slug)
    const page = { ...post, address: postAddress(post.slug), where: whereIs(post) }
    index.addAll(sectionsOf(page, runs))
  }
  for (const page of pages) {
    const { runs } = await readBody("pages", page.slug)
    const where = isFigurePage(page) ? words.oneFigure : ""
    index.addAll(sectionsOf({ ...page, address: pageAddress(page.slug), where }, runs))
  }
  index.addAll(
    glossary.map(({ id, term, definition, also }) => ({
      id: `${glossaryAddress}#${id}`,
      title: term,
      heading: "",
      text: [definition, ...also].join(" "),
      excerpt: definition,
      where: words.glossary,
    })),
  )
  return Response.json(index)
}

/** "Part 2, Deep Learning Specialization", or who has written it where several do. */
function whereIs(post: (typeof posts)[number]): string {
  const own = series.find(({ id }) => id === post.series)
  if (own && post.part !== undefined) return `${words.part(post.part)}, ${own.title}`
  const authors = authorsOf(post, site)
  return authors.length > 1 ? authors.map(({ name }) => name).join(", ") : ""
}
