import { citationsExist } from "../elements/citation/rules"
import { framesAllowed } from "../elements/embed/rules"
import { imageNamesDiffer, imagesExist } from "../elements/image/rules"
import { linkTargets, mentionsExist, navigationLeads } from "../elements/link/rules"
import { glossaryLinks, termsExist, termsOnce } from "../elements/term/rules"
import type { Documents } from "../model/documents"
import { byPlace, fileStart, problemAt, type Problem } from "../model/problem"
import type { RuleId } from "../model/rules"
import { slugPattern } from "../model/schema"
import { slugOf } from "../model/slug"
import { withoutDisabled } from "../source/directives"
import { documentsOf } from "../source/documents"
import type { ContentFile, Kind } from "../source/files"
import { Reader, type Content } from "../source/reader"
import { addressOwners } from "./addresses"
import { topicTargets } from "./course"
import { draftLinks } from "./drafts"
import { deniedHosts } from "./hosts"
import { authorsExist, mailHasSender } from "./post-authors"
import { daysInOrder } from "./post-days"
import { tagsAgree } from "./post-tags"
import { partsCount, seriesExist } from "./series"
import { spellingProblems } from "./spelling"

/** A rule between documents: yields what breaks it. */
type Rule = (documents: Documents) => Iterable<Problem>

const rules: readonly Rule[] = [
  seriesExist,
  partsCount,
  topicTargets,
  addressOwners,
  linkTargets,
  navigationLeads,
  imagesExist,
  framesAllowed,
  imageNamesDiffer,
  mentionsExist,
  deniedHosts,
  draftLinks,
  authorsExist,
  mailHasSender,
  daysInOrder,
  tagsAgree,
  citationsExist,
  termsOnce,
  termsExist,
  glossaryLinks,
]

type Found = { components?: readonly Problem[]; external?: readonly Problem[] }

/**
 * Holds content against every rule, within its files and between them; returns all problems, in order.
 *
 * @param found what else was found: with components, and outside of the content, if it was looked for
 */
export async function checkContent(
  content: Content,
  { components = [], external }: Found = {},
): Promise<readonly Problem[]> {
  const { files, readings } = content
  const problems = [...content.problems, ...components, ...(external ?? [])]
  for (const file of files) {
    problems.push(...nameProblems(file), ...(readings.get(file.path)?.problems ?? []))
  }
  if (!files.some(({ kind }) => kind === "site")) {
    const reason = "Unexpected absence of the file, expected name, url and author of the site"
    problems.push(problemAt("content/site.yaml", fileStart, reason, "file-place"))
  }
  const documents = documentsOf(content)
  for (const rule of rules) problems.push(...rule(documents))
  problems.push(...(await spellingProblems(content, documents)))
  const directives = [...readings.values()].flatMap(({ directives = [] }) => directives)
  const unasked: RuleId[] = external ? [] : ["link-unsure"]
  if (!content.spelling?.unknownWords) unasked.push("spelling")
  return withoutDisabled(problems, directives, documents.disabledRules, unasked).sort(byPlace)
}

/** Reads and checks the content below a root, once. */
export async function checkOnce(
  root: string,
  options?: ConstructorParameters<typeof Reader>[1],
): Promise<readonly Problem[]> {
  const reader = new Reader(root, options)
  const problems = await checkContent(await reader.read())
  await reader.close()
  return problems
}

/** Files of these kinds have names of the author's choice, which stand in addresses. */
const namedKinds: ReadonlySet<Kind> = new Set(["post", "page", "series", "course"])

function* nameProblems({ path, kind, name }: ContentFile): Generator<Problem> {
  if (!namedKinds.has(kind)) return
  const own = name.replace(/^.*\//, "") // of figures, their folder
  if (slugPattern.form.test(own)) return
  const what = kind === "post" ? "folder" : "file"
  const reason = `Unexpected ${what} name ${JSON.stringify(own)}, expected ${slugPattern.name}, such as ${slugOf(own) || "my-post"}`
  yield problemAt(path, fileStart, reason, "file-name")
}
