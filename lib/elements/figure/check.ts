import type { Nodes, Root } from "mdast"
import { visit } from "unist-util-visit"
import { attributeOf, captionsOf, isFigure, isPictures, labelPlaces } from "./numbers"
import { findMathFault, placeIn } from "../math/html"
import type { Place } from "../../model/problem"
import type { ReportAt, Tag, TagAttribute } from "../../mdx/tag-check"

/** Where links can lead to in a body, besides its headings. */
export type Anchors = {
  /** Figures, tables and equations. */
  labels: ReadonlySet<string>
  /** Footnotes, which have no name. */
  notes: ReadonlySet<string>
}

/**
 * Holds formulas, figures and tables against their rules: TeX can be typeset, every id is one of its
 * kind, what has a number has a caption too.
 *
 * @param headings ids of the headings
 */
export function holdLabels(tree: Root, headings: ReadonlySet<string>, report: ReportAt): Anchors {
  const labels = new Set<string>()
  const notes = new Set<string>()
  const holdId = (id: string, at: Nodes | TagAttribute) => {
    const reason =
      idFault(id) ?? (headings.has(id) ? `id ${id}, expected one that no heading has` : undefined)
    if (reason !== undefined) report(at, `Unexpected ${reason}`, "label")
    else if (labels.has(id)) {
      report(at, `Unexpected id ${id} for a second time, expected one of its own`, "label")
    } else labels.add(id)
  }

  visit(tree, (node: Nodes) => {
    if (node.type === "footnoteDefinition") notes.add(`fn-${node.identifier.toLowerCase()}`)
    if (node.type === "linkReference" && node.children.length === 0) {
      const reason = `Unexpected link without a text, expected one, or [](address) for the name of its target`
      report(node, reason, "link-empty")
    }
    if (node.type === "math" || node.type === "inlineMath") {
      const fault = findMathFault(node)
      if (fault) report(at(fault.place), `Unexpected ${fault.reason}`, "tex")
      for (const [index, { id, offset }] of labelPlaces(node.value).entries()) {
        const place = at(placeIn(node, offset) ?? node.position?.start)
        const reason =
          node.type === "inlineMath"
            ? "\\label in a line of text, expected it in a formula between $$"
            : "second \\label of one formula, expected one"
        if (node.type === "inlineMath" || index > 0) report(place, `Unexpected ${reason}`, "label")
        else holdId(id, place)
      }
    }
    if (isFigure(node)) {
      const attribute = node.attributes.find((one) => "name" in one && one.name === "id")
      const id = attributeOf(node, "id")
      if (attribute && id !== undefined) holdId(id, attribute)
      const fault = figureFault(node)
      if (fault) report(fault.at, `Unexpected ${fault.reason}`, "figure")
    }
  })
  return { labels, notes }
}

/** Something at a place, for problems that are in the middle of a node. */
const at = (place: Place = { line: 1, column: 1 }): Nodes => ({
  type: "text",
  value: "",
  position: { start: place, end: place },
})

const idFault = (id: string): string | undefined =>
  /^[\p{L}\p{M}\p{N}]+(?:[-_.:][\p{L}\p{M}\p{N}]+)*$/u.test(id)
    ? undefined
    : `id ${JSON.stringify(id)}, expected letters and digits, with - _ . or : between them`

function figureFault(figure: Tag): { reason: string; at: Nodes } | undefined {
  const { name } = figure
  const fault = (reason: string, at: Nodes = figure) => ({ reason, at })
  const captions = captionsOf(figure)
  const children = figure.children as readonly Nodes[]
  const content = children.filter(
    (child) => !isBlank(child) && !captions.some((one) => one === child),
  )
  const stray = content.find((child) => isPhrase(child) && !isPictures(child))
  if (stray) {
    const reason = `text in <${name}> without an empty line above it, expected the caption in a paragraph of its own`
    return fault(reason)
  }
  const shown = name === "Table" ? content.filter(({ type }) => type === "table") : content
  if (name === "Table" && (shown.length !== 1 || content.length > 1)) {
    const found =
      shown.length > 1
        ? "two tables in one"
        : shown.length < 1
          ? "no table in"
          : "more than a table in"
    return fault(`${found} <Table>, expected one, with empty lines around it, and its caption`)
  }
  if (shown.length === 0) {
    const torn = captions.find(({ children }) => children.some(({ type }) => type === "image"))
    const reason = torn
      ? "text right beside an image, expected an empty line between the image and its caption"
      : `<${name}> with nothing to show, expected an image or the like, and an empty line above the caption`
    return fault(reason, torn)
  }
  if (captions.length === 0 && attributeOf(figure, "id") !== undefined) {
    const reason = `<${name}> with an id and without a caption, expected a paragraph that says what it shows`
    return fault(reason)
  }
  return undefined
}

const isBlank = (node: Nodes) => node.type === "text" && node.value.trim() === ""

/** Whether it is a part of a line, as what stands beside a tag in one is. */
const isPhrase = ({ type }: Nodes) =>
  ["text", "emphasis", "strong", "link", "inlineCode", "inlineMath", "delete"].includes(type)
