import {
  courseAddress,
  feedAddress,
  glossaryAddress,
  homeAddress,
  moduleAddress,
  pageAddress,
  postAddress,
  postsAddress,
  seriesAddress,
  seriesFeedAddress,
  seriesListAddress,
} from "./addresses"
import type { Documents } from "./documents"

/** Every address of the site, with the file that owns it. */
export function addressesOf(documents: Documents): ReadonlyMap<string, string> {
  const owners = new Map<string, string>([
    [homeAddress, "the home page"],
    [postsAddress, "the list of posts"],
    [seriesListAddress, "the list of series"],
    [feedAddress, "the feed"],
  ])
  if (documents.glossary) owners.set(glossaryAddress, documents.glossary.file)
  for (const [slug, { file }] of documents.posts) owners.set(postAddress(slug), file)
  for (const [slug, { file }] of documents.pages) owners.set(pageAddress(slug), file)
  for (const [id, { file }] of documents.series) {
    owners.set(seriesAddress(id), file)
    owners.set(seriesFeedAddress(id), file)
  }
  for (const [id, { file, data }] of documents.courses) {
    owners.set(courseAddress(id), file)
    for (const { slug } of data.modules ?? []) {
      if (slug !== undefined) owners.set(moduleAddress(id, slug), file)
    }
  }
  return owners
}
