import { followAddress, glossaryAddress } from "@/lib/model/addresses"
import type { Site } from "@/lib/model/site"
import { wordsOf } from "@/lib/model/words/words"
import { linksOf } from "@/lib/model/author"

type Props = {
  site: Site
  /** Whether there is a glossary to lead to. */
  hasGlossary: boolean
}

export function SiteFooter({ site: { name, author, footer, language }, hasGlossary }: Props) {
  const words = wordsOf(language)
  return (
    <footer className="mt-24 flex flex-wrap justify-between gap-x-8 gap-y-2 border-t border-line px-(--gutter) py-8 font-sans text-sm text-soft">
      <p>
        {footer ?? words.writtenBy(name, author.name)}
        {author.email !== undefined && (
          <>
            {" · "}
            <a href={`mailto:${author.email}`}>{author.email}</a>
          </>
        )}
      </p>
      <ul className="flex flex-wrap gap-x-5">
        {hasGlossary && (
          <li>
            <a href={glossaryAddress}>{words.glossary}</a>
          </li>
        )}
        <li>
          <a href={followAddress}>{words.followTitle}</a>
        </li>
        {linksOf(author).map(({ title, url }) => (
          <li key={url}>
            <a href={url} rel="me">
              {title}
            </a>
          </li>
        ))}
      </ul>
    </footer>
  )
}
