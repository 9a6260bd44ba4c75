import {
  authorAddress,
  courseAddress,
  feedAddressOf,
  feedFiles,
  figuresAddress,
  followAddress,
  glossaryAddress,
  homeAddress,
  isFigurePage,
  moduleAddress,
  pageAddress,
  postAddress,
  postsAddress,
  searchAddress,
  seriesAddress,
  seriesListAddress,
  tagAddress,
  tagsAddress,
  type FeedFormat,
} from "./addresses"
import type { Documents } from "./documents"

const feedsOf = (page: string, owner: string) =>
  (Object.keys(feedFiles) as FeedFormat[]).map(
    (format) => [feedAddressOf(page, format), owner] as const,
  )

/** Every address of the site, with the file that owns it. */
export function addressesOf(documents: Documents): ReadonlyMap<string, string> {
  const owners = new Map<string, string>([
    [homeAddress, "the home page"],
    [postsAddress, "the list of posts"],
    [seriesListAddress, "the list of series"],
    [searchAddress, "the search"],
    [followAddress, "the page on feeds"],
    ...feedsOf(homeAddress, "the feed"),
  ])
  for (const { id } of documents.site?.data.authors ?? []) {
    if (id !== undefined) owners.set(authorAddress(id), documents.site?.file ?? "")
  }
  if ([...documents.pages.keys()].some((slug) => isFigurePage({ slug })))
    owners.set(figuresAddress, "the list of figures")
  if (documents.glossary) owners.set(glossaryAddress, documents.glossary.file)
  for (const [slug, { file, data }] of documents.posts) {
    owners.set(postAddress(slug), file)
    for (const tag of data.tags ?? []) {
      if (tag === null) continue
      owners.set(tagsAddress, "the list of tags")
      owners.set(tagAddress(tag), "the list of its posts")
      for (const [address, owner] of feedsOf(tagAddress(tag), "its feed"))
        owners.set(address, owner)
    }
  }
  for (const [slug, { file }] of documents.pages) owners.set(pageAddress(slug), file)
  for (const [id, { file }] of documents.series) {
    owners.set(seriesAddress(id), file)
    for (const [address, owner] of feedsOf(seriesAddress(id), file)) owners.set(address, owner)
  }
  for (const [id, { file, data }] of documents.courses) {
    owners.set(courseAddress(id), file)
    for (const { slug } of data.modules ?? []) {
      if (slug !== undefined) owners.set(moduleAddress(id, slug), file)
    }
  }
  return owners
}
