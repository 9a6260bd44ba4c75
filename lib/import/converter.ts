import { fromHtml } from "hast-util-from-html"
import { toHtml } from "hast-util-to-html"
import type {
  Code,
  Definition,
  Html,
  Image,
  Link,
  RootContent,
  Nodes,
  Parents,
  Root,
  Text,
} from "mdast"
import type { InlineMath } from "mdast-util-math"
import { toHast } from "mdast-util-to-hast"
import { parseMdx } from "../source/parse"
import { infoOf } from "./code-info"
import { Edits, rangeOf } from "./edits"
import { markdownOf } from "./html"
import { isBalanced, joinBlocks, nameOf, piecesOf } from "./pieces"
import { escaped, destination, endsOf, voidTag, type Ends } from "./tags"

/** What the posts of a site say to each other, and what lies beside them. */
export type Surroundings = {
  title: string
  /** Where a link leads here. */
  linkOf: (url: string) => string
  /** The name of an image or another file, once it is beside the post. */
  fileOf: (url: string) => string
  /** Whether a word behind an @ is a work that is cited. */
  isCited: (key: string) => boolean
  /** Says in a few words what was not carried. */
  lose: (what: string) => void
}

/** Changes a tree of Markdown or MDX where posts here are written otherwise. */
export class Converter {
  private definitions: Definition[] = []

  constructor(
    private readonly text: string,
    private readonly syntax: "markdown" | "mdx",
    private readonly around: Surroundings,
    private readonly edits: Edits,
  ) {}

  visit(node: Nodes, parents: readonly Parents[]): void {
    if (node.type === "root") {
      this.definitions = node.children.filter((child) => child.type === "definition")
    }
    if (node.type === "link") this.editLink(node)
    else if (node.type === "image") this.editImage(node)
    else if (node.type === "definition") this.editDefinition(node)
    else if (node.type === "code") this.editCode(node)
    else if (node.type === "citation") this.editCitation(node)
    else if (this.syntax === "markdown") {
      if (node.type === "text") this.editText(node, parents)
      else if (node.type === "inlineMath" && !isFormula(this.text, node))
        this.editText(node, parents)
      else if (node.type === "html" && parents.at(-1)?.type !== "paragraph") this.editHtml(node)
    }
    if (!("children" in node)) return
    if (this.syntax === "markdown") this.editTags(node)
    const merged = this.syntax === "markdown" ? this.mergeHtml(node) : new Set()
    for (const child of node.children) {
      if (!merged.has(child)) this.visit(child, [...parents, node])
    }
  }

  private source(node: Nodes): string {
    const { from, to } = rangeOf(node)
    return this.text.slice(from, to)
  }

  private editLink(node: Link): void {
    const url = this.around.linkOf(node.url)
    const source = this.source(node)
    if (!source.startsWith("[")) {
      if (url !== node.url)
        this.edits.replaceNode(node, `[${source.replaceAll(/[<>]/g, "")}](${destination(url)})`)
      return
    }
    if (url === node.url) return
    const last = node.children.at(-1)
    const from = last ? rangeOf(last).to : rangeOf(node).from + 1
    this.edits.replace(from, rangeOf(node).to, `](${destination(url)}${titleOf(node)})`)
  }

  private editImage(node: Image): void {
    const url = this.around.fileOf(node.url)
    const title = titleOf(node)
    if (url === node.url && title === "") return
    this.edits.replaceNode(node, `![${escaped(node.alt ?? "")}](${destination(url)}${title})`)
  }

