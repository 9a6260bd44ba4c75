import { stat, readFile } from "node:fs/promises"
import { join } from "node:path"
import type { Nodes, Root } from "mdast"
import { visit } from "unist-util-visit"
import { imageTypes, readHead, readThrough } from "../../images/file"
import { isMade } from "../../images/made-images"
import { greatestBytes, greatestPixels, greatestSide } from "../../images/sizes"
import { isElsewhere, nameOf } from "./html"
import { suggestionOf } from "../../model/nearest"
import { ContentProblem } from "../../model/problem"
import type { Documents } from "../../rules/documents"
import type { Report } from "../../source/mdx"
import type { ReportAt } from "../../mdx/tag-check"

const start = { line: 1, column: 1 }

/** Holds an image against what its page and its address need of it. */
export async function readImage(root: string, path: string, report: Report): Promise<void> {
  const problem = (reason: string, rule: string) =>
    report(new ContentProblem(path, start, `Unexpected ${reason}`, rule))
  const file = path.slice(path.lastIndexOf("/") + 1)
  if (!namePattern.test(file.normalize("NFC"))) {
    const reason = `file name ${JSON.stringify(file)}, expected letters, digits, hyphens, dots and underscores, such as ${nameFrom(file)}`
    problem(reason, "file-name")
  }
  const { size } = await stat(join(root, path))
  if (size > greatestBytes) {
    return problem(
      `${(size / 1e6).toFixed(1)} MB, expected an image of at most 20 MB`,
      "image-size",
    )
  }
  const bytes = await readFile(join(root, path))
  const head = findHead(bytes)
  if (!head) return problem("bytes, expected an image with a width and a height", "image-broken")
  const { type, width, height } = head
  const ending = (/\.(\w+)$/.exec(file)?.[1] ?? "").toLowerCase().replace("jpeg", "jpg")
  if (type !== ending) {
    const name = file.replace(/\.\w+$/, `.${type}`)
    const expected = Object.hasOwn(imageTypes, type) ? `the name ${name}` : "another kind of image"
    return problem(`image of the kind ${type} in ${file}, expected ${expected}`, "image-kind")
  }
  if (width * height > greatestPixels || Math.max(width, height) > greatestSide) {
    const reason = `${width} × ${height} pixels, expected at most 50 million, and 16,383 to a side`
    if (type !== "svg") return problem(reason, "image-size")
  }
  if (isMade(root, bytes)) return
  await readThrough(bytes).catch(() => {
    problem("end or damage of the image, expected one that can be shown whole", "image-broken")
  })
}

/** What an address carries as it is, in any script. */
const namePattern = /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}_.+@-])*$/u

/** A name that the pattern takes, made of one that it does not. */
const nameFrom = (file: string) =>
  file
    .normalize("NFC")
    .replaceAll(/[^\p{L}\p{M}\p{N}_.+@-]+/gu, "-")
    .replaceAll(/^[^\p{L}\p{N}]+|-+(?=\.\w+$)/gu, "")

function findHead(bytes: Buffer) {
  try {
    return readHead(bytes)
  } catch {
    return undefined
  }
}

/** Two images of a post have names that differ in more than the case of their letters. */
export function* imageNamesDiffer({ images }: Documents): Generator<ContentProblem> {
  const known = new Map<string, string>()
  for (const path of [...images].sort()) {
    const folded = path.normalize("NFC").toLowerCase()
    const other = known.get(folded)
    known.set(folded, path)
    if (other === undefined) continue
    const name = other.slice(other.lastIndexOf("/") + 1)
    const reason = `Unexpected image beside ${name}, expected names that differ in more than upper and lower case or the form of their accents`
    yield new ContentProblem(path, start, reason, "file-name")
  }
}

/** A picture stands beside the post, or is on another site. */
export function* imagesExist({ posts, pages, images }: Documents): Generator<ContentProblem> {
  const names = namesByFolder(images)
  for (const { file, front, data, images: pictures } of posts.values()) {
    const folder = file.slice(0, file.lastIndexOf("/") + 1)
    const wanted = pictures.filter(({ url }) => !isElsewhere(url))
    if (data.image !== undefined) wanted.push({ url: data.image, place: front.placeOf(["image"]) })
    const beside = names.get(folder.normalize("NFC")) ?? []
    for (const { url, place } of wanted) {
      const name = nameOf(url)
      if (beside.includes(name)) continue
      const near = suggestionOf(name, beside)
      const reason = /^[^/]+$/.test(name)
        ? `Unexpected image ${url}, expected ${folder}${name} to exist${near}`
        : `Unexpected image ${url || "without a name"}, expected the name of an image in ${folder} or https://`
      yield new ContentProblem(file, place, reason, "image-missing")
    }
  }
  for (const { file, images: pictures } of pages.values()) {
    for (const { url, place } of pictures.filter(({ url }) => !isElsewhere(url))) {
      const reason = `Unexpected image ${url}, expected it in a post: only posts have images beside them`
      yield new ContentProblem(file, place, reason, "image-missing")
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

/** An image says in words what it shows, unless it is marked as a decoration. */
export function holdImages(tree: Root, report: ReportAt): void {
  const decorative = new Set<Nodes>()
  visit(tree, (node: Nodes) => {
    if ("name" in node && node.name === "Decorative") {
      visit(node, (inner: Nodes) => void decorative.add(inner))
    }
    if (node.type !== "image" && node.type !== "imageReference") return
    const alt = (node.alt ?? "").trim()
    if (decorative.has(node)) {
      if (alt === "") return
      const reason = `Unexpected alternative text in <Decorative>, expected none, or no <Decorative>`
      report(node, reason, "image-alt")
    } else if (alt === "") {
      const reason =
        "Unexpected image without alternative text, expected ![what it shows](…), or <Decorative> around it"
      report(node, reason, "image-alt")
    } else if (node.type === "image" && alt === nameOf(node.url)) {
      const reason = `Unexpected name of the file as alternative text, expected what the image shows`
      report(node, reason, "image-alt")
    }
  })
}
