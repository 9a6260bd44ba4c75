import { stat } from "node:fs/promises"
import { join } from "node:path"
import { problemAt, ContentError, type Problem } from "../model/problem"
import {
  courseFields,
  pageFields,
  postFields,
  seriesFields,
  siteFields,
  termFields,
  type Fields,
} from "../model/schema"
import { readBibliography } from "../elements/citation/bibliography-check"
import { fieldProblems, listProblems } from "./fields"
import { readImage } from "../elements/image/file-check"
import { readMdx, type How, type MdxSource, type Reference, type Report } from "./mdx"
import { readWords, unknownWordsInYaml } from "./spelling"
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
  /** That the site adds to the dictionary. */
  words?: ReadonlySet<string>
  /** Of YAML: words that the dictionary lacks. */
  unknownWords?: readonly Reference[]
  problems: readonly Problem[]
}

const fieldsOf: Record<Exclude<Kind, "image" | "bibliography" | "glossary" | "words">, Fields> = {
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
  how: How,
  before?: Reading,
): Promise<Reading> {
  const problems: Problem[] = []
  let version = ""
  try {
    const { mtimeMs, size } = await stat(join(root, file.path))
    version = `${mtimeMs} ${size}`
    if (before?.version === version) return before
    const report: Report = (problem) => problems.push(problem)
    const found = await readingFrom(root, file, report, how)
    return { ...found, version, problems }
  } catch (error) {
    if (!(error instanceof Error)) throw error
    const problem = error instanceof ContentError ? error.problem : unreadable(file.path, error)
    return { version, problems: [...problems, problem] }
  }
}

const unreadable = (path: string, { message }: Error) =>
  problemAt(
    path,
    { line: 1, column: 1 },
    `Unexpected failure to read the file (${message}), expected a file that can be read`,
    "file-read",
  )

async function readingFrom(
  root: string,
  { path, kind }: ContentFile,
  report: Report,
  how: How,
): Promise<Omit<Reading, "version" | "problems">> {
  if (kind === "image") {
    await readImage(root, path, report)
    return {}
  }
  const text = await readText(root, path)
  if (kind === "bibliography") return { keys: readBibliography(path, text, report) }
  if (kind === "post" || kind === "page") {
    return { mdx: readMdx(path, text, fieldsOf[kind], report, how) }
  }
  if (kind === "words") return { words: readWords(path, text, report) }
  const yaml = parseYaml(path, text)
  const fields = kind === "glossary" ? termFields : fieldsOf[kind]
  const problems =
    kind === "glossary" ? listProblems(yaml, "the glossary", fields) : fieldProblems(yaml, fields)
  for (const problem of problems) report(problem)
  const { dictionary } = how
  return { yaml, unknownWords: dictionary && [...unknownWordsInYaml(yaml, fields, dictionary)] }
}
