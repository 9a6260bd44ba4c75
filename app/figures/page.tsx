import type { Metadata } from "next"
import { inLanguage } from "@/lib/model/language"
import { figuresAddress, isFigurePage, pageAddress } from "@/lib/model/addresses"
import { wordsOf } from "@/lib/model/words/words"
import { pageMetadata } from "@/lib/site/metadata"
import { firstPictureIn } from "@/lib/elements/component/first-picture"
import { pages, readBody, site } from "@/lib/site/read"

const words = wordsOf(site.language)
const title = words.figures
const description = words.figuresLede

export const metadata: Metadata = pageMetadata({ title, description }, figuresAddress, site)

export default async function FiguresPage() {
  const figures = await Promise.all(
    pages.filter(isFigurePage).map(async (page) => {
      const { runs } = await readBody("pages", page.slug)
      return { page, picture: firstPictureIn(runs) }
    }),
  )
  return (
    <div id="content" className="column">
      <h1>{title}</h1>
      <p className="lede">{description}</p>
      <ul className="figure-list">
        {figures.map(({ page, picture }) => (
          <li key={page.slug} {...inLanguage(page)}>
            {picture && (
              <div
                className="interactive"
                aria-hidden="true"
                inert
                dangerouslySetInnerHTML={{ __html: picture }}
              />
            )}
            <h2 className="entry-title">
              <a href={pageAddress(page.slug)} className="quiet-link">
                {page.title}
              </a>
            </h2>
            <p>{page.description}</p>
          </li>
        ))}
      </ul>
    </div>
  )
}
