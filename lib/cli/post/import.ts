import { cp, mkdtemp, rm } from "node:fs/promises"
import { existsSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { prepareComponents } from "../../components/components"
import { openFolder } from "../../import/folder"
import type { FoundSite } from "../../import/found"
import { importPosts, type ImportedPost, type Outcome } from "../../import/import"
import { findSystem, systemNames } from "../../import/systems/all"
import { suggestionOf } from "../../model/nearest"
import { messageOf, type Problem } from "../../model/problem"
import { checkContent } from "../../rules/check"
import { readAllFields } from "../../source/all-fields"
import { documentsOf } from "../../source/documents"
import { Reader } from "../../source/reader"
import { fail, WrongUsage, type ExitCode, type Io, type Line } from "../terminal"

/**
 * Takes in the posts of another system, says of each what became of it, and then what the check finds in
 * those that are new. A dry run does all of that to a copy.
 */
export async function importFrom({ words, options }: Line, io: Io): Promise<ExitCode> {
  const [path, ...others] = words
  if (path === undefined || others.length > 0) {
    throw new WrongUsage("Expected one path: a file, a folder or an archive of posts")
  }
  const from = options["from"] as string | undefined
  if (from !== undefined && !systemNames.includes(from)) {
    const near = suggestionOf(from, systemNames)
    throw new WrongUsage(
      `Unexpected --from ${from}, expected one of ${systemNames.join(", ")}${near}`,
    )
  }
  let site: FoundSite
  let folder
  let name: string
  try {
    folder = openFolder(path)
    const system = findSystem(folder, from)
    if (!system) {
      return fail(io, `Unexpected ${path} without posts, expected one of ${systemNames.join(", ")}`)
    }
    name = system.name
    site = await system.read(folder)
  } catch (error) {
    return fail(io, error instanceof Error ? error.message : String(error))
  }
  const wanted = site.posts.filter(({ file }) => folder.isWanted(file))
  if (wanted.length === 0) {
    return fail(io, `Unexpected ${path} without posts of ${name}, expected some, or another --from`)
  }
  io.print(`${countOf(wanted.length, "post")} of ${name}${options["dry-run"] ? ": a dry run" : ""}`)

  const isDry = options["dry-run"] === true
  const root = isDry ? await copyOf(io.root) : io.root
  try {
    const documents = documentsOf(await readAllFields(root))
    const outcome = await importPosts(site, folder, { root, documents, fetch: io.fetch })
    const problems = await problemsOf(root, outcome)
    print(outcome, site, problems, io)
    return problems.some(({ severity }) => severity === "error") ? 1 : 0
  } finally {
    if (isDry) await rm(root, { recursive: true })
  }
}

/** A project that has the content of another. */
async function copyOf(root: string): Promise<string> {
  const copy = await mkdtemp(join(tmpdir(), "partwise-import-"))
  for (const folder of ["content", "public"]) {
    if (existsSync(join(root, folder)))
      await cp(join(root, folder), join(copy, folder), { recursive: true })
  }
  return copy
}

/** What is wrong with the posts that are new: the check of all, since they lead to each other. */
async function problemsOf(root: string, { posts, others }: Outcome): Promise<readonly Problem[]> {
  const written = new Set(posts.filter(({ outcome }) => outcome === "new").map(({ slug }) => slug))
  const reader = new Reader(root)
  try {
    const content = await reader.read()
    const problems = [
      ...(await checkContent(content)),
      ...(await prepareComponents(root, content)).problems,
    ]
    return problems.filter(({ file }) => {
      const [, slug = ""] = /^content\/posts\/([^/]+)\//.exec(file) ?? []
      return written.has(slug) || others.includes(file)
    })
  } finally {
    await reader.close()
  }
}

function print(
  { posts, others }: Outcome,
  site: FoundSite,
  problems: readonly Problem[],
  io: Io,
): void {
  const errors = problems.filter(({ severity }) => severity === "error")
  for (const post of posts.filter(({ outcome }) => outcome === "new")) {
    io.print(`${post.file} → content/posts/${post.slug}${filesOf(post)}`)
    for (const remark of post.remarks) io.print(`  ${remark}`)
  }
  for (const file of others) io.print(`→ ${file}`)
  for (const { file, why } of site.skipped ?? []) io.print(`${file}: left out: ${why}`)
  const known = posts.filter(({ outcome }) => outcome === "known")
  if (known.length > 0) {
    io.print(
      `${countOf(known.length, "post")} stood here already, and stayed as ${known.length === 1 ? "it is" : "they are"}`,
    )
  }
  for (const problem of errors) io.error(messageOf(problem))
  const count = posts.length - known.length
  const faulty = new Set(errors.map(({ file }) => file)).size
  if (count === 0) return
  io.print(
    faulty === 0
      ? `${countOf(count, "post")} came in, and the check finds no fault with ${count === 1 ? "it" : "them"}`
      : `${countOf(count, "post")} came in; ${faulty} ${faulty === 1 ? "needs" : "need"} your hand at the places above`,
  )
}

const filesOf = ({ files }: ImportedPost) => (files === 0 ? "" : `, with ${countOf(files, "file")}`)
const countOf = (count: number, what: string) => `${count} ${what}${count === 1 ? "" : "s"}`
