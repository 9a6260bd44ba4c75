import { isElsewhere, nameOf } from "./use"
import { findMedia } from "../media/kind"
import { suggestionOf } from "../../model/nearest"
import { fileStart, problemAt, type Problem } from "../../model/problem"
import { folderBeside, placeOf, type Documents, type PostSource } from "../../model/documents"

/** Two images of a post have names that differ in more than the case of their letters. */
export function* imageNamesDiffer({ images }: Documents): Generator<Problem> {
  const known = new Map<string, string>()
  for (const path of [...images].sort()) {
    const folded = path.normalize("NFC").toLowerCase()
    const other = known.get(folded)
    known.set(folded, path)
    if (other === undefined) continue
    const name = other.slice(other.lastIndexOf("/") + 1)
    const reason = `Unexpected image beside ${name}, expected names that differ in more than upper and lower case or the form of their accents`
    yield problemAt(path, fileStart, reason, "file-name")
  }
}

/** The address of an image on another site, which a page can load; http:// browsers keep from it. */
function isLoadable(url: string): boolean {
  if (!/^https:/i.test(url) || !URL.canParse(url)) return false
  const { hostname, username } = new URL(url)
  return /^[\w.-]+$/.test(hostname) && username === ""
}

/** A picture stands beside the post, or is on another site. */
export function* imagesExist({ posts, pages, images, files }: Documents): Generator<Problem> {
  for (const { file, images: pictures } of [...posts.values(), ...pages.values()]) {
    for (const { url, place } of pictures) {
      if (!isElsewhere(url) || isLoadable(url)) continue
      const reason = `Unexpected image ${url}, expected one whose address begins with https:// and a host`
      yield problemAt(file, place, reason, "image-missing")
    }
  }
  const names = namesByFolder(images)
  const others = namesByFolder(files)
  for (const owner of [...posts.values(), ...pages.values()]) {
    const { file, images: pictures } = owner
    const folder = folderBeside(file)
    const wanted = pictures.filter(({ url }) => !isElsewhere(url))
    const { image: card }: PostSource["data"] = owner.data
    if (card !== undefined) wanted.push({ url: card, place: placeOf(owner, ["image"]) })
    const beside = names.get(folder.normalize("NFC")) ?? []
    for (const { url, place } of wanted) {
      const name = nameOf(url)
      if (beside.includes(name)) continue
      if (findMedia(name) || /\.vtt$/i.test(name)) {
        const near = others.get(folder.normalize("NFC")) ?? []
        if (near.includes(name)) continue
        const reason = `Unexpected film or recording ${url}, expected ${folder}${name} to exist${suggestionOf(name, near)}`
        yield problemAt(file, place, reason, "image-missing")
        continue
      }
      const near = suggestionOf(name, beside)
      const reason = /^[^/]+$/.test(name)
        ? `Unexpected image ${url}, expected ${folder}${name} to exist${near}`
        : `Unexpected image ${url || "without a name"}, expected the name of an image in ${folder} or https://`
      yield problemAt(file, place, reason, "image-missing")
    }
  }
}

function namesByFolder(paths: Iterable<string>): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, string[]>()
  for (const path of paths) {
    const [, folder = "", name = ""] = /^(.*\/)(.*)$/s.exec(path.normalize("NFC")) ?? []
    names.set(folder, [...(names.get(folder) ?? []), name])
  }
  return names
}
