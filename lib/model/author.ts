import type { Post } from "./post"
import type { Site } from "./site"
import { orcidAddress } from "./orcid"

/** Somebody who writes here; one without an id has no page, as the site itself is theirs. */
export type Author = {
  id?: string
  name: string
  about?: string
  email?: string
  orcid?: string
  links: readonly { title: string; url: string }[]
}

/** Who wrote a post: those that it names, in its order, else whoever the site is by. */
export function authorsOf(
  { authors }: Pick<Post, "authors">,
  site: Pick<Site, "author" | "authors">,
): readonly Author[] {
  const named = authors.flatMap((id) => site.authors.find((one) => one.id === id) ?? [])
  return named.length > 0 ? named : [site.author]
}

/** Names as a sentence has them: "Ada, Grace and Emmy". */
export const formatNames = (names: readonly string[], language: string): string =>
  new Intl.ListFormat(language, { type: "conjunction" }).format(names)

/** Where else somebody is: their record at ORCID, then what they say themselves. */
export const linksOf = ({ orcid, links }: Pick<Author, "orcid" | "links">): Author["links"] =>
  orcid === undefined ? links : [{ title: "ORCID", url: orcidAddress(orcid) }, ...links]
