import { notFound } from "next/navigation"
import { MdxBody } from "@/components/mdx-body"
import { pageAddress } from "@/lib/addresses"
import { findPage, outlines, pages, readBody, site, targets } from "@/lib/content/read"
import { pageMetadata } from "@/lib/metadata"

type Props = PageProps<"/[page]">

export const dynamicParams = false

export const generateStaticParams = () => pages.map(({ slug }) => ({ page: slug }))

export async function generateMetadata(props: Props) {
  const page = await pageOf(props)
  return pageMetadata(page, pageAddress(page.slug), site)
}

export default async function ContentPage(props: Props) {
  const page = await pageOf(props)
  return (
    <article className="column">
      <h1>{page.title}</h1>
      <p className="lede">{page.description}</p>
      <MdxBody body={await readBody("pages", page.slug)} outlines={outlines} targets={targets} />
    </article>
  )
}

async function pageOf({ params }: Props) {
  const { page } = await params
  return findPage(page) ?? notFound()
}
