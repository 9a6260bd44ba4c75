import { stripVTControlCharacters } from "node:util"
import type {
  IBaseCell,
  ICodeCell,
  INotebookContent,
  IOutput,
  MultilineString,
} from "@jupyterlab/nbformat"
import { splitFields } from "../front-matter"
import type { Fields, FoundPost } from "../found"
import { markdownOf } from "../html"
import { imageOf } from "../tags"

/** What a notebook says: front matter, Markdown, and the pictures that its cells have drawn. */
export type NotebookText = { fields: Fields; body: string; files: NonNullable<FoundPost["files"]> }

/**
 * A notebook (nbformat 4) as Markdown: text, code, and what the code has put out when it last ran.
 *
 * @throws Error if it is no notebook of that form
 */
export function readNotebook(text: string): NotebookText {
  const notebook = JSON.parse(text) as Partial<INotebookContent>
  if (!Array.isArray(notebook.cells)) {
    throw new Error(
      `Unexpected notebook of version ${notebook.nbformat ?? "?"}, expected version 4`,
    )
  }
  const { language_info: info, kernelspec } = notebook.metadata ?? {}
  const named = info?.name ?? kernelspec?.["language"]
  const language = typeof named === "string" ? named : "python"
  const writer = new Writer(language)
  const [first, ...others] = notebook.cells
  const head = first && headOf(first)
  for (const [index, cell] of (head ? others : notebook.cells).entries()) writer.add(cell, index)
  const body = [head?.rest ?? "", ...writer.blocks]
    .filter((block) => block.trim() !== "")
    .join("\n\n")
  return { fields: head?.fields ?? {}, body, files: writer.files }
}

const joined = (source: MultilineString | undefined) =>
  Array.isArray(source) ? source.join("") : (source ?? "")

