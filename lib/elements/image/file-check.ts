import { stat, readFile } from "node:fs/promises"
import { join } from "node:path"
import { imageTypes, readHead, readThrough } from "../../images/file"
import { isMade } from "../../images/made-images"
import { svgFaults } from "../../images/svg"
import { greatestBytes, greatestPixels, greatestSide } from "../../images/sizes"
import { fileStart, problemAt, type Problem } from "../../model/problem"
import type { RuleId } from "../../model/rules"

/** Holds an image against what its page and its address need of it. */
export async function checkImage(
  root: string,
  path: string,
  report: (problem: Problem) => void,
): Promise<void> {
  const problem = (reason: string, rule: RuleId) =>
    report(problemAt(path, fileStart, `Unexpected ${reason}`, rule))
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
  if (type === "svg") {
    const faults = await svgFaults(bytes)
    for (const { place, reason, isActive } of faults) {
      const rule = isActive ? "image-active" : "image-broken"
      report(problemAt(path, place, `Unexpected ${reason}`, rule))
    }
    if (faults.some(({ isActive }) => !isActive)) return
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
