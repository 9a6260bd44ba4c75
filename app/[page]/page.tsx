import { notFound } from "next/navigation"
import { GlossaryList } from "@/components/glossary-list"
import { PageArticle } from "@/components/page-article"
import { glossarySlug, isFigurePage, pageAddress } from "@/lib/model/addresses"
import { findPage, glossary, outlines, pages, posts, readPageBody, site } from "@/lib/site/read"
import { pageMetadata } from "@/lib/site/metadata"
import type { Page } from "@/lib/model/post"
import { wordsOf } from "@/lib/model/words/words"

type Props = PageProps<"/[page]">

const words = wordsOf(site.language)

/** A page like the others, so that a site without a glossary does not have it. */
const glossaryPage = {
  slug: glossarySlug,
  title: words.glossary,
  description: words.glossaryLede,
  aliases: [],
  files: [],
  headings: [],
  labels: [],
  links: [],
} satisfies Page

export function generateStaticParams() {
  const slugs = pages.filter((page) => !isFigurePage(page)).map(({ slug }) => slug)
  if (glossary.length > 0) slugs.push(glossarySlug)
  return slugs.map((page) => ({ page }))
}

export async function generateMetadata(props: Props) {
  const page = await pageOf(props)
  return pageMetadata(page, pageAddress(page.slug), site)
}

export default async function ContentPage(props: Props) {
  const page = await pageOf(props)
  if (page !== glossaryPage) {
    const body = await readPageBody("pages", page.slug)
    return <PageArticle page={page} body={body} outlines={outlines} language={site.language} />
  }
  return (
    <article id="content" className="column">
      <h1>{page.title}</h1>
      <p className="lede">{page.description}</p>
      <GlossaryList glossary={glossary} posts={posts} language={site.language} />
    </article>
  )
}

async function pageOf({ params }: Props) {
  const { page } = await params
  if (page === glossarySlug && glossary.length > 0) return glossaryPage
  return findPage(page) ?? notFound()
}
