import type { Nodes } from "mdast"
import type { BodyContext, ReportAt } from "../../mdx/body-element"
import { attributeOf, type Tag } from "../../mdx/tag"
import { captionsOf, isPictures } from "./caption"

/** Every id of a figure, a table or an equation is one of its kind. */
export function checkIds({ targets, facts, report }: BodyContext): void {
  for (const target of targets) {
    if (target.kind === "section" || target.id === undefined || !target.at) continue
    const { id, at } = target
    const problem = (reason: string) => report(at, `Unexpected ${reason}`, "label")
    if (!idPattern.test(id)) {
      problem(`id ${JSON.stringify(id)}, expected letters and digits, with - _ . or : between them`)
    } else if (facts.ids.includes(id)) problem(`id ${id}, expected one that no heading has`)
    else if (facts.anchors.includes(id)) {
      problem(`id ${id} for a second time, expected one of its own`)
    } else facts.anchors.push(id)
  }
}

const idPattern = /^[\p{L}\p{M}\p{N}]+(?:[-_.:][\p{L}\p{M}\p{N}]+)*$/u

/** What a figure or a table shows has an empty line between it and its caption; what has an id has one. */
export function checkFigure(figure: Tag, report: ReportAt): void {
  const { name } = figure
  const problem = (reason: string, at: Nodes = figure) =>
    report(at, `Unexpected ${reason}`, "figure")
  const captions = captionsOf(figure)
  const children = figure.children as readonly Nodes[]
  const content = children.filter(
    (child) => !isBlank(child) && !captions.some((one) => one === child),
  )
  if (content.some((child) => isPhrase(child) && !isPictures(child))) {
    return problem(
      `text in <${name}> without an empty line above it, expected the caption in a paragraph of its own`,
    )
  }
  const shown = name === "Table" ? content.filter(({ type }) => type === "table") : content
  if (name === "Table" && (shown.length !== 1 || content.length > 1)) {
    const found =
      shown.length > 1
        ? "two tables in one"
        : shown.length < 1
          ? "no table in"
          : "more than a table in"
    return problem(`${found} <Table>, expected one, with empty lines around it, and its caption`)
  }
  if (shown.length === 0) {
    const torn = captions.find(({ children }) => children.some(({ type }) => type === "image"))
    const reason = torn
      ? "text right beside an image, expected an empty line between the image and its caption"
      : `<${name}> with nothing to show, expected an image or the like, and an empty line above the caption`
    return problem(reason, torn)
  }
  if (captions.length === 0 && attributeOf(figure, "id") !== undefined) {
    problem(
      `<${name}> with an id and without a caption, expected a paragraph that says what it shows`,
    )
  }
}

const isBlank = (node: Nodes) => node.type === "text" && node.value.trim() === ""

/** Whether it is a part of a line, as what stands beside a tag in one is. */
const isPhrase = ({ type }: Nodes) =>
  ["text", "emphasis", "strong", "link", "inlineCode", "inlineMath", "delete"].includes(type)
