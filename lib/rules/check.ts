import { isMap } from "yaml"
import { setLanguage } from "../mdx/typeset"
import { problemAt, byPlace, type Problem } from "../model/problem"
import { slugPattern } from "../model/schema"
import { slugOf } from "../model/slug"
import { addressOwners } from "./addresses"
import { citationsExist } from "../elements/citation/rules"
import { topicTargets } from "./course"
import { openDictionary, type Dictionary } from "../source/dictionary"
import { documentsOf, type Documents, type Rule } from "./documents"
import { draftLinks } from "./drafts"
import { glossaryLinks, termsExist, termsOnce } from "../elements/term/rules"
import { deniedHosts } from "./hosts"
import { imageNamesDiffer, imagesExist } from "../elements/image/rules"
import { linkTargets, mentionsExist } from "../elements/link/rules"
import { tagsAgree } from "./post-tags"
import { readingOf, type Reading } from "../source/reading"
import { partsCount, seriesExist } from "./series"
import { dictionaryProblem, wordsKnown } from "../source/spelling"
import { contentFiles, type ContentFile, type Kind } from "../source/workspace"

/**
 * Holds the content below a root against every rule; returns all the problems, in order.
 *
 * @param edited where it is known that nothing else has changed since the last run: the files, from
 *   the root of the project, whose content has; none was added, none removed
 */
export type Check = (edited?: ReadonlySet<string>) => Promise<readonly Problem[]>

const rules: readonly Rule[] = [
  seriesExist,
  partsCount,
  topicTargets,
  addressOwners,
  linkTargets,
  imagesExist,
  imageNamesDiffer,
  mentionsExist,
  deniedHosts,
  draftLinks,
  tagsAgree,
  citationsExist,
  termsOnce,
  termsExist,
  glossaryLinks,
  wordsKnown,
]

type Options = {
  /** Whether words that are in no dictionary are problems too: for an author, not for a build. */
  spelling?: boolean
  /** Whether what is sound is compiled, for a build that comes next in this process. */
  compile?: boolean
  /** Told how many files are read. */
  onProgress?: (done: number, all: number) => void
}

/**
 * Makes a check of the content below `root`. It remembers what it has read, so that a second run
 * reads only the files that have changed.
 */
export function createCheck(root: string, { spelling, compile, onProgress }: Options = {}): Check {
  let readings: ReadonlyMap<string, Reading> = new Map()
  let listing: Listing = { files: [], problems: [] }
  let language: string | undefined
  let dictionary: Dictionary | undefined

  return async (edited) => {
    if (!edited) listing = await listingOf(root)
    const problems = [...listing.problems]

    const site = listing.files.find(({ kind }) => kind === "site")
    const found = languageOf(site && (await readingOf(root, site, {}, readings.get(site.path))))
    setLanguage(found)
    if (found !== language) {
      language = found
      readings = new Map()
      dictionary = spelling ? await openDictionary(language) : undefined
    }
    const now = new Map<string, Reading>()
    for (const file of listing.files) {
      const before = readings.get(file.path)
      const same = before && edited && !edited.has(file.path)
      const reading = same ? before : await readingOf(root, file, { dictionary, compile }, before)
      now.set(file.path, reading)
      onProgress?.(now.size, listing.files.length)
      problems.push(...nameProblems(file), ...reading.problems)
    }
    readings = now
    const { yaml } = now.get(sitePath) ?? {}
    if (!site) {
      const reason = "Unexpected absence of the file, expected name, url and author of the site"
      problems.push(problemAt(sitePath, start, reason, "file-place"))
    } else if (spelling && !dictionary && yaml) problems.push(dictionaryProblem(yaml, language))

    const documents = documentsOf(listing.files, readings, dictionary)
    return [...problems, ...rules.flatMap((rule) => [...rule(documents)])].sort(byPlace)
  }
}

/** All the documents below a root, as far as they can be read. */
export async function readDocuments(root: string): Promise<Documents> {
  const { files } = await listingOf(root)
  const readings = new Map<string, Reading>()
  for (const file of files) readings.set(file.path, await readingOf(root, file, {}))
  return documentsOf(files, readings)
}

/** The language that the site says it is in, in which all its bodies are read. */
function languageOf({ yaml }: Pick<Reading, "yaml"> = {}): string {
  const language = isMap(yaml?.root) ? yaml.root.get("language") : undefined
  return typeof language === "string" ? language : "en"
}

/** The files of the content, and what is wrong with where they are. */
type Listing = { files: readonly ContentFile[]; problems: readonly Problem[] }

async function listingOf(root: string): Promise<Listing> {
  const problems: Problem[] = []
  const files = await contentFiles(root, (problem) => problems.push(problem))
  return { files, problems }
}

const sitePath = "content/site.yaml"
const start = { line: 1, column: 1 }

/** Files of these kinds have names of the author's choice, which stand in addresses. */
const namedKinds: ReadonlySet<Kind> = new Set(["post", "page", "series", "course"])

function* nameProblems({ path, kind, name }: ContentFile): Generator<Problem> {
  if (!namedKinds.has(kind)) return
  if (slugPattern.form.test(name)) return
  const what = kind === "post" ? "folder" : "file"
  const reason = `Unexpected ${what} name ${JSON.stringify(name)}, expected ${slugPattern.name}, such as ${slugOf(name) || "my-post"}`
  yield problemAt(path, start, reason, "file-name")
}
