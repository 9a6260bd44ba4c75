import type { Nodes } from "mdast"
import type { ReportAt } from "../../mdx/body-element"
import { findAttribute, isTag, type Tag } from "../../mdx/tag"

/** What is wrong with what stands in `<Tabs>`. */
export function checkTabs(tabs: Tag, report: ReportAt): void {
  const titles = new Set<string>()
  let count = 0
  for (const child of tabs.children) {
    if (isBlank(child)) continue
    if (!isTag(child, "Tab")) {
      report(child, `Unexpected ${wordFor(child)} in <Tabs>, expected <Tab title="…">`, "tabs")
      continue
    }
    count++
    const attribute = findAttribute(child, "title")
    if (!attribute || typeof attribute.value !== "string") continue // the rule of attributes says so
    const title = attribute.value.trim()
    if (title === "") {
      report(attribute, "Unexpected empty title of <Tab>, expected a word or two", "tabs")
    } else if (titles.has(title)) {
      const reason = `Unexpected second <Tab> with the title ${title}, expected titles that differ`
      report(attribute, reason, "tabs")
    }
    titles.add(title)
  }
  if (count >= 2) return
  const found = count === 1 ? "one <Tab>" : "no <Tab>"
  report(tabs, `Unexpected <Tabs> with ${found}, expected two or more`, "tabs")
}

/** Comments and the space between tabs. */
const isBlank = (node: Nodes): boolean =>
  node.type === "mdxFlowExpression" ||
  node.type === "mdxTextExpression" ||
  (node.type === "text" && node.value.trim() === "") ||
  (node.type === "paragraph" && node.children.every(isBlank))

const words: Partial<Record<Nodes["type"], string>> = {
  code: "code block",
  listItem: "list item",
  blockquote: "quotation",
  thematicBreak: "line",
}

const wordFor = (node: Nodes) =>
  "name" in node && node.name !== null ? `<${node.name}>` : (words[node.type] ?? node.type)
