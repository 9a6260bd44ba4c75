import pLimit from "p-limit"
import { ContentError } from "../model/problem"
import { readFields } from "./field-reading"
import { listFiles, readText, type ContentFile } from "./files"
import type { Content } from "./reader"
import type { Reading } from "./reading"

/** Files opened at once. */
const atOnce = pLimit(32)

/**
 * Documents as lists and commands need them: fields alone, without bodies.
 *
 * @param isWhole whether a text is to be read with its body all the same
 */
export async function readAllFields(
  root: string,
  isWhole: (text: string) => boolean = () => false,
): Promise<Content> {
  const listing = await listFiles(root)
  const readOne = async (file: ContentFile): Promise<Reading> => {
    if (file.kind === "image") return { problems: [] }
    try {
      const source = { ...file, text: await readText(root, file.path) }
      if (!isWhole(source.text)) return readFields(source)
      const { makeFacets } = await import("./reading")
      const made = makeFacets(source, { facets: new Set(["reading"]), language: "en" })
      return made.reading ?? { problems: [] }
    } catch (error) {
      if (!(error instanceof ContentError)) throw error
      return { problems: [error.problem] }
    }
  }
  const readings = await Promise.all(
    listing.files.map((file) => atOnce(async () => [file.path, await readOne(file)] as const)),
  )
  return { ...listing, readings: new Map(readings), language: "" }
}
