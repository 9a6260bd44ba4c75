import type { Places } from "../model/documents"
import { ContentError, type Problem } from "../model/problem"
import type { Schema } from "../model/field"
import {
  courseSchema,
  glossarySchema,
  pageSchema,
  postSchema,
  seriesSchema,
  siteSchema,
} from "../model/schema"
import { valuesOf } from "./fields"
import type { ContentFile, Kind } from "./files"
import { splitFrontMatter } from "./front-matter"
import { parseYaml, type Yaml } from "./yaml"

/** What the fields of a file say, and what is wrong with them. */
export type FieldReading = {
  problems: readonly Problem[]
  /** The values that are as the schema wants them. */
  values?: unknown
  places?: Places
}

/** A text file of the content. */
export type Source = Pick<ContentFile, "path" | "kind"> & { text: string }

/** A kind of file that has fields. */
export type FieldKind = Exclude<Kind, "image" | "component" | "file" | "bibliography" | "words">

export const schemaOf: Record<FieldKind, Schema> = {
  post: postSchema,
  page: pageSchema,
  series: seriesSchema,
  course: courseSchema,
  site: siteSchema,
  glossary: glossarySchema,
}

/** The front matter alone of a post or page, or a whole file of YAML: what lists of posts need. */
export function readFields({ path, kind, text }: Source): FieldReading {
  const problems: Problem[] = []
  const report = (problem: Problem) => void problems.push(problem)
  if (
    kind === "image" ||
    kind === "component" ||
    kind === "file" ||
    kind === "bibliography" ||
    kind === "words"
  )
    return { problems }
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
  return yaml ? { values: valuesOf(yaml, schemaOf[kind], report), places: yaml.places } : {}
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
