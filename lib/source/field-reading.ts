import type { Places } from "../model/documents"
import { ContentError, type Problem } from "../model/problem"
import {
  courseFields,
  pageFields,
  postFields,
  seriesFields,
  siteFields,
  termFields,
  type Fields,
} from "../model/schema"
import { fieldProblems, itemsOf, listProblems, valuesOf } from "./fields"
import type { ContentFile, Kind } from "./files"
import { splitFrontMatter } from "./front-matter"
import { parseYaml, type Yaml } from "./yaml"

/** What the fields of a file say, and what is wrong with them. */
export type FieldReading = {
  problems: readonly Problem[]
  /** The values that are as their fields want them; of the glossary, a list. */
  values?: unknown
  places?: Places
}

/** A text file of the content. */
export type Source = Pick<ContentFile, "path" | "kind"> & { text: string }

/** A kind of file that has fields. */
export type FieldKind = Exclude<Kind, "image" | "bibliography" | "words">

export const fieldsOf: Record<FieldKind, Fields> = {
  post: postFields,
  page: pageFields,
  series: seriesFields,
  course: courseFields,
  site: siteFields,
  glossary: termFields,
}

/** The front matter alone of a post or page, or a whole file of YAML: what lists of posts need. */
export function readFields({ path, kind, text }: Source): FieldReading {
  const problems: Problem[] = []
  const report = (problem: Problem) => void problems.push(problem)
  if (kind === "image" || kind === "bibliography" || kind === "words") return { problems }
  const yaml = attempt(
    () =>
      kind === "post" || kind === "page"
        ? parseYaml(path, splitFrontMatter(path, text).yaml, 1)
        : parseYaml(path, text),
    report,
  )
  return { problems, ...readYaml(yaml, kind, report) }
}

/** The fields in YAML, if it could be read. */
export function readYaml(
  yaml: Yaml | undefined,
  kind: FieldKind,
  report: (problem: Problem) => void,
): Omit<FieldReading, "problems"> {
  if (!yaml) return {}
  const fields = fieldsOf[kind]
  const isList = kind === "glossary"
  const problems = isList ? listProblems(yaml, "the glossary", fields) : fieldProblems(yaml, fields)
  for (const problem of problems) report(problem)
  const values = isList ? itemsOf(yaml.root, fields) : valuesOf(yaml.root, fields)
  return { values, places: yaml.places }
}

/** What a function returns; the problem that it throws is reported instead. */
export function attempt<Value>(
  read: () => Value,
  report: (problem: Problem) => void,
): Value | undefined {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof ContentError)) throw error
    report(error.problem)
    return undefined
  }
}
