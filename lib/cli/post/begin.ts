import { existsSync } from "node:fs"
import { copyFile, mkdir, readFile, rename, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { parse, stringify } from "yaml"
import * as z from "zod/mini"
import { siteSchema } from "../../model/schema"
import { fail, WrongUsage, type ExitCode, type Io, type Line } from "../terminal"

/** The address of the demo, by which a site of one's own is told from it. */
const demoUrl = "https://partwise.example"

/** Where the demo goes: the product's own tests need its content. */
const demoFolder = "e2e/content"

const types = "tsconfig.json"

const ignoreAbsent = () => undefined

type Question = { option: string; field: string; ask: string; isOptional?: boolean }

const questions: readonly Question[] = [
  { option: "name", field: "name", ask: "Name of the site" },
  { option: "description", field: "description", ask: "What it is, in a sentence" },
  { option: "url", field: "url", ask: "Its public address, such as https://blog.example.org" },
  { option: "author", field: "author.name", ask: "Who writes it" },
  {
    option: "email",
    field: "author.email",
    ask: "An address for readers who answer, if there is one",
    isOptional: true,
  },
  { option: "language", field: "language", ask: "Language of the writing, such as en-GB" },
]

/**
 * Begins a site of one's own: takes the demo out of `content`, and writes a `site.yaml` of what the
 * command line says or, in a terminal, of what is answered. A site that is no longer the demo stays as
 * it is.
 */
export async function beginSite({ words, options }: Line, io: Io): Promise<ExitCode> {
  if (words.length > 0) throw new WrongUsage(`Unexpected ${words.join(" ")}, expected options only`)
  const file = join(io.root, "content/site.yaml")
  const before = parse(await readFile(file, "utf8").catch(() => "")) as { url?: unknown } | null
  if (before?.url !== demoUrl) {
    const reason = `Unexpected site of your own in content, expected the demo, whose url is ${demoUrl}`
    return fail(io, `${reason}: nothing was changed`)
  }
  if (existsSync(join(io.root, demoFolder))) {
    return fail(io, `Unexpected folder ${demoFolder}, expected that the demo can be put there`)
  }

  const site = siteFrom(await answersTo(options, io))
  await rename(join(io.root, "content"), join(io.root, demoFolder))
  await mkdir(join(io.root, "content"))
  // What tells editors the types of components is the same for every site.
  await copyFile(join(io.root, demoFolder, types), join(io.root, "content", types)).catch(
    ignoreAbsent,
  )
  const head =
    "# Who publishes, and where. Everything that names the site or its author comes from here.\n"
  await writeFile(file, head + stringify(site, { lineWidth: 0 }))
  io.print(
    `content/site.yaml is yours; the demo is in ${demoFolder}, where tests of Partwise use it.`,
  )
  io.print('Go on with: npm run post -- new "My first post", and npm run dev')
  return 0
}

type Answers = Readonly<Record<string, string>>

/** What was said for each option, asked for where somebody can answer. */
async function answersTo(options: Line["options"], io: Io): Promise<Answers> {
  const given = (option: string) => {
    const value = options[option]
    return typeof value === "string" ? value.trim() : undefined
  }
  const missing = questions.filter(({ option, isOptional }) => !given(option) && !isOptional)
  if (missing.length > 0 && !io.ask) {
    const names = missing.map(({ option }) => `--${option}`).join(", ")
    throw new WrongUsage(`Unexpected absence of ${names}, expected a value for each`)
  }
  const answers: Record<string, string> = {}
  for (const { option, field, ask } of questions) {
    const wanted = given(option) ?? (missing.length > 0 ? await io.ask?.(`${ask}: `) : undefined)
    const answer = wanted?.trim() ?? ""
    if (answer !== "") answers[field] = answer
  }
  return answers
}

/** @throws WrongUsage at the first answer that a site cannot have */
function siteFrom(answers: Answers): object {
  const author = { name: answers["author.name"], email: answers["author.email"], links: [] }
  const { name, description, url, language } = answers
  const site = { name, description, url, language, author: withoutAbsent(author) }
  const { error } = z.safeParse(siteSchema, site)
  const [issue] = error?.issues ?? []
  if (issue) {
    const field = issue.path.join(".")
    const { option } = questions.find((question) => question.field === field) ?? { option: field }
    const value = answers[field]
    const found = value === undefined ? `absence of --${option}` : `--${option} ${value}`
    throw new WrongUsage(`Unexpected ${found}, expected ${issue.message}`)
  }
  return site
}

const withoutAbsent = (fields: object) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
