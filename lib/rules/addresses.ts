import {
  canonicalAddress,
  fileAddress,
  fileSegments,
  isFeedAddress,
  reservedSegments,
  siteFiles,
} from "../model/addresses"
import { addressesOf } from "../model/document-addresses"
import { fileStart, problemAt, type Problem } from "../model/problem"
import { placeOf, type Documents } from "../model/documents"

/** No two documents own one address, be it as a slug or as an alias. */
export function* addressOwners(documents: Documents): Generator<Problem> {
  const owners = new Map(addressesOf(documents))
  const files = filesOf(documents)

  for (const [slug, { file }] of documents.pages) {
    if (!reservedSegments.includes(slug)) continue
    const reason = `Unexpected page ${slug}, expected another name: /${slug}/ is the site's own`
    yield problemAt(file, fileStart, reason, "address-twice")
  }

  /** On many disks, and to many readers, two addresses are one that differ only in capitals. */
  const folded = new Map([...owners].map(([address, owner]) => [fold(address), owner]))
  for (const owner of [...documents.posts.values(), ...documents.pages.values()]) {
    const { file, data } = owner
    for (const [index, alias] of (data.aliases ?? []).entries()) {
      if (alias === null) continue
      const address = canonicalAddress(alias)
      const taken = folded.get(fold(address)) ?? findFileOwner(address, files)
      if (taken === undefined) folded.set(fold(address), file)
      else {
        const reason = `Unexpected alias ${alias}, expected an address that is free: it belongs to ${taken}`
        const place = placeOf(owner, ["aliases", index])
        yield problemAt(file, place, reason, "address-twice")
      }
    }
  }
}

const fold = (address: string) => decodeURIComponent(address).toLowerCase()

/** The files of the site that no page is, by their addresses, with what they belong to. */
function filesOf({ images, files: others, publicFiles }: Documents): ReadonlyMap<string, string> {
  const files = new Map(siteFiles.map((name) => [`/${name}`, "the site itself"]))
  for (const address of publicFiles) files.set(fold(encodeURI(address)), `public${address}`)
  for (const path of [...images, ...others]) {
    const [, folder = "", file = ""] = /^content(\/.+\/)(.+)$/.exec(path) ?? []
    const owner = folder.replace(/^\/pages/, "")
    files.set(fold(fileAddress(encodeURI(owner), file)), path)
  }
  return files
}

/** Whose file an address is, or would be in, as if it were a folder. */
function findFileOwner(address: string, files: ReadonlyMap<string, string>): string | undefined {
  if (isFeedAddress(address)) return "the feed"
  const segments = fold(address).split("/").slice(1)
  if (fileSegments.includes(segments[0] ?? "")) return "the files of the site"
  return segments
    .map((_, index) => files.get(`/${segments.slice(0, index + 1).join("/")}`))
    .find((owner) => owner !== undefined)
}
