import { notFound } from "next/navigation"
import { GlossaryList } from "@/components/glossary-list"
import { MdxBody } from "@/components/mdx-body"
import { ReferenceList } from "@/components/reference-list"
import { glossarySlug, pageAddress } from "@/lib/model/addresses"
import { findPage, glossary, outlines, pages, posts, readPageBody, site } from "@/lib/site/read"
import { pageMetadata } from "@/lib/site/metadata"

type Props = PageProps<"/[page]">

/** A page like the others, so that a site without a glossary does not have it. */
const glossaryPage = {
  slug: glossarySlug,
  title: "Glossary",
  description: "What the words mean that the posts use, each in a sentence or two.",
}

export function generateStaticParams() {
  const slugs = pages.map(({ slug }) => slug)
  if (glossary.length > 0) slugs.push(glossarySlug)
  return slugs.map((page) => ({ page }))
}

export async function generateMetadata(props: Props) {
  const page = await pageOf(props)
  return pageMetadata(page, pageAddress(page.slug), site)
}

export default async function ContentPage(props: Props) {
  const page = await pageOf(props)
  const body = page === glossaryPage ? undefined : await readPageBody("pages", page.slug)
  return (
    <article id="content" className="column">
      <h1>{page.title}</h1>
      <p className="lede">{page.description}</p>
      {body ? (
        <>
          <MdxBody body={body.runs} outlines={outlines} />
          <ReferenceList works={body.works} />
        </>
      ) : (
        <GlossaryList glossary={glossary} posts={posts} />
      )}
    </article>
  )
}

async function pageOf({ params }: Props) {
  const { page } = await params
  if (page === glossarySlug && glossary.length > 0) return glossaryPage
  return findPage(page) ?? notFound()
}
