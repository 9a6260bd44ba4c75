import { posix } from "node:path"
import { outsideCode } from "../../mdx/outside-code"
import type { Fields, Folder, FoundPost, System } from "../found"
import { argumentsOf, shortcodeOf } from "../templates"
import { quoted } from "../tags"
import { readNotebooks } from "./jupyter"
import { readMarkdownPosts, settingOf } from "./markdown"

const config = ["_quarto.yml", "_quarto.yaml"]

/** Quarto: `posts/pools/index.qmd`, with the outputs that `_freeze` keeps; notebooks; BibTeX. */
export const quarto: System = {
  name: "quarto",
  isOf: (folder) =>
    config.some((file) => folder.has(file)) || folder.files.some((file) => /\.qmd$/i.test(file)),
  read(folder) {
    const { posts, skipped } = readMarkdownPosts(folder, {
      isPost: (file) =>
        !/(?:^|\/)_/.test(file) && (file.includes("/") || !/^(?:index|about)\./.test(file)),
      addressesOf: (file) => addressesOf(file),
      prepare: (body, { file, fields, lose }) => prepare(body, file, fields, folder, lose),
    })
    const pages = posts.filter(({ fields }) => fields["listing"] === undefined)
    const notebooks = readNotebooks(folder)
    const all = [
      ...pages,
      ...notebooks.posts.map((post) => ({ ...post, addresses: addressesOf(post.file) })),
    ]
    return {
      posts: all,
      skipped: [...(skipped ?? []), ...notebooks.skipped],
      publicFolders: [""],
      url: settingOf(folder, config, "site-url"),
      bibliographies: bibliographiesOf(folder, all),
    }
  },
}

function addressesOf(file: string): readonly string[] {
  const path = file.replace(/\.\w+$/, "")
  return path.endsWith("/index") ? [`/${path.replace(/index$/, "")}`] : [`/${path}.html`]
}

function bibliographiesOf(folder: Folder, posts: readonly FoundPost[]): readonly string[] {
  const named = posts.flatMap(({ file, fields }) =>
    [fields["bibliography"]]
      .flat()
      .filter((one): one is string => typeof one === "string")
      .map((name) =>
        name.startsWith("/") ? name.slice(1) : posix.join(posix.dirname(file), name),
      ),
  )
  const common = settingOf(
    folder,
    [...config, "posts/_metadata.yml", "_metadata.yml"],
    "bibliography",
  )
  return [...new Set([...named, ...(common ? [common] : [])])].filter((file) => folder.has(file))
}

