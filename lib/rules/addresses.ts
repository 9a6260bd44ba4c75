import {
  canonicalAddress,
  courseAddress,
  feedAddress,
  glossaryAddress,
  homeAddress,
  isFeedAddress,
  moduleAddress,
  pageAddress,
  postAddress,
  postsAddress,
  reservedSegments,
  seriesAddress,
  seriesFeedAddress,
  seriesListAddress,
} from "../model/addresses"
import { problemAt, type Place, type Problem } from "../model/problem"
import { placeOf, type Documents } from "../model/documents"

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

/** No two documents own one address, be it as a slug or as an alias. */
export function* addressOwners(documents: Documents): Generator<Problem> {
  const owners = new Map(addressesOf(documents))

  for (const [slug, { file }] of documents.pages) {
    if (!reservedSegments.includes(slug)) continue
    const reason = `Unexpected page ${slug}, expected another name: /${slug}/ is the site's own`
    yield problemAt(file, start, reason, "address-twice")
  }

  for (const post of documents.posts.values()) {
    const { file, data } = post
    for (const [index, alias] of (data.aliases ?? []).entries()) {
      if (alias === null) continue
      const address = canonicalAddress(alias)
      const owner = owners.get(address) ?? (isFeedAddress(address) ? "the feed" : undefined)
      if (owner === undefined) owners.set(address, file)
      else {
        const reason = `Unexpected alias ${alias}, expected an address that is free: it belongs to ${owner}`
        const place = placeOf(post, ["aliases", index])
        yield problemAt(file, place, reason, "address-twice")
      }
    }
  }
}

const start: Place = { line: 1, column: 1 }
