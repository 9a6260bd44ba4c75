import type { ReactNode } from "react"
import type { CitedWork } from "@/lib/elements/citation/format"
import type { Run } from "@/lib/mdx/run"
import type { Outline } from "@/lib/model/course"
import { inLanguage } from "@/lib/model/language"
import { sectionsOf, type Page } from "@/lib/model/post"
import { MdxBody } from "./mdx-body"
import { PostColumns } from "./post-columns"
import { ReferenceList } from "./reference-list"
import { TableOfContents } from "./table-of-contents"

type Props = {
  page: Page
  body: { runs: readonly Run[]; works: readonly CitedWork[] }
  /** What tags may ask for: the outlines of all courses, by id. */
  outlines: ReadonlyMap<string, Outline>
  /** Of the site. */
  language: string
  /** What stands below its text. */
  children?: ReactNode
}

/** A page that an author has written: of the site, or of a figure. */
export function PageArticle(props: Props) {
  const { page, language } = props
  if (sectionsOf(page.headings).length < longPage) {
    return (
      <article id="content" className="column">
        <PageText {...props} />
      </article>
    )
  }
  return (
    <PostColumns
      language={language}
      side={<TableOfContents headings={page.headings} lang={page.lang} language={language} />}
    >
      <PageText {...props} />
    </PostColumns>
  )
}

/** So many sections are not seen at a glance: such a page lists them. */
const longPage = 8

function PageText({ page, body, outlines, language, children }: Props) {
  return (
    <>
      <h1 {...inLanguage(page)}>{page.title}</h1>
      <p className="lede" {...inLanguage(page)}>
        {page.description}
      </p>
      <MdxBody body={body.runs} outlines={outlines} language={language} lang={page.lang} />
      {children}
      <ReferenceList works={body.works} language={language} />
    </>
  )
}