function prepare(
  body: string,
  file: string,
  fields: Fields,
  folder: Folder,
  lose: (what: string) => void,
): string {
  const frozen = frozenOf(file, folder)
  const source = frozen ?? body
  if (frozen === undefined && /^```\{(?:r|python|julia|ojs)\b/m.test(body)) {
    lose("what its cells put out: nothing of it is in _freeze")
  }
  return withCells(outsideCode(withDivs(source), withPandoc), fields)
}

/** What the cells of a post had put out when it was rendered last. */
function frozenOf(file: string, folder: Folder): string | undefined {
  const base = `_freeze/${file.replace(/\.\w+$/, "")}`
  const path = [`${base}/execute-results/html.json`, `${base}.json`].find(folder.has)
  if (path === undefined) return undefined
  const { result } = JSON.parse(folder.text(path)) as { result?: { markdown?: string } }
  const text = result?.markdown?.replace(/^---\n[^]*?\n---\n/, "")
  // Pictures lie beside the results, and are named from the post.
  return text?.replaceAll(
    /\]\(((?:index_files|[\w-]+_files)\/[^)\s]+)\)/g,
    (all, picture: string) => {
      const kept = `${base}/${picture.replace(/^[\w-]+_files\//, "")}`
      return folder.has(kept) ? `](/${kept})` : all
    },
  )
}

/** Cells: as code in their languages, without those that are not to be seen. */
function withCells(text: string, fields: Fields): string {
  const hidden = isHidden(fields)
  return text.replaceAll(
    /^(`{3,})\{(\w+)([^}\n]*)\}[^\n]*\n([^]*?)^\1[ \t]*$/gm,
    (_all, fence: string, language: string, options: string, code: string) => {
      const lines = code.split("\n")
      const said = lines.filter((line) => /^(?:#|\/\/|--|%%)\|/.test(line)).join("\n")
      const isOff = (name: string) =>
        new RegExp(`\\b${name}\\s*[:=]\\s*(?:false|F\\b|FALSE)`).test(`${options}\n${said}`)
      if (
        isOff("echo") ||
        isOff("include") ||
        (hidden && !/\becho\s*[:=]\s*(?:true|TRUE)/.test(said + options))
      )
        return ""
      const shown = lines
        .filter((line) => !/^(?:#|\/\/|--|%%)\|/.test(line))
        .join("\n")
        .trim()
      return shown === ""
        ? ""
        : `${fence}${language === "ojs" ? "js" : language}\n${shown}\n${fence}`
    },
  )
}

function isHidden(fields: Fields): boolean {
  const { execute } = fields
  return typeof execute === "object" && execute !== null && (execute as Fields)["echo"] === false
}

const crossReference = /(?<![\w\\[@])(?:\[-?)?@((?:fig|tbl|sec|eq|lst)-[\w-]+)\]?/g
const callouts = /^callout-(?:note|tip|warning|important|caution)$/

/** Pandoc's and Quarto's own marks, outside of code. */
function withPandoc(text: string): string {
  return text
    .replaceAll(
      /!\[([^\]]*)\]\(([^)\s]+)(?:\s+"[^"]*")?\)\{([^}]*#(fig-[\w-]+)[^}]*)\}/g,
      (_all, caption: string, src: string, attributes: string, id: string) => {
        const alt = /fig-alt="([^"]*)"/.exec(attributes)?.[1] ?? caption
        return `\n\n<Figure id="${quoted(id)}">\n\n![${alt}](${src})\n\n${caption}\n\n</Figure>\n\n`
      },
    )
    .replaceAll(
      /!\[([^\]]*)\]\(([^)\s]+)\)\{[^}]*fig-alt="([^"]*)"[^}]*\}/g,
      (_all, caption: string, src: string, alt: string) =>
        `![${alt}](${src}${caption === "" ? "" : ` "${caption.replaceAll('"', "”")}"`})`,
    )
    .replaceAll(
      /\$\$([^$]+)\$\$[ \t]*\{#(eq-[\w-]+)[^}]*\}/g,
      (_all, tex: string, id: string) => `\n$$\n${tex.trim()}\n\\label{${id}}\n$$\n`,
    )
    .replaceAll(
      /((?:^\|.*\n)+)\s*^:[ \t]+(.*?)[ \t]*\{#(tbl-[\w-]+)[^}]*\}[ \t]*$/gm,
      (_all, table: string, caption: string, id: string) =>
        `<Table id="${id}">\n\n${caption}\n\n${table}\n</Table>`,
    )
    .replaceAll(crossReference, (_all, id: string) => `[](#${id})`)
    .replaceAll(
      /\{\{<\s*(\w+)\s+([^>]*)>\}\}/g,
      (all, name: string, given: string) => shortcodeOf(name, argumentsOf(given)) ?? all,
    )
    .replaceAll(/(?<![\w[@\\;])(@[\w:.-]*\w) \[(?!-?@)([^\]]+)\](?![({[])/g, "$1 ($2)")
    .replaceAll(/\[([^\][]*)\]\{\.[\w.\s-]+\}/g, "$1")
    .replaceAll(/(?<=[\p{L}\p{N})])~([^\s~]{1,12})~/gu, "<sub>$1</sub>")
    .replaceAll(/(?<=[\p{L}\p{N})])\^([^\s^[\]]{1,12})\^/gu, "<sup>$1</sup>")
    .replaceAll(/^\\newpage[ \t]*$/gm, "")
}

/** Blocks between rows of colons: callouts stay, of others what is in them; tabs become tabs. */
function withDivs(text: string): string {
  const open: ("kept" | "dropped" | "tabs")[] = []
  let fence = ""
  const lines = text.split("\n").flatMap((line): string[] => {
    const [, ticks = ""] = /^[ \t]*(`{3,}|~{3,})/.exec(line) ?? []
    if (fence === "") fence = ticks
    else if (ticks.startsWith(fence)) fence = ""
    if (fence !== "" || ticks !== "") return [line]
    const [, info] = /^[ \t]*:{3,}[ \t]*(.*?)[ \t]*:*$/.exec(line) ?? []
    if (info === undefined) {
      const [, title] =
        (open.includes("tabs") && /^#{2,6}[ \t]+(.*?)[ \t]*(?:\{[^}]*\})?$/.exec(line)) || []
      if (title === undefined || open.at(-1) !== "tabs") return [line]
      return ["</Tab>", `<Tab title="${quoted(title)}">`, ""]
    }
    if (info === "") {
      const kind = open.pop() ?? "kept"
      return kind === "kept" ? [line] : kind === "tabs" ? ["", "</Tab>", "</Tabs>", ""] : [""]
    }
    const name = /^\{?\s*(?:#[\w-]+\s+)?\.?([\w-]+)/.exec(info)?.[1] ?? ""
    const kind = callouts.test(name) ? "kept" : name === "panel-tabset" ? "tabs" : "dropped"
    open.push(kind)
    return kind === "kept" ? [line] : kind === "tabs" ? ["", "<Tabs>"] : [""]
  })
  // The first tab has none before it.
  return lines.join("\n").replaceAll(/<Tabs>\s*<\/Tab>\n/g, "<Tabs>\n")
}
