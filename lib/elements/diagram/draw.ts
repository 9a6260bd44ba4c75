import { createRequire } from "node:module"
import type { Element, ElementContent, Properties } from "hast"
import { fromHtml } from "hast-util-from-html"
import { toString as textIn } from "hast-util-to-string"
import { remember } from "../../mdx/remember"

/** What is wrong with a diagram: the line of its source, from 0, and what was expected of it. */
export type DiagramFault = { line: number; reason: string }

/** A diagram as SVG, and what it shows in words. */
export type Drawing = { svg: Element; words: string }

type Edge = { source: string; target: string; label?: string }
type Graph = { nodes: ReadonlyMap<string, { label: string }>; edges: readonly Edge[] }
type Library = {
  renderMermaidSVG: (source: string, options: { padding: number }) => string
  parseMermaid: (source: string) => Graph
}

/**
 * beautiful-mermaid, which draws without a browser. Its engine of layouts is large, and only a page with a
 * diagram has the use of it, so it is loaded then. It is a module without an entry for `require`.
 */
const library = (() => {
  let loaded: Library | undefined
  return (): Library => {
    const file = import.meta.resolve("beautiful-mermaid").replace(/^file:\/\//, "")
    return (loaded ??= createRequire(import.meta.url)(decodeURIComponent(file)) as Library)
  }
})()

const flow = /^(?:graph|flowchart|stateDiagram(?:-v2)?)\b/
const kinds =
  /^(?:graph|flowchart|stateDiagram(?:-v2)?|sequenceDiagram|classDiagram|erDiagram|xychart-beta)\b/
const expectedKinds =
  "flowchart, sequenceDiagram, stateDiagram-v2, classDiagram, erDiagram or xychart-beta"

/** What closes a group of lines, or says nothing by itself: without it the drawing may be the same. */
const silent =
  /^(?:end|[{}]|direction\b.*|participant\b.*|actor\b.*|%%.*|accTitle\b.*|accDescr\b.*)$/

/**
 * A diagram in Mermaid's language as SVG without styles, scripts and anything from elsewhere, its colours by
 * the names of variables.
 *
 * @returns what is wrong with it, if it cannot be drawn as it is written
 */
export const drawDiagram = (source: string): Drawing | DiagramFault =>
  drawn(source, () => draw(source))

/** Those of one long post: the check and the page draw the same. */
const drawn = remember<Drawing | DiagramFault>(50)

/** Each line is drawn without, to see what it does: more would take a build minutes. */
const mostLines = 150

function draw(source: string): Drawing | DiagramFault {
  const lines = source.split("\n")
  if (lines.length > mostLines) {
    const reason = `Unexpected diagram of ${lines.length} lines, expected at most ${mostLines}`
    return { line: mostLines, reason }
  }
  const first = lines.findIndex((line) => line.trim() !== "" && !line.trim().startsWith("%%"))
  const head = lines[first]?.trim() ?? ""
  if (!kinds.test(head)) {
    const found = head === "" ? "diagram without a line" : (head.split(/\s/)[0] ?? head)
    return { line: Math.max(first, 0), reason: `Unexpected ${found}, expected ${expectedKinds}` }
  }
  const svg = render(source)
  if (svg === undefined) return faultOf(lines, first)
  const lost =
    findLostLine(lines, first, svg) ?? (flow.test(head) ? findLostArrow(lines, head) : undefined)
  if (lost !== undefined) {
    const reason = `Unexpected ${lines[lost]?.trim()}, expected a line that draws something, as ${head.split(/\s/)[0]} has them`
    return { line: lost, reason }
  }
  const root = fromHtml(svg, { fragment: true, space: "svg" }).children[0]
  if (root?.type !== "element")
    return { line: first, reason: "Unexpected diagram without a drawing" }
  const cut = findCutLabel(root)
  if (cut !== undefined) {
    const line = lines.findIndex((text) => text.includes(cut))
    return {
      line: Math.max(line, first),
      reason: `Unexpected label ${cut}, expected one without < and >`,
    }
  }
  return { svg: root, words: wordsOf(source, head, root) }
}

function render(source: string): string | undefined {
  try {
    return library().renderMermaidSVG(source, { padding: 8 })
  } catch {
    return undefined
  }
}

/** The first line that what stands above can be drawn without, and not with. */
function faultOf(lines: readonly string[], first: number): DiagramFault {
  for (let line = first + 1; line <= lines.length; line++) {
    if (render(lines.slice(0, line).join("\n")) !== undefined) continue
    const reason = `Unexpected ${lines[line - 1]?.trim() || "end"}, expected a line that can be drawn`
    return { line: line - 1, reason }
  }
  return {
    line: first,
    reason: "Unexpected diagram that cannot be drawn, expected another form of it",
  }
}

/** A line without which the drawing is the same: it was passed over. */
function findLostLine(lines: readonly string[], first: number, svg: string): number | undefined {
  const lost = lines.findIndex((line, index) => {
    if (index <= first || line.trim() === "" || silent.test(line.trim())) return false
    return render(lines.toSpliced(index, 1).join("\n")) === svg
  })
  return lost < 0 ? undefined : lost
}

const arrow = /<?(?:--+|==+|-\.+-?)(?:>|[xo](?=\s|$))?/g

/** A line with more arrows than were drawn of it. */
function findLostArrow(lines: readonly string[], head: string): number | undefined {
  const lost = lines.findIndex((line) => {
    const bare = line.replaceAll(/"[^"]*"|\[[^\]]*\]|\([^)]*\)|\{[^}]*\}|\|[^|]*\|/g, " ")
    // `-- words -->` is one arrow.
    const arrows = bare.replaceAll(/--\s+[^->|]+?\s+--/g, "--").match(arrow)?.length ?? 0
    const rest = bare.replaceAll(arrow, " ").replace(/:.*$/, "")
    const odd = rest.replaceAll(/[\p{L}\p{N}_.&;\s()[\]{}|/\\"-]+/gu, "")
    if (arrows < 1 || /^\s*(?:%%|subgraph|state\b)/.test(line)) return false
    if (odd !== "") return true
    try {
      return library().parseMermaid(`${head}\n${line}`).edges.length < arrows
    } catch {
      return true
    }
  })
  return lost < 0 ? undefined : lost
}

/** A label of which not all is in the drawing. */
function findCutLabel(node: Element): string | undefined {
  const label = node.properties["dataLabel"]
  const bare = (text: string) => text.replaceAll(/<br\s*\/?>|\\n|\s+/gi, "")
  if (
    typeof label === "string" &&
    node.tagName === "g" &&
    !bare(textIn(node)).includes(bare(label))
  ) {
    return label
  }
  for (const child of node.children) {
    const found = child.type === "element" ? findCutLabel(child) : undefined
    if (found !== undefined) return found
  }
  return undefined
}

/** What leads to what; of other kinds, what stands in the drawing. */
function wordsOf(source: string, head: string, svg: Element): string {
  if (!flow.test(head)) {
    return textsIn(svg)
      .filter((text) => text !== "(no attributes)")
      .join(", ")
  }
  const { nodes, edges } = library().parseMermaid(source)
  const nameOf = (id: string) => {
    const label = nodes
      .get(id)
      ?.label.replaceAll(/<br\s*\/?>|\\n/gi, " ")
      .trim()
    return label || (id.includes("start") ? "start" : "end")
  }
  const steps = edges.map(
    ({ source, target, label }) =>
      `${nameOf(source)} → ${nameOf(target)}${label ? ` (${label})` : ""}`,
  )
  return (steps.length > 0 ? steps : [...nodes.keys()].map(nameOf)).join("; ")
}

const textsIn = (node: Element): readonly string[] =>
  node.tagName === "text"
    ? [textIn(node).replaceAll(/\s+/g, " ").trim()]
    : node.children.flatMap((child) => (child.type === "element" ? textsIn(child) : []))

const drawing = /^(?:svg|g|defs|marker|polygon|polyline|path|rect|circle|ellipse|line|text|tspan)$/

/** Attributes of a drawing: where, how large, which colour; never what runs, loads or styles. */
const kept =
  /^(?:viewBox|width|height|[xyr]|[rc][xy]|[xy][12]|d[xy]?|points|transform|fill|fillOpacity|stroke\w*|opacity|textAnchor|dominantBaseline|fontSize|fontWeight|fontStyle|marker(?:Width|Height|End|Start|Mid)|ref[XY]|orient|id)$/

/** An SVG of the library as it can stand in a page: only what draws, with ids of its own. */
export function cleanSvg(node: Element, prefix: string): Element {
  const properties: Properties = {}
  for (const [name, value] of Object.entries(node.properties)) {
    if (!kept.test(name) || value === null || value === undefined) continue
    properties[name] = name === "id" ? `${prefix}${String(value)}` : rounded(value, prefix)
  }
  const children = node.children.flatMap((child): ElementContent[] => {
    if (child.type === "text") return child.value.trim() === "" ? [] : [child]
    return child.type === "element" && drawing.test(child.tagName) ? [cleanSvg(child, prefix)] : []
  })
  return { type: "element", tagName: node.tagName, properties, children }
}

/** Tenths of a pixel are enough, and references lead to ids of this drawing. */
const rounded = (value: Properties[string], prefix: string) =>
  typeof value === "boolean" || value === null || value === undefined
    ? value
    : String(value)
        .replaceAll(/\d+\.\d{2,}/g, (number) => String(Math.round(Number(number) * 10) / 10))
        .replaceAll("url(#", `url(#${prefix}`)
