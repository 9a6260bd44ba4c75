import type { Nodes, Root } from "mdast"
import type { MdxJsxFlowElement } from "mdast-util-mdx-jsx"
import { visit } from "unist-util-visit"
import type { ReportAt, Tag, TagAttribute } from "../../mdx/tag-check"

/** What is wrong with how tabs are put together: `<Tabs>` around two or more of `<Tab title="…">`. */
export function holdTabs(tree: Root, report: ReportAt): void {
  visit(tree, (node: Nodes, _index, parent?: Nodes) => {
    if (isTag(node, "Tab") && !(parent && isTag(parent, "Tabs"))) {
      report(node, "Unexpected <Tab> by itself, expected it right inside <Tabs>", "tabs")
    }
    if (!isTag(node, "Tabs")) return
    visit(node, (inner: Nodes) => {
      if (inner === node || !isTag(inner, "Tabs")) return
      report(inner, "Unexpected <Tabs> inside <Tabs>, expected tabs without tabs in them", "tabs")
    })
    contentProblems(node, report)
  })
}

function contentProblems(tabs: Tag, report: ReportAt): void {
  const titles = new Set<string>()
  let count = 0
  for (const child of tabs.children) {
    if (isBlank(child)) continue
    if (!isTag(child, "Tab")) {
      report(child, `Unexpected ${wordFor(child)} in <Tabs>, expected <Tab title="…">`, "tabs")
      continue
    }
    count++
    const attribute = child.attributes.find(isTitle)
    if (!attribute || typeof attribute.value !== "string") continue // tag.ts says so
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

const isTag = (node: Nodes, name: string): node is MdxJsxFlowElement =>
  (node.type === "mdxJsxFlowElement" || node.type === "mdxJsxTextElement") && node.name === name

const isTitle = (attribute: TagAttribute) =>
  attribute.type === "mdxJsxAttribute" && attribute.name === "title"

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
