import type { FootnoteDefinition, FootnoteReference, Root } from "mdast"
import { visit } from "unist-util-visit"
import { referenceId } from "../citation/format"
import { idOf } from "../../source/parse"
import { findNearest } from "../../model/nearest"
import type { ReportAt } from "../../mdx/tag-check"

/** Each note has one text, and each text a number that leads to it, outside of notes and links. */
export function noteProblems(tree: Root, report: ReportAt): void {
  const texts = new Map<string, FootnoteDefinition>()
  const calls: FootnoteReference[] = []
  visit(tree, "footnoteReference", (node) => void calls.push(node))
  visit(tree, "footnoteDefinition", (text) => {
    const name = nameOf(text)
    if (texts.has(text.identifier)) {
      const reason = `Unexpected note ${name} again, expected another name: a note above has it`
      report(text, reason, "note-twice")
    } else texts.set(text.identifier, text)
    visit(text, "footnoteReference", (node) => {
      const reason = `Unexpected ${nameOf(node)} in a note, expected it in the text: notes have no notes`
      report(node, reason, "note-place")
    })
  })
  visit(tree, ["link", "linkReference"], (link) => {
    visit(link, "footnoteReference", (node) => {
      report(node, `Unexpected ${nameOf(node)} in a link, expected it after the link`, "note-place")
    })
  })

  const names = [...texts.values()].map(({ label, identifier }) => label ?? identifier)
  const called = new Set(calls.map(({ identifier }) => identifier)) // or meant by others
  for (const call of calls) {
    if (texts.has(call.identifier)) continue
    const name = nameOf(call)
    const nearest = findNearest(call.label ?? call.identifier, names)
    if (nearest !== undefined) called.add(nearest.toLowerCase())
    const near = nearest === undefined ? "" : `; did you mean [^${nearest}]?`
    const reason = `Unexpected note ${name} without a text, expected a line ${name}: …, or \\[^ for the sign itself${near}`
    report(call, reason, "note-missing")
  }
  holdIds(tree, texts.values(), report)
  for (const text of texts.values()) {
    if (called.has(text.identifier)) continue
    const name = nameOf(text)
    report(
      text,
      `Unexpected note ${name} that nothing leads to, expected ${name} in the text`,
      "note-unused",
    )
  }
}

/** The ids of notes and references are no heading's. */
function holdIds(tree: Root, texts: Iterable<FootnoteDefinition>, report: ReportAt): void {
  const owners = new Map([["list-of-references", "the list of references"]])
  for (const text of texts) {
    for (const prefix of ["note", "fn", "fnref"]) {
      owners.set(`${prefix}-${text.identifier}`, `the note ${nameOf(text)}`)
    }
  }
  visit(tree, "citation", ({ items }) => {
    for (const { key } of items) owners.set(referenceId(key), `the reference ${key}`)
  })
  visit(tree, "heading", (heading) => {
    const owner = owners.get(idOf(heading))
    if (owner === undefined) return
    const reason = `Unexpected heading with the address #${idOf(heading)}, which ${owner} has, expected other words`
    report(heading, reason, "heading")
  })
}

const nameOf = ({ label, identifier }: FootnoteDefinition | FootnoteReference) =>
  `[^${label ?? identifier}]`
