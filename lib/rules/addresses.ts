import { canonicalAddress, isFeedAddress, reservedSegments } from "../model/addresses"
import { addressesOf } from "../model/document-addresses"
import { problemAt, type Place, type Problem } from "../model/problem"
import { placeOf, type Documents } from "../model/documents"

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
