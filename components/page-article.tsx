import type { ReactNode } from "react"
import type { CitedWork } from "@/lib/elements/citation/format"
import type { Run } from "@/lib/mdx/run"
import type { Outline } from "@/lib/model/course"
import { inLanguage } from "@/lib/model/language"
import type { Page } from "@/lib/model/post"
import { MdxBody } from "./mdx-body"
import { ReferenceList } from "./reference-list"

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
export function PageArticle({ page, body, outlines, language, children }: Props) {
  return (
    <article id="content" className="column">
      <h1 {...inLanguage(page)}>{page.title}</h1>
      <p className="lede" {...inLanguage(page)}>
        {page.description}
      </p>
      <MdxBody body={body.runs} outlines={outlines} language={language} lang={page.lang} />
      {children}
      <ReferenceList works={body.works} language={language} />
    </article>
  )
}
