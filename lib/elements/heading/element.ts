import GithubSlugger, { slug } from "github-slugger"
import { h } from "hastscript"
import type { Heading } from "mdast"
import type { State } from "mdast-util-to-hast"
import type { BodyContext, BodyElement } from "../../mdx/body-element"
import { textOf } from "../text/text-of"
import { typesetTextOf } from "../text/typeset"
import { createLevels, reservedIds } from "./levels"

declare module "mdast" {
  interface HeadingData {
    /** Its anchor on the page. */
    id?: string
    /** Whether its author has named it so. */
    hasOwnId?: boolean
  }
}

/** Headings, which have addresses. */
export const heading = {
  lostMarks: [
    {
      pattern: /^(?<before>[ \t>]*)(?<found>#{2,6})(?=[^\s#])/gm,
      rule: "heading",
      reasonOf: (marks) =>
        `${marks} without a space behind it, expected one, or \\${marks} for the signs themselves`,
    },
  ],
  read(body) {
    const slugger = new GithubSlugger()
    return {
      nodes: {
        heading(node, ancestors) {
          const own = takeId(node)
          const name = textOf(node)
          const id = own ?? slugger.slug(name)
          if (own !== undefined) slugger.occurrences[own] = 0
          node.data = { ...node.data, id, hasOwnId: own !== undefined }
          body.facts.ids.push(id)
          body.targets.push({ kind: "section", node, id, name })
          if (ancestors.some(({ type }) => type === "footnoteDefinition")) {
            const reason = "Unexpected heading in a note, expected it in the text, or bold words"
            body.report(node, reason, "heading")
          }
        },
      },
      finish: () => finishHeadings(body),
    }
  },
  handlers: {
    heading(state: State, node: Heading) {
      const { depth, data: { id = "" } = {} } = node
      const heading = h(`h${depth}`, { id }, state.all(node))
      // Reader views throw a <div> away in which there is no paragraph.
      return h("header", { className: ["heading"] }, heading, anchorOf(id))
    },
  },
} satisfies BodyElement

/** `{#id}` at the end of a heading, as Pandoc and others have it. */
function takeId({ children }: Heading): string | undefined {
  const last = children.at(-1)
  const [, id] =
    (last?.type === "foreignBraces" && /^\{#([\p{L}\p{N}_-]+)\}$/u.exec(last.value)) || []
  if (id === undefined) return undefined
  children.pop()
  const before = children.at(-1)
  if (before?.type === "text") before.value = before.value.trimEnd()
  return id
}

/**
 * The link of a heading to itself: beside it, so that it is no part of its name, and drawn by the style
 * sheet, so that it is no part of the text.
 */
const anchorOf = (id: string) =>
  h("a", { href: `#${id}`, className: ["anchor"], ariaLabelledBy: id })

/** Headings go down one level at a time, and no two have the same address. */
function finishHeadings({ targets, facts, language, report, placeOf }: BodyContext): void {
  const lines = new Map<string, number>()
  const levelOf = createLevels()

  for (const target of targets) {
    if (target.kind !== "section") continue
    const { node, id } = target
    const { depth } = node
    const title = typesetTextOf(node, language)
    if (depth === 2 || depth === 3) facts.headings.push({ depth, id, text: title })
    else if (depth > 3) target.label = { id, kind: "section", text: title }

    const problem = (reason: string) => report(node, `Unexpected ${reason}`, "heading")
    const marks = "#".repeat(depth)
    // The level that keeps what is below what, once all that are named are changed.
    const { above, right } = levelOf(depth)
    if (depth === 1) problem("# heading, expected ##: the title is the # heading")
    else if (depth !== right) {
      const parent = above === 1 ? "the title" : "#".repeat(above)
      problem(`${marks} heading below ${parent}, expected ${"#".repeat(right)}`)
    }

    const text = textOf(node).trim()
    const address = node.data?.hasOwnId ? id : slug(text)
    const line = lines.get(address)
    if (text === "") problem(`${marks} without a text, expected a heading`)
    else if (address === "") {
      problem(`heading of signs alone, expected a word: its address is made of its letters`)
    } else if (reservedIds.has(address)) {
      problem(
        `heading with the address #${address}, which the page itself has, expected other words`,
      )
    } else if (line === undefined) lines.set(address, placeOf(node).line)
    else
      problem(
        `heading with the address of the one in line ${line}, #${address}, expected other words`,
      )
  }
}
