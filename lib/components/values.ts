import { readFile, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { problemAt, type Place, type Problem } from "../model/problem"
import type { Rendered } from "./task"
import type { FoundUse } from "./types"

/** What is printed of a model at a place of a text. */
export type KnownValue = {
  document: string
  place: Place
  /** What it is of, with its settings: the same words stand for the same number. */
  name: string
  text: string
}

/** Where what was printed last is kept, so that a review shows what a change of a model changes in texts. */
export const valuesFile = "content/values.json"

/** By documents, and by what each is of. */
type Kept = Readonly<Record<string, Readonly<Record<string, string>>>>

/** What texts print of models: values, and what figures say and list in their first frames. */
export const valuesOf = (
  uses: readonly FoundUse[],
  rendered: readonly Rendered[],
): readonly KnownValue[] =>
  uses.flatMap((use, index) => {
    const one = rendered[index]
    if (!one || !("html" in one)) return []
    const isFigure = use.file.startsWith("content/figures/")
    const text = use.value ? one.html : isFigure ? numbersIn(one.html) : ""
    return text === ""
      ? []
      : [{ document: use.document, place: use.place, name: nameOf(use), text }]
  })

const nameOf = ({ name, module, exported, props, value }: FoundUse) => {
  const what = value ? `${module.split("/").at(-2) ?? ""}.${exported}` : name
  const settings = Object.entries(props).map(([key, set]) => ` ${key}=${JSON.stringify(set)}`)
  return `<${what}${settings.join("")}>`
}

/** The sentence and the table of a figure, without their markup. */
function numbersIn(html: string): string {
  const parts = html.match(/<output[^>]*>.*?<\/output>|<details.*?<\/details>/gs) ?? []
  return parts
    .map((part) =>
      part
        .replaceAll(/<[^>]*>/g, " ")
        .replaceAll(/\s+/g, " ")
        .trim(),
    )
    .join("; ")
}

/** Every place whose numbers are others than were taken for good last. */
export async function findChangedValues(
  root: string,
  values: readonly KnownValue[],
): Promise<readonly Problem[]> {
  const kept = await readKept(root)
  return values.flatMap(({ document, place, name, text }) => {
    const before = kept[document]?.[name]
    if (before === text) return []
    const way = `once the text around it says so too, npm run post -- values keeps what is new`
    const reason =
      before === undefined
        ? `Unexpected ${name}, of which ${valuesFile} keeps nothing, expected it there: npm run post -- values`
        : `Unexpected ${text} of ${name}, expected ${before} as in ${valuesFile}; ${way}`
    const rule = before === undefined ? "value-unkept" : "value-changed"
    return [problemAt(document, place, reason, rule)]
  })
}

async function readKept(root: string): Promise<Kept> {
  try {
    return JSON.parse(await readFile(join(root, valuesFile), "utf8")) as Kept
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return {}
    const reason = `Unexpected ${valuesFile}, expected JSON: npm run post -- values writes it anew`
    throw new Error(reason, { cause: error })
  }
}

/** Takes what is printed now for good. */
export async function keepValues(root: string, values: readonly KnownValue[]): Promise<void> {
  const kept: Record<string, Record<string, string>> = {}
  for (const { document, name, text } of values) (kept[document] ??= {})[name] = text
  const sorted = Object.entries(kept).sort(([a], [b]) => (a < b ? -1 : 1))
  await writeFile(
    join(root, valuesFile),
    `${JSON.stringify(Object.fromEntries(sorted), null, 2)}\n`,
  )
}