/** The front matter in a first cell: YAML as Quarto has it, or fastpages' title, sentence and list. */
function headOf(cell: IBaseCell): { fields: Fields; rest: string } | undefined {
  const source = joined(cell.source)
  if (cell.cell_type !== "code" && /^\s*---\s*\n/.test(source)) {
    const { fields, body } = splitFields(`${source.trim()}\n`)
    return { fields, rest: body }
  }
  if (cell.cell_type !== "markdown") return undefined
  const [all, title, description, list] =
    /^\s*#[ \t]+(.+)\n+(?:>[ \t]*(.+)\n+)?((?:-[ \t]+[\w-]+:.*(?:\n|$))*)/.exec(`${source}\n`) ?? []
  if (all === undefined || (!description && !list)) return undefined
  const fields: Record<string, unknown> = {
    title: title?.replaceAll(/^["']|["']$/g, ""),
    description,
  }
  for (const line of (list ?? "").split("\n")) {
    const [, name, value = ""] = /^-[ \t]+([\w-]+):[ \t]*(.*)$/.exec(line) ?? []
    if (name === undefined) continue
    const items = /^\[(.*)\]$/.exec(value)?.[1]
    fields[name] = items === undefined ? value : items.split(",").map((item) => item.trim())
  }
  return { fields, rest: source.slice(all.length) }
}

const hidden = /^(?:remove[-_]cell|hide|hide[-_]cell|exclude)$/
const withoutCode = /^(?:remove[-_]input|hide[-_]input|hide[-_]code)$/
const withoutOutput = /^(?:remove[-_]output|hide[-_]output)$/

class Writer {
  readonly blocks: string[] = []
  readonly files = new Map<string, { name: string; bytes: Uint8Array }>()

  constructor(private readonly language: string) {}

  add(cell: IBaseCell, index: number): void {
    const source = joined(cell.source)
    if (cell.cell_type === "markdown") {
      this.blocks.push(this.withAttachments(source, cell, index))
    } else if (cell.cell_type === "code") {
      this.addCode(cell as ICodeCell, source)
    }
  }

  private withAttachments(source: string, { attachments }: IBaseCell, index: number): string {
    let text = source
    for (const [name, bundle] of Object.entries(
      (attachments ?? {}) as Record<string, Record<string, string>>,
    )) {
      const [type = "image/png", data = ""] = Object.entries(bundle)[0] ?? []
      const file = `cell-${index + 1}-${name.replace(/\.\w+$/, "")}.${endings[type] ?? "png"}`
      this.files.set(file, { name: file, bytes: Buffer.from(data, "base64") })
      text = text.replaceAll(`attachment:${name}`, file)
    }
    return text
  }

  private addCode(cell: ICodeCell, source: string): void {
    const { options, code } = optionsOf(source)
    const tags = Array.isArray(cell.metadata.tags) ? cell.metadata.tags.map(String) : []
    const flags = new Set([...tags, ...options.flags])
    const has = (form: RegExp) => [...flags].some((flag) => form.test(flag))
    if (has(hidden) || options.values.get("include") === "false") return
    const language =
      /^%%(bash|sh|html|javascript|js|latex|ruby|perl|R)\b/.exec(code)?.[1] ?? this.language
    const isShown = options.values.get("echo") !== "false" && !has(withoutCode)
    if (isShown && code.trim() !== "") this.blocks.push(fenced(code.trim(), language))
    if (has(withoutOutput) || options.values.get("output") === "false") return
    const caption = options.values.get("fig-cap")
    const alt = options.values.get("fig-alt")
    for (const output of cell.outputs) this.addOutput(output, { caption, alt })
  }

  private addOutput(output: IOutput, words: { caption?: string; alt?: string }): void {
    if (output.output_type === "stream") {
      this.blocks.push(fenced(clean(joined(output["text"] as MultilineString)), "text"))
      return
    }
    if (output.output_type === "error") {
      this.blocks.push(fenced(clean((output["traceback"] as string[]).join("\n")), "text"))
      return
    }
    const data = (output["data"] ?? {}) as Record<string, MultilineString>
    const type = richest.find((one) => data[one] !== undefined)
    if (type === undefined) return
    const value = joined(data[type])
    const ending = endings[type]
    if (ending !== undefined) {
      const name = `output-${this.files.size + 1}.${ending}`
      const encoding = type === "image/svg+xml" ? "utf8" : "base64"
      this.files.set(name, { name, bytes: Buffer.from(value, encoding) })
      const { caption, alt = caption ?? "What the code above draws." } = words
      this.blocks.push(imageOf({ src: name, alt, title: caption }))
    } else if (type === "text/html") this.blocks.push(htmlOutput(value, joined(data["text/plain"])))
    else if (type === "text/latex")
      this.blocks.push(`$$\n${value.replaceAll(/^\s*\$+|\$+\s*$/g, "").trim()}\n$$`)
    else if (type === "text/markdown") this.blocks.push(value)
    else this.blocks.push(fenced(clean(value), "text"))
  }
}

/** What an output is shown as, the best form first. */
const richest = [
  "image/svg+xml",
  "image/png",
  "image/jpeg",
  "image/gif",
  "image/webp",
  "text/markdown",
  "text/latex",
  "text/html",
  "text/plain",
]

const endings: Readonly<Record<string, string>> = {
  "image/svg+xml": "svg",
  "image/png": "png",
  "image/jpeg": "jpg",
  "image/gif": "gif",
  "image/webp": "webp",
}

/** A table is one here too; what draws itself by script stays as the text beside it. */
function htmlOutput(html: string, plain: string): string {
  const isInteractive = /<script\b/i.test(html) || !/<(?:table|p|pre|ul|ol|h\d)\b/i.test(html)
  if (isInteractive && plain !== "") return fenced(clean(plain), "text")
  return markdownOf(html.replaceAll(/<style\b[^]*?<\/style>/gi, ""))
}

/** Without colours of a terminal. */
const clean = (text: string) => stripVTControlCharacters(text).replace(/\s+$/, "")

const fenced = (code: string, language: string) => {
  const longest = Math.max(2, ...[...code.matchAll(/`+/g)].map(([ticks]) => ticks.length))
  const fence = "`".repeat(longest + 1)
  return `${fence}${language}\n${code}\n${fence}`
}

/** `#| echo: false` of Quarto, `#hide` of fastpages, at the head of a cell. */
function optionsOf(source: string) {
  const values = new Map<string, string>()
  const flags: string[] = []
  const lines = source.split("\n")
  for (;;) {
    const [, name, value = ""] = /^#\|\s*([\w-]+):\s*(.*)$/.exec(lines[0] ?? "") ?? []
    const flag = /^#\s*(hide(?:[-_]\w+)?|collapse(?:[-_]\w+)?)\s*$/.exec(lines[0] ?? "")?.[1]
    if (name === undefined && flag === undefined) break
    if (name !== undefined) values.set(name, value.trim().replaceAll(/^["']|["']$/g, ""))
    if (flag !== undefined) flags.push(flag)
    lines.shift()
  }
  return { options: { values, flags }, code: lines.join("\n") }
}
