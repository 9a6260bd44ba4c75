import type { Heading, Nodes, Root } from "mdast"
import type {} from "../elements/foreign/syntax"
import GithubSlugger, { slug } from "github-slugger"
import { createLevels, reservedIds } from "../elements/heading/levels"
import { textOf } from "../elements/text/text-of"
import { rangeOf, type Edits } from "./edits"

/**
 * Headings as they are here: the title is the first, sections go down a level at a time, and each has an
 * address of its own.
 *
 * @param title which a first heading that says the same repeats
 */
export function editHeadings(tree: Root, text: string, title: string, edits: Edits): void {
  const all = headingsIn(tree)
  const [first] = all
  const repeats =
    first?.depth === 1 && tree.children.indexOf(first) < 3 && isSame(textOf(first), title)
  if (repeats) edits.replaceNode(first, "")
  const headings = all.filter(
    (one) => !(repeats && one === first) && !dropContents(tree, one, edits),
  )

  const slugger = new GithubSlugger()
  const levelOf = createLevels()
  for (const heading of headings) {
    const { depth } = heading
    const name = textOf(heading).trim()
    if (name === "") {
      // A picture, perhaps, but nothing that could be listed.
      const { from, to } = rangeOf(heading)
      edits.replaceNode(
        heading,
        text.slice(from, to).replaceAll(/^#+\s*|\s*#*$|\n[ \t]*(?:=+|-+)[ \t]*$/g, ""),
      )
      continue
    }
    writeMarks(heading, text, Math.min(levelOf(depth).right, 6), edits)
    if (idOf(heading, name) !== undefined) continue
    // Signs alone make no address, and some addresses the page has for itself.
    let id = slugger.slug(slug(name) === "" ? "section" : name)
    if (reservedIds.has(id)) id = slugger.slug(name)
    if (id !== slug(name)) edits.insert(endOf(heading), ` {#${id}}`)
  }
}

function headingsIn(node: Nodes): Heading[] {
  if (node.type === "heading") return [node]
  return "children" in node ? node.children.flatMap((child) => headingsIn(child as Nodes)) : []
}

const isSame = (one: string, other: string) =>
  slug(one.trim()) === slug(other.trim()) && other !== ""

/** A heading under which other systems put a table of contents, with the mark for it. */
function dropContents(tree: Root, heading: Heading, edits: Edits): boolean {
  if (!/^(?:table of )?contents$/i.test(textOf(heading).trim())) return false
  const next = tree.children[tree.children.indexOf(heading) + 1]
  if (!next || next.type !== "heading" || next.depth > heading.depth) return false
  edits.replaceNode(heading, "")
  return true
}

/** `{#id}` at its end: in a tree of Markdown it is text, in one of MDX a node. */
function idOf({ children }: Heading, name: string): string | undefined {
  const last = children.at(-1)
  const written = last?.type === "foreignBraces" ? last.value : name
  return /\{#([^\s}]+)[^}]*\}\s*$/.exec(written)?.[1]
}

const endOf = (heading: Heading) => {
  const last = heading.children.at(-1)
  return last ? rangeOf(last).to : rangeOf(heading).to
}

/** `##` for the level, also in place of an underline. */
function writeMarks(heading: Heading, text: string, depth: number, edits: Edits): void {
  const { from, to } = rangeOf(heading)
  const [marks] = /^#{1,6}/.exec(text.slice(from, to)) ?? []
  if (marks !== undefined) {
    if (marks.length !== depth) edits.replace(from, from + marks.length, "#".repeat(depth))
    return
  }
  edits.insert(from, `${"#".repeat(depth)} `)
  edits.replace(endOf(heading), to, "\n")
}
