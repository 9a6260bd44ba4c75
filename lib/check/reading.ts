import { stat } from "node:fs/promises"
import { join } from "node:path"
import { ContentProblem } from "../problem"
import {
  courseFields,
  pageFields,
  postFields,
  seriesFields,
  siteFields,
  termFields,
  type Fields,
} from "../schema"
import { readBibliography } from "./bibliography"
import { fieldProblems, listProblems } from "./fields"
import { readImage } from "./images"
import { readMdx, type MdxSource, type Report } from "./mdx"
import { readText, type ContentFile, type Kind } from "./workspace"
import { parseYaml, type Yaml } from "./yaml"

/** A file that was read: what it holds, and what is wrong with it by itself. */
export type Reading = {
  /** Changes when the file does. */
  version: string
  mdx?: MdxSource
  yaml?: Yaml
  /** Of the bibliography. */
  keys?: ReadonlySet<string>
  problems: readonly ContentProblem[]
}

const fieldsOf: Record<Exclude<Kind, "image" | "bibliography" | "glossary">, Fields> = {
  post: postFields,
  page: pageFields,
  series: seriesFields,
  course: courseFields,
  site: siteFields,
}

/** Reads a file, unless it is as it was before. Never throws: what goes wrong is its problem. */
export async function readingOf(
  root: string,
  file: ContentFile,
  before?: Reading,
): Promise<Reading> {
  const problems: ContentProblem[] = []
  let version = ""
  try {
    const { mtimeMs, size } = await stat(join(root, file.path))
    version = `${mtimeMs} ${size}`
    if (before?.version === version) return before
    const found = await readingFrom(root, file, (problem) => problems.push(problem))
    return { ...found, version, problems }
  } catch (error) {
    if (!(error instanceof Error)) throw error
    const problem = error instanceof ContentProblem ? error : unreadable(file.path, error)
    return { version, problems: [...problems, problem] }
  }
}

const unreadable = (path: string, { message }: Error) =>
  new ContentProblem(
    path,
    { line: 1, column: 1 },
    `Unexpected failure to read the file (${message}), expected a file that can be read`,
    "file-read",
  )

async function readingFrom(
  root: string,
  { path, kind }: ContentFile,
  report: Report,
): Promise<Pick<Reading, "mdx" | "yaml" | "keys">> {
  if (kind === "image") {
    await readImage(root, path, report)
    return {}
  }
  const text = await readText(root, path)
  if (kind === "bibliography") return { keys: readBibliography(path, text, report) }
  if (kind === "post" || kind === "page") {
    return { mdx: readMdx(path, text, fieldsOf[kind], report) }
  }
  const yaml = parseYaml(path, text)
  if (kind === "glossary") {
    for (const problem of listProblems(yaml, "the glossary", termFields)) report(problem)
    return { yaml }
  }
  for (const problem of fieldProblems(yaml, fieldsOf[kind])) report(problem)
  return { yaml }
}