  private editDefinition(node: Definition): void {
    const isImage = /\.(?:avif|gif|jpe?g|png|svg|webp)(?:[?#]|$)/i.test(node.url)
    const url = isImage ? this.around.fileOf(node.url) : this.around.linkOf(node.url)
    if (url === node.url) return
    this.edits.replaceNode(
      node,
      `[${node.label ?? node.identifier}]: ${destination(url)}${titleOf(node)}`,
    )
  }

  /** A handle, not a work: nothing else would be cited. */
  private editCitation(node: Nodes & { type: "citation" }): void {
    if (node.items.every(({ key }) => this.around.isCited(key))) return
    this.edits.replaceNode(node, this.source(node).replaceAll(/(?<!\\)@/g, String.raw`\@`))
  }

  private editCode(node: Code): void {
    const source = this.source(node)
    const { from, to } = rangeOf(node)
    const [opening, fence] = /^(`{3,}|~{3,})[^\n]*/.exec(source) ?? []
    if (opening === undefined || fence === undefined) {
      const prefix = containerOf(this.text, from)
      const lines = ["```text", ...node.value.split("\n"), "```"]
      const before = /\S/.test(this.text.slice(0, from).split("\n").at(-2) ?? "")
        ? `\n${prefix}`
        : ""
      const start = this.text.lastIndexOf("\n", from - 1) + 1 + prefix.length
      this.edits.replace(Math.min(start, from), to, before + lines.join(`\n${prefix}`))
      return
    }
    const info = infoOf(node, this.around.lose)
    if (info !== opening.slice(fence.length))
      this.edits.replace(from, from + opening.length, fence + info)
  }

  /** Signs that begin something in MDX, and attributes that other systems read. */
  private editText(node: Text | InlineMath, parents: readonly Parents[]): void {
    const { from } = rangeOf(node)
    const source = this.source(node)
    const isStart = parents.at(-1)?.type === "paragraph" && parents.at(-1)?.children[0] === node
    const esm = isStart && parents.length === 2 ? /^(?:im|ex)port\b/.exec(source) : null
    if (esm) this.edits.replace(from, from + 1, `&#${source.charCodeAt(0)};`)
    for (const { 0: found, index } of source.matchAll(special)) {
      const by = this.signsFor(found, source, index)
      if (by !== found) this.edits.replace(from + index, from + index + found.length, by)
    }
  }

  private signsFor(found: string, source: string, index: number): string {
    if (found.startsWith("\\")) return found
    if (found.startsWith("$")) return `\\${found}`
    if (found === "@") return String.raw`\@` // of a name with its host, which is a link
    if (found.startsWith("@")) {
      const isWork = this.around.isCited(found.slice(1).replace(/[.:]+$/, ""))
      return isWork || /[\w.+/-]$/.test(source.slice(0, index)) ? found : `\\${found}`
    }
    if (found === "<") return /^<[\s]/.test(source.slice(index)) ? found : String.raw`\<`
    const [, width] = /^\{[^}]*\bwidth=["']?(\d+(?:\.\d+)?(?:%|px)?)["']?[^}]*\}$/.exec(found) ?? []
    if (width !== undefined) return index === 0 ? `{width=${width}}` : ""
    if (found.startsWith("{:")) return ""
    const [, id] = /^\{#([\p{L}\p{N}_.:-]+)[^}]*\}$/u.exec(found) ?? []
    if (id !== undefined) return `{#${id.replaceAll(/[.:]/g, "-")}}`
    if (/(?:^|\n):{3,}[ \t]*$/.test(source.slice(0, index))) return found
    if (/^\{(?:\.[\w-]|[\w-]+=)[^}]*\}$/.test(found)) return ""
    return found.replaceAll(/[{@$]/g, String.raw`\$&`)
  }

  /** A block of HTML: all of it as Markdown, or, if it ends in another block, its tags. */
  private editHtml(node: Html): void {
    if (/^<!--[^]*-->\s*$/.test(node.value) || ownTag.test(node.value)) return
    const { from, to } = rangeOf(node)
    const blocks = piecesOf(node.value).map((piece) =>
      piece.isTag ? this.endOf(piece.text) : this.markdownOf(piece.text),
    )
    const source = joinBlocks(blocks)
    const isAbove = /^\n[^\n\S]*\S/.test(this.text.slice(to))
    const after = isAbove ? `\n${containerOf(this.text, from)}` : ""
    this.edits.replace(from, to, this.asBlock(source, from) + after)
  }

  /** A table or list of HTML with empty lines in it, which Markdown takes for several blocks. */
  private mergeHtml({ children }: Parents): ReadonlySet<Nodes> {
    const merged = new Set<Nodes>()
    for (const [index, first] of children.entries()) {
      if (merged.has(first) || first.type !== "html" || ownTag.test(first.value)) continue
      if (!mergedTag.test(first.value)) continue
      if (isBalanced(first.value)) continue
      let html = ""
      const end = children.findIndex((child, at) => {
        if (at < index) return false
        html += this.htmlOf(child)
        return child.type === "html" && at > index && isBalanced(html)
      })
      if (end < 0) continue
      for (const child of children.slice(index, end + 1)) merged.add(child)
      const { from } = rangeOf(first)
      const { to } = rangeOf(children[end] ?? first)
      this.edits.replace(from, to, this.asBlock(this.markdownOf(html), from))
    }
    return merged
  }

  /** What is set in within HTML is HTML too, not code. */
  private htmlOf(node: Nodes): string {
    if (node.type === "html" || (node.type === "code" && !/^[`~]/.test(this.source(node)))) {
      return node.value
    }
    const root: Root = { type: "root", children: [node as RootContent, ...this.definitions] }
    return toHtml(toHast(root))
  }

  /** Lines of Markdown that take the place of what begins at an offset. */
  private asBlock(markdown: string, from: number): string {
    const prefix = containerOf(this.text, from)
    const isBelow = /\S/.test(this.text.slice(0, from).split("\n").at(-2) ?? "")
    return (isBelow ? `\n${prefix}` : "") + markdown.split("\n").join(`\n${prefix}`)
  }

  /** Markdown of HTML, with its addresses those of here. */
  private markdownOf(html: string): string {
    const markdown = markdownOf(html)
    const inner = new Edits(markdown)
    new Converter(markdown, "mdx", this.around, inner).visit(parseMdx(markdown).tree, [])
    return inner.apply()
  }

  /** What is written for one end of a tag whose other end is in another block. */
  private endOf(written: string): string {
    const ends = this.endsOf(written, nameOf(written))
    if (!ends) return `\\${written}`
    return written.startsWith("</") ? ends.close : ends.open
  }

  private endsOf(written: string, name: string): Ends | undefined {
    const [element] = written.startsWith("</") ? [] : fromHtml(written, { fragment: true }).children
    const properties = element?.type === "element" ? element.properties : {}
    const attributes = Object.fromEntries(
      Object.entries(properties).map(([key, value]) => [key, String(value)]),
    )
    if (attributes["href"]) attributes["href"] = this.around.linkOf(attributes["href"])
    if (attributes["src"] && name !== "iframe")
      attributes["src"] = this.around.fileOf(attributes["src"])
    return endsOf(name, attributes)
  }

  /** Tags of HTML in a line of text: both ends of a pair, or none. */
  private editTags(parent: Parents): void {
    if (parent.type === "root" || parent.type === "blockquote" || parent.type === "listItem") return
    const open: { name: string; node: Html; ends: Ends | undefined }[] = []
    const unclosed = new Set<(typeof open)[number]>()
    for (const node of parent.children) {
      if (node.type !== "html" || node.value.startsWith("<!--") || ownTag.test(node.value)) continue
      const name = nameOf(node.value)
      if (node.value.startsWith("</")) {
        const at = open.findLastIndex((one) => one.name === name)
        const [found] = at < 0 ? [] : open.splice(at)
        if (found) unclosed.delete(found)
        if (found?.ends) this.edits.replaceNode(found.node, found.ends.open)
        this.edits.replaceNode(node, found ? (found.ends?.close ?? `\\${node.value}`) : "")
        continue
      }
      const ends = name === "" ? undefined : this.endsOf(node.value, name)
      if (voidTag.test(name) || node.value.endsWith("/>")) {
        this.edits.replaceNode(node, ends?.open ?? `\\${node.value}`)
      } else {
        const one = { name, node, ends }
        open.push(one)
        unclosed.add(one)
      }
    }
    // What is no tag of HTML was written as a sign: List<String>.
    for (const { node, ends } of unclosed)
      this.edits.replaceNode(node, ends ? "" : `\\${node.value}`)
  }
}

/** What is set as a formula here: dollars without blanks on the inner side, no digit behind. */
function isFormula(text: string, node: InlineMath): boolean {
  const { from, to } = rangeOf(node)
  const source = text.slice(from, to)
  return source.startsWith("$$") || (/^\$\S([^]*\S)?\$$/.test(source) && !/\d/.test(text[to] ?? ""))
}

/** Tags of posts here, in whose place something stood that was filled in. */
const ownTag = /^<\/?(?:Embed|Figure|Tabs|Tab|Table)\b/
const mergedTag = /^<(?:table|ul|ol|dl)\b/i
const special =
  /\\[^]|@$|\{[^{}\n]*\}|[{<]|\$(?=\p{L}|$)|@[\p{L}\p{N}_][\p{L}\p{N}_:.#$%&+?<>~/-]*/gu

/** What stands before a block in its line, in the lines below it: marks of quotes, blanks for those of lists. */
function containerOf(text: string, from: number): string {
  const line = text.slice(text.lastIndexOf("\n", from - 1) + 1, from)
  return line
    .replaceAll(/[^>\s]/g, " ")
    .replace(/ {4}$/, (blanks) => (/^ +$/.test(line) ? "" : blanks))
}

function titleOf({ title }: Link | Image | Definition): string {
  return title ? ` "${title.replaceAll('"', "”").replaceAll(/\s+/g, " ")}"` : ""
}
