import type { Element, ElementContent, ElementData, Nodes, Parents, Root } from "hast"
import { h } from "hastscript"
import type { PageVisitors } from "../../mdx/walk"
import type { Words } from "../../model/words/words"

declare module "hast" {
  interface ElementData {
    /** Of what holds a note's text: the id of its number in the text. */
    noteId?: string
  }
}

/** The id of the number that leads to the note in which something stands. */
export const findNoteId = (ancestors: readonly Parents[]): string | undefined =>
  ancestors.find((node): node is Element => node.data !== undefined && "noteId" in node.data)?.data
    ?.noteId

type Note = {
  item: Element
  number: number
  /** The only line of it, if it has but one. */
  line?: readonly ElementContent[]
  /** Whether each of its numbers has a copy behind it. */
  beside: boolean
}

/**
 * Puts a copy of each note of one paragraph right behind its number, where the style sheet shows it in
 * the margin or below the line. The list of notes at the end stays, for print and where there is no
 * style sheet, as in a browser's reader view, for which the copies are hidden; on a screen it shows
 * those notes only that have no copy.
 */
export function placeNotes(root: Root, words: Words): PageVisitors {
  const section = root.children.findLast(isSection)
  if (!section) return {}
  const notes = new Map<string, Note>()
  for (const [index, item] of listItemsOf(section).entries()) {
    const id = String(item.properties["id"])
    item.data = { noteId: id.replace("fn-", "fnref-") } as ElementData
    notes.set(`#${id}`, { item, number: index + 1, line: findLine(item), beside: true })
  }
  return {
    tags: {
      sup(node, ancestors, index) {
        const link = findLink(node)
        const note = notes.get(String(link?.properties["href"]))
        if (!link || !note || findNoteId(ancestors) !== undefined) return
        markLink(link, words.note(note.number))
        if (!note.line || ancestors.some(isCramped)) {
          note.beside = false
          return
        }
        const id = String(link.properties["id"]).replace("fnref-", "note-")
        link.properties["href"] = `#${id}`
        ancestors.at(-1)?.children.splice(index + 1, 0, copyOf(note, note.line, id))
      },
      section(node) {
        if (node !== section) return
        const all = [...notes.values()] // all numbers have been passed by
        for (const { item, number, beside } of all) {
          item.properties["value"] = String(number)
          if (beside) item.properties["className"] = ["note-beside"]
        }
        if (all.every(({ beside }) => beside)) {
          section.properties["className"] = ["footnotes", "notes-beside"]
        }
      },
    },
  }
}

const isSection = (node: Nodes): node is Element =>
  node.type === "element" && "dataFootnotes" in node.properties

const listItemsOf = (section: Element) =>
  section.children
    .flatMap((child) => (child.type === "element" ? child.children : []))
    .filter((child) => child.type === "element" && child.tagName === "li") as Element[]

/** Elements in whose lines no note has room beside them: it stands in the list of notes only. */
const cramped = new Set(["h2", "h3", "h4", "h5", "h6", "table", "summary", "dt"])

const isCramped = (node: Parents) => node.type === "element" && cramped.has(node.tagName)

/** The link in the number of a note. */
function findLink({ children: [link] }: Element): Element | undefined {
  return link?.type === "element" && "dataFootnoteRef" in link.properties ? link : undefined
}

function markLink({ properties }: Element, ariaLabel: string): void {
  delete properties["ariaDescribedBy"]
  Object.assign(properties, { className: ["note-ref"], ariaLabel })
}

function copyOf({ item, number }: Note, line: readonly ElementContent[], id: string): Element {
  const hidden = { className: ["note-number"], ariaHidden: "true" }
  // Not plainly hidden, which the reset of the style sheet lets nothing undo.
  const copied = { className: ["note"], id, role: "note", hidden: "until-found" }
  const copy = h("span", copied, [h("span", hidden, String(number)), " ", ...line.map(withoutIds)])
  return { ...copy, data: item.data }
}

/** What a note beside the text may hold: no blocks, and nothing that is shown but once. */
const phrasing = new Set(
  `a abbr b br cite code del dfn em fill-slot i ins kbd mark math q small span strong sub sup
   wbr`.split(/\s+/),
)

/** What is in the only paragraph of a note, if it is a line of text, without the links back. */
function findLine({ children }: Element): readonly ElementContent[] | undefined {
  const [paragraph, ...others] = children.filter((child) => child.type === "element")
  if (paragraph?.tagName !== "p" || others.length > 0) return undefined
  const line = paragraph.children.filter((child) => !isBackLink(child))
  return line.every(isPhrasing) ? line : undefined
}

const isBackLink = (node: Nodes) =>
  node.type === "element" && "dataFootnoteBackref" in node.properties

function isPhrasing(node: Nodes): boolean {
  if (node.type !== "element") return true
  if (node.tagName === "math") return node.properties["display"] !== "block"
  return phrasing.has(node.tagName) && node.children.every(isPhrasing)
}

/** A copy of a node; an id is the original's. */
function withoutIds<Node extends ElementContent>(node: Node): Node {
  if (node.type !== "element") return { ...node }
  const { id: _id, ...properties } = node.properties
  return { ...node, properties, children: node.children.map(withoutIds) }
}
