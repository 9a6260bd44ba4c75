import type { Element, Nodes } from "hast"
import { fromHtml } from "hast-util-from-html"
import type { Run } from "../mdx/run"
import type { Section } from "../model/search"

type Page = { address: string; title: string; where: string; description?: string }

/** How much of a text is shown, in signs. */
const shown = 160

const excerptOf = (text: string): string =>
  text.length <= shown ? text : `${text.slice(0, text.lastIndexOf(" ", shown))} …`

/**
 * The sections of a page, each with the text under its heading: what is above the first one, first.
 *
 * @param runs of the body, as a page is made from
 */
export function sectionsOf(page: Page, runs: readonly Run[]): readonly Section[] {
  const { address, title, where, description = "" } = page
  const sections: Section[] = [
    { id: address, title, heading: "", text: description, excerpt: "", where },
  ]
  const html = runs.filter((run) => typeof run === "string").join("\n")
  const walk = (node: Nodes) => {
    if (node.type === "text") {
      const last = sections.at(-1)
      if (last) last.text += node.value
      return
    }
    if (node.type === "element") {
      if (isLeftOut(node)) return
      const heading = headingOf(node)
      if (heading) {
        sections.push({
          id: `${address}#${heading.id}`,
          title,
          heading: heading.text,
          text: "",
          excerpt: "",
          where,
        })
        return
      }
      if (blocks.test(node.tagName)) {
        const last = sections.at(-1)
        if (last) last.text += " "
      }
    }
    if ("children" in node) node.children.forEach(walk)
  }
  walk(fromHtml(html, { fragment: true }))
  return sections.map((section) => {
    const text = section.text.replaceAll(/\s+/g, " ").trim()
    return { ...section, text, excerpt: excerptOf(text) }
  })
}

const blocks = /^(?:p|li|td|th|dt|dd|pre|div|figcaption|blockquote|br|option|h[1-6])$/

/** What is no text of the author's: pictures, controls, and what a formula says beside its TeX. */
function isLeftOut({ tagName, properties }: Element): boolean {
  if (/^(?:svg|select|button|input|script|style|template)$/.test(tagName)) return true
  if (/^m(?!ath$|ark$|eter$|ain$)/.test(tagName)) return true // of a formula its annotation is left
  return [properties["className"]]
    .flat()
    .some((name) => name === "sr-only" || name === "note-ref" || name === "figure-rows")
}

function headingOf(node: Element): { id: string; text: string } | undefined {
  const { id } = node.properties
  if (!/^h[2-6]$/.test(node.tagName) || typeof id !== "string") return undefined
  return { id, text: textOf(node).trim() }
}

const textOf = (node: Nodes): string =>
  node.type === "text" ? node.value : "children" in node ? node.children.map(textOf).join("") : ""
