import type { Element, ElementContent, Nodes, Root } from "hast"

/** Elements in whose lines no note has room beside them: it stands in the list of notes only. */
const cramped = new Set(["h2", "h3", "h4", "h5", "h6", "table", "summary", "dt"])

/** What a note beside the text may hold: no blocks, and nothing that is shown but once. */
const phrasing = new Set(
  `a abbr b br cite code del dfn em fill-slot i ins kbd mark math q small span strong sub sup
   wbr`.split(/\s+/),
)

/**
 * Puts a copy of each note of one paragraph right behind its number, where the style sheet shows it in
 * the margin or below the line. The list of notes at the end stays, for print and where there is no
 * style sheet; on a screen it shows those notes only that have no copy.
 */
export function arrangeNotes(tree: Root): void {
  const section = tree.children.find(isSection)
  if (!section) return
  const notes = new Map<string, Note>()
  for (const [index, item] of listItemsOf(section).entries()) {
    const id = String(item.properties["id"])
    item.properties["value"] = String(index + 1)
    notes.set(`#${id}`, { item, number: index + 1, copy: findLine(item), beside: true })
  }

  placeCopies(tree, false, notes)
  const all = [...notes.values()]
  for (const { item, beside } of all) if (beside) item.properties["className"] = ["note-beside"]
  if (all.every(({ beside }) => beside))
    section.properties["className"] = ["footnotes", "notes-beside"]
}

type Note = {
  item: Element
  number: number
  /** The only line of it, if it has but one. */
  copy?: readonly ElementContent[]
  /** Whether each of its numbers has a copy behind it. */
  beside: boolean
}

export const isSection = (node: Nodes): node is Element =>
  node.type === "element" && "dataFootnotes" in node.properties

/** The notes in the list of them. */
export const listItemsOf = (section: Element) =>
  section.children
    .flatMap((child) => (child.type === "element" ? child.children : []))
    .filter((child) => child.type === "element" && child.tagName === "li") as Element[]

function placeCopies(node: Root | Element, isCramped: boolean, notes: ReadonlyMap<string, Note>) {
  for (const [index, child] of [...node.children.entries()].toReversed()) {
    if (child.type !== "element" || "dataFootnotes" in child.properties) continue
    const link = findLink(child)
    if (!link) {
      placeCopies(child, isCramped || cramped.has(child.tagName), notes)
      continue
    }
    const note = notes.get(String(link.properties["href"]))
    if (!note) continue
    dressLink(link, note)
    if (!note.copy || isCramped) {
      note.beside = false
      continue
    }
    const id = String(link.properties["id"]).replace("fnref-", "note-")
    link.properties["href"] = `#${id}`
    const copy = structuredClone(note.copy).map(withoutIds)
    node.children.splice(index + 1, 0, noteOf(id, note.number, copy))
  }
}

/** The link in the number of a note. */
function findLink({ tagName, children: [link] }: Element): Element | undefined {
  const found =
    tagName === "sup" && link?.type === "element" && "dataFootnoteRef" in link.properties
  return found ? link : undefined
}

function dressLink({ properties }: Element, { number }: Note): void {
  delete properties["ariaDescribedBy"]
  Object.assign(properties, { className: ["note-ref"], ariaLabel: `Note ${number}` })
}

const noteOf = (id: string, number: number, children: ElementContent[]): Element => ({
  type: "element",
  tagName: "span",
  properties: { className: ["note"], id, role: "note" },
  children: [
    {
      type: "element",
      tagName: "span",
      properties: { className: ["note-number"], ariaHidden: "true" },
      children: [{ type: "text", value: String(number) }],
    },
    { type: "text", value: " " },
    ...children,
  ],
})

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

/** An id is the original's. */
function withoutIds<Node extends ElementContent>(node: Node): Node {
  if (node.type !== "element") return node
  delete node.properties["id"]
  node.children.forEach(withoutIds)
  return node
}
