import { execFile } from "node:child_process"
import { mkdir, readFile, rm, writeFile } from "node:fs/promises"
import { join, relative, resolve } from "node:path"
import { cacheKey, openCache } from "../cache/cache"
import type { ComponentUse } from "../model/body"
import { problemAt, type Place, type Problem } from "../model/problem"

/** A use of a component in a document, with the file that exports it. */
export type FoundUse = ComponentUse & {
  document: string
  file: string
  /** Which of the document's uses it is, from 0. */
  number: number
}

/** What the compiler said, where. */
type Finding = { file: string; line: number; column: number; text: string }

const project = process.cwd()
/** How components are held against types. */
const settings = "lib/components/tsconfig.json"

const packages = (name: string) => resolve(project, "node_modules", name)
const folder = ".partwise/components/types"

/**
 * Holds components against the types of what they use, and their uses against the types of what they
 * take: to the compiler, the uses in a document are a file that uses them in the same way.
 *
 * @param texts of all components of the content, by file: while they and the uses stay the same, so does
 *   the answer
 */
export async function findTypeProblems(
  root: string,
  uses: readonly FoundUse[],
  texts: ReadonlyMap<string, string>,
): Promise<readonly Problem[]> {
  const documents = new Map<string, FoundUse[]>()
  for (const use of uses) documents.set(use.document, [...(documents.get(use.document) ?? []), use])
  const sheets = [...documents].map(([, own], index) => sheetOf(`${index}.tsx`, own))
  const key = cacheKey(
    await readFile(join(project, "package-lock.json")),
    await readFile(join(project, settings)),
    ...[...texts].flat(),
    ...sheets.map(({ text }) => text),
  )
  const cache = openCache(root, "types")
  const known = await cache.load<readonly Finding[]>(key)
  const findings = known ?? (await compile(root, sheets, [...texts.keys()]))
  if (!known) await cache.save(key, findings)
  return findings.flatMap((finding) => problemOf(finding, sheets) ?? [])
}

/** A file that uses components as a document does, and where its lines come from. */
type Sheet = { name: string; text: string; places: readonly (Source | undefined)[] }
type Source = { use: FoundUse; attribute?: string; place: Place }

function sheetOf(name: string, uses: readonly FoundUse[]): Sheet {
  const lines: string[] = []
  const places: (Source | undefined)[] = []
  const add = (line: string, source?: Source) => {
    lines.push(line)
    places.push(source)
  }
  uses.forEach(({ exported, file }, index) => {
    const path = `../../../${file.replace(/\.tsx?$/, "")}`
    add(`import { ${exported} as C${index} } from ${JSON.stringify(path)}`)
  })
  if (uses.some(({ value }) => value)) add(callForm)
  uses.forEach((use, index) => {
    if (use.value) return addCall(use, index)
    add(`void (<C${index}`, { use, place: use.place })
    for (const [attribute, value] of Object.entries(use.props)) {
      const place = use.places[attribute] ?? use.place
      add(`${attribute}={${JSON.stringify(value) ?? "undefined"}}`, { use, attribute, place })
    }
    add(use.hasChildren ? `><></></C${index}>)` : "/>)", { use, place: use.place })
  })
  function addCall(use: FoundUse, index: number) {
    add(`call(C${index}, {`, { use, place: use.place })
    for (const [attribute, value] of Object.entries(use.props)) {
      const place = use.places[attribute] ?? use.place
      add(`${attribute}: ${JSON.stringify(value) ?? "undefined"},`, { use, attribute, place })
    }
    add("})", { use, place: use.place })
  }
  return { name, text: `${lines.join("\n")}\n`, places }
}

/** How a function of a model is called: one that takes nothing is called all the same. */
const callForm = "declare function call<P>(own: (props: P) => unknown, props: NoInfer<P>): void"

async function compile(
  root: string,
  sheets: readonly Sheet[],
  files: readonly string[],
): Promise<readonly Finding[]> {
  await rm(join(root, folder), { recursive: true, force: true })
  await mkdir(join(root, folder), { recursive: true })
  const tsconfig = {
    extends: resolve(project, settings),
    compilerOptions: {
      noEmit: true,
      incremental: false,
      typeRoots: [packages("@types")],
      paths: {
        "partwise/figure": [resolve(project, "lib/figure/figure.ts")],
        "*": [packages("@types/*"), packages("*")],
      },
    },
    files: [...sheets.map(({ name }) => name), ...files.map((file) => `../../../${file}`)],
    include: [],
  }
  await writeFile(join(root, folder, "tsconfig.json"), JSON.stringify(tsconfig))
  for (const { name, text } of sheets) await writeFile(join(root, folder, name), text)
  return findingsIn(root, await runCompiler(root))
}

function runCompiler(root: string): Promise<string> {
  const compiler = resolve(project, "node_modules/typescript/bin/tsc")
  const words = [compiler, "-p", join(root, folder), "--pretty", "false"]
  return new Promise((done, fail) => {
    execFile(process.execPath, words, { cwd: root, maxBuffer: 1e8 }, (error, output) => {
      if (error && output === "") fail(error)
      else done(output)
    })
  })
}

const finding = /^(.+)\((\d+),(\d+)\): error TS\d+: (.*(?:\n[ \t].*)*)/gm

function findingsIn(root: string, output: string): readonly Finding[] {
  const found = [...output.matchAll(finding)].map(
    ([, file = "", line, column, text = ""]): Finding => ({
      file: relative(root, resolve(root, file)).replaceAll("\\", "/"),
      line: Number(line),
      column: Number(column),
      // The last of its sentences is the reason of those before.
      text: (text.split("\n").at(-1) ?? text).trim().replace(/\.$/, ""),
    }),
  )
  if (found.length > 0 || output.trim() === "") return found
  throw new Error(`Unexpected answer of the compiler, expected what it finds: ${output}`)
}

/** A finding at the place that it is about; none of an import, which is held against what there is. */
function problemOf(finding: Finding, sheets: readonly Sheet[]): Problem | undefined {
  const { file, line, column, text } = finding
  if (!file.startsWith(`${folder}/`)) {
    const reason = `Unexpected code (${text}), expected types that agree`
    return problemAt(file, { line, column }, reason, "component-type")
  }
  const sheet = sheets.find(({ name }) => file === `${folder}/${name}`)
  const source = sheet?.places[line - 1]
  if (!source) return undefined
  const { use, attribute, place } = source
  const what = attribute === undefined ? `<${use.name}>` : `${attribute} of <${use.name}>`
  const reason = `Unexpected ${what} (${text}), expected what ${use.file} takes`
  return problemAt(use.document, place, reason, "component-type")
}
