import { stat } from "node:fs/promises"
import { join } from "node:path"
import { bibliographyEntriesOf, parseReference } from "../bibliography"
import { byPlace, ContentProblem, placeAt } from "../problem"
import {
  courseFields,
  pageFields,
  postFields,
  seriesFields,
  siteFields,
  slugPattern,
  type Fields,
} from "../schema"
import { addressOwners } from "./addresses"
import { topicTargets } from "./course"
import type { CourseSource, Documents, PostSource, Rule, SeriesSource } from "./documents"
import { imagesExist, linkTargets, mentionsExist } from "./links"
import { readMdx, type MdxSource } from "./mdx"
import { partsCount, seriesExist } from "./series"
import { contentFiles, readText, type ContentFile, type Kind } from "./workspace"
import { fieldProblems, parseYaml, valuesOf, type Yaml } from "./yaml"

/** Holds the content below a root against every rule; returns all the problems, in order. */
export type Check = () => Promise<readonly ContentProblem[]>

const rules: readonly Rule[] = [
  seriesExist,
  partsCount,
  topicTargets,
  addressOwners,
  linkTargets,
  imagesExist,
  mentionsExist,
]

const fieldsOf: Record<Exclude<Kind, "image" | "bibliography">, Fields> = {
  post: postFields,
  page: pageFields,
  series: seriesFields,
  course: courseFields,
  site: siteFields,
}

/** A file that was read: what it holds, and what is wrong with it by itself. */
type Reading = {
  version: string
  mdx?: MdxSource
  yaml?: Yaml
  keys?: ReadonlySet<string>
  problems: readonly ContentProblem[]
}

/**
 * Makes a check of the content below `root`. It remembers what it has read, so that a second run
 * reads only the files that have changed.
 */
export function createCheck(root: string): Check {
  const readings = new Map<string, Reading>()

  return async () => {
    const problems: ContentProblem[] = []
    const files = await contentFiles(root, (problem) => problems.push(problem))
    const paths = new Set(files.map(({ path }) => path))
    for (const path of readings.keys()) if (!paths.has(path)) readings.delete(path)

    for (const file of files) {
      problems.push(...nameProblems(file))
      const reading = await readingOf(root, file, readings.get(file.path))
      readings.set(file.path, reading)
      problems.push(...reading.problems)
    }
    if (!paths.has("content/site.yaml")) {
      const reason = "Unexpected absence of the file, expected name, url and author of the site"
      problems.push(
        new ContentProblem("content/site.yaml", { line: 1, column: 1 }, reason, "file-place"),
      )
    }

    // Rules between documents would only repeat what is said of a document that cannot be read.
    const documents = documentsOf(files, readings)
    const silent = new Set(
      problems.filter(({ rule }) => hidesDocument.has(rule)).map(({ file }) => file),
    )
    const between = rules.flatMap((rule) => [...rule(documents)])
    const hidden = between.filter(({ reason }) => [...silent].some((file) => reason.includes(file)))
    return [...problems, ...between.filter((problem) => !hidden.includes(problem))].sort(byPlace)
  }
}

/** Rules of which a document that breaks them is missing from {@link Documents}. */
const hidesDocument: ReadonlySet<string> = new Set([
  "yaml",
  "mdx",
  "front-matter",
  "file-size",
  "file-encoding",
])

function* nameProblems({ path, kind, name }: ContentFile): Generator<ContentProblem> {
  if (kind === "site" || kind === "bibliography") return
  if (slugPattern.form.test(name)) return
  const what = kind === "post" || kind === "image" ? "folder" : "file"
  if (kind === "image") return // said once, at the post
  const reason = `Unexpected ${what} name ${JSON.stringify(name)}, expected ${slugPattern.name}, such as ${slugFrom(name)}`
  yield new ContentProblem(path, { line: 1, column: 1 }, reason, "file-name")
}

/** A name that the pattern takes, made of one that it does not. */
const slugFrom = (name: string) =>
  name
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, "-")
    .replaceAll(/^-|-$/g, "") || "my-post"

async function readingOf(root: string, file: ContentFile, before?: Reading): Promise<Reading> {
  const { mtimeMs, size } = await stat(join(root, file.path))
  const version = `${mtimeMs} ${size}`
  if (before?.version === version) return before

  const problems: ContentProblem[] = []
  try {
    const found = await readingFrom(root, file, (problem) => problems.push(problem))
    return { ...found, version, problems }
  } catch (error) {
    if (!(error instanceof ContentProblem)) throw error
    return { version, problems: [...problems, error] }
  }
}

async function readingFrom(
  root: string,
  { path, kind }: ContentFile,
  report: (problem: ContentProblem) => void,
): Promise<Pick<Reading, "mdx" | "yaml" | "keys">> {
  if (kind === "image") return {}
  const text = await readText(root, path)
  if (kind === "bibliography") return { keys: readBibliography(path, text, report) }

  const mdx = kind === "post" || kind === "page" ? readMdx(path, text, report) : undefined
  const yaml = mdx ? mdx.front : parseYaml(path, text)
  for (const problem of fieldProblems(yaml, fieldsOf[kind])) report(problem)
  return { mdx, yaml }
}

function readBibliography(
  file: string,
  text: string,
  report: (problem: ContentProblem) => void,
): ReadonlySet<string> {
  const keys = new Set<string>()
  for (const entry of bibliographyEntriesOf(text)) {
    const place = placeAt(text, entry.offset)
    try {
      parseReference(entry)
    } catch {
      const reason =
        "Unexpected BibTeX, expected @type{key, field = {…}, …} with every brace closed"
      report(new ContentProblem(file, place, reason, "bibliography"))
    }
    if (keys.has(entry.key)) {
      const reason = `Unexpected key ${entry.key}, expected another: an entry above has it`
      report(new ContentProblem(file, place, reason, "bibliography"))
    }
    keys.add(entry.key)
  }
  return keys
}

function documentsOf(
  files: readonly ContentFile[],
  readings: ReadonlyMap<string, Reading>,
): Documents {
  const posts = new Map<string, PostSource>()
  const pages = new Map<string, MdxSource>()
  const series = new Map<string, SeriesSource>()
  const courses = new Map<string, CourseSource>()
  const images = new Set<string>()
  let references: ReadonlySet<string> = new Set()

  for (const { path, kind, name } of files) {
    const { mdx, yaml, keys } = readings.get(path) ?? {}
    if (kind === "image") images.add(path)
    else if (keys) references = keys
    else if (kind === "page" && mdx) pages.set(name, mdx)
    else if (kind === "post" && mdx)
      posts.set(name, { ...mdx, data: valuesOf(mdx.front.root, postFields) })
    else if (kind === "series" && yaml)
      series.set(name, { ...yaml, data: valuesOf(yaml.root, seriesFields) })
    else if (kind === "course" && yaml)
      courses.set(name, { ...yaml, data: valuesOf(yaml.root, courseFields) })
  }
  return { posts, pages, series, courses, references, images }
}
