import { notFound } from "next/navigation"
import { Fragment } from "react"
import { PageArticle } from "@/components/page-article"
import { figuresSegment, isFigurePage, pageAddress } from "@/lib/model/addresses"
import { passagesShownBy } from "@/lib/model/course"
import { shortTitleOf } from "@/lib/model/post"
import { wordsOf } from "@/lib/model/words/words"
import { findPage, outlines, pages, readPageBody, site } from "@/lib/site/read"
import { pageMetadata } from "@/lib/site/metadata"

const words = wordsOf(site.language)

type Props = PageProps<"/figures/[figure]">

export const generateStaticParams = () =>
  pages.filter(isFigurePage).map(({ slug }) => ({ figure: slug.replace(/^.*\//, "") }))

export async function generateMetadata(props: Props) {
  const page = await pageOf(props)
  return pageMetadata(page, pageAddress(page.slug), site)
}

export default async function FigurePage(props: Props) {
  const page = await pageOf(props)
  const body = await readPageBody("pages", page.slug)
  const passages = passagesShownBy(outlines.values(), pageAddress(page.slug))
  return (
    <PageArticle page={page} body={body} outlines={outlines} language={site.language}>
      {passages.length > 0 && (
        <p className="mt-10 border-t border-line pt-4 font-sans text-sm">
          {words.writtenAboutIn}{" "}
          {passages.map(({ href, heading, post }, index) => (
            <Fragment key={href}>
              {index > 0 && ", "}
              <a href={href}>{heading ?? shortTitleOf(post)}</a>
            </Fragment>
          ))}
        </p>
      )}
    </PageArticle>
  )
}

async function pageOf({ params }: Props) {
  const { figure } = await params
  return findPage(`${figuresSegment}/${figure}`) ?? notFound()
}
