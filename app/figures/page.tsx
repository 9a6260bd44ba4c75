import type { Metadata } from "next"
import { inLanguage } from "@/lib/model/language"
import { figuresAddress, isFigurePage, pageAddress } from "@/lib/model/addresses"
import { wordsOf } from "@/lib/model/words/words"
import { pageMetadata } from "@/lib/site/metadata"
import { pages, site } from "@/lib/site/read"

const words = wordsOf(site.language)
const title = words.figures
const description = words.figuresLede

export const metadata: Metadata = pageMetadata({ title, description }, figuresAddress, site)

export default function FiguresPage() {
  return (
    <div id="content" className="column">
      <h1>{title}</h1>
      <p className="lede">{description}</p>
      <ul className="entries">
        {pages.filter(isFigurePage).map((page) => (
          <li key={page.slug} {...inLanguage(page)}>
            <h2 className="entry-title">
              <a href={pageAddress(page.slug)} className="quiet-link">
                {page.title}
              </a>
            </h2>
            <p className="text-[1.06rem] leading-normal">{page.description}</p>
          </li>
        ))}
      </ul>
    </div>
  )
}
