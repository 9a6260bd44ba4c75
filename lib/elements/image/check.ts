import type { Nodes, Root } from "mdast"
import { visit } from "unist-util-visit"
import { nameOf } from "./html"
import type { ReportAt } from "../../mdx/tag-check"

/** An image says in words what it shows, unless it is marked as a decoration. */
export function holdImages(tree: Root, report: ReportAt): void {
  const decorative = new Set<Nodes>()
  visit(tree, (node: Nodes) => {
    if ("name" in node && node.name === "Decorative") {
      visit(node, (inner: Nodes) => void decorative.add(inner))
    }
    if (node.type !== "image" && node.type !== "imageReference") return
    const alt = (node.alt ?? "").trim()
    if (decorative.has(node)) {
      if (alt === "") return
      const reason = `Unexpected alternative text in <Decorative>, expected none, or no <Decorative>`
      report(node, reason, "image-alt")
    } else if (alt === "") {
      const reason =
        "Unexpected image without alternative text, expected ![what it shows](…), or <Decorative> around it"
      report(node, reason, "image-alt")
    } else if (node.type === "image" && alt === nameOf(node.url)) {
      const reason = `Unexpected name of the file as alternative text, expected what the image shows`
      report(node, reason, "image-alt")
    }
  })
}
