import { feedAddress, glossaryAddress } from "@/lib/model/addresses"
import type { Site } from "@/lib/model/site"

type Props = {
  site: Site
  /** Whether there is a glossary to lead to. */
  hasGlossary: boolean
}

export function SiteFooter({ site: { name, author }, hasGlossary }: Props) {
  return (
    <footer className="mt-24 flex flex-wrap justify-between gap-x-8 gap-y-2 border-t border-line px-(--gutter) py-8 font-sans text-sm text-soft">
      <p>
        {name} is written by {author.name}
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
            <a href={glossaryAddress}>Glossary</a>
          </li>
        )}
        <li>
          <a href={feedAddress}>Feed</a>
        </li>
        {author.links.map(({ title, url }) => (
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
