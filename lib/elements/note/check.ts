import type { FootnoteDefinition, FootnoteReference } from "mdast"
import type { BodyContext, LostMark } from "../../mdx/body-element"
import type { BodyVisitors } from "../../mdx/walk"
import { findNearest } from "../../model/nearest"
import { referenceId } from "../citation/format"

/** Each note has one text, and each text a number that leads to it, outside of notes and links. */
export function readNotes(body: BodyContext): BodyVisitors {
  const { report, facts } = body
  const texts = new Map<string, FootnoteDefinition>()
  const calls: FootnoteReference[] = []
  return {
    nodes: {
      footnoteReference(node, ancestors) {
        calls.push(node)
        for (const { type } of ancestors) {
          const expected = places[type]
          if (expected === undefined) continue
          report(node, `Unexpected ${nameOf(node)} in a ${expected}`, "note-place")
        }
      },
      definition(node) {
        const name = (node.label ?? node.identifier).replace("^", "")
        if (`^${name}` !== (node.label ?? node.identifier)) return
        report(node, `Unexpected ${spaceIn(name)}`, "note-missing")
      },
      footnoteDefinition(text) {
        const id = `fn-${text.identifier.toLowerCase()}`
        if (!facts.notes.includes(id)) facts.notes.push(id)
        if (text.children.length === 0) {
          const reason = `Unexpected end of note ${nameOf(text)}, expected its text behind the colon`
          report(text, reason, "note-missing")
        }
        if (texts.has(text.identifier)) {
          const reason = `Unexpected note ${nameOf(text)} again, expected another name: a note above has it`
          report(text, reason, "note-twice")
        } else texts.set(text.identifier, text)
      },
    },
    finish() {
      checkPairs(calls, texts, body)
      checkAddresses(texts.values(), body)
    },
  }
}

/** What is wrong with the name of a note of several words, which Markdown takes for none. */
const spaceIn = (name: string) =>
  `space in the note [^${name}], expected a name without, such as [^${name.trim().replaceAll(/\s+/g, "-")}]`

/** Notes that Markdown takes for text. */
export const noteLostMarks: readonly LostMark[] = [
  {
    pattern: /(?<!\\)\[\^(?<found>[^\][\n]*[^\][\s][ \t]+[^\][\n]+)\]/g,
    rule: "note-missing",
    reasonOf: spaceIn,
  },
]

const places: Readonly<Record<string, string>> = {
  footnoteDefinition: "note, expected it in the text: notes have no notes",
  link: "link, expected it after the link",
  linkReference: "link, expected it after the link",
}

function checkPairs(
  calls: readonly FootnoteReference[],
  texts: ReadonlyMap<string, FootnoteDefinition>,
  { report }: BodyContext,
): void {
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
  for (const text of texts.values()) {
    if (called.has(text.identifier)) continue
    const name = nameOf(text)
    const reason = `Unexpected note ${name} that nothing leads to, expected ${name} in the text`
    report(text, reason, "note-unused")
  }
}

/** The ids of notes and references are no heading's. */
function checkAddresses(
  texts: Iterable<FootnoteDefinition>,
  { targets, facts, report }: BodyContext,
): void {
  const owners = new Map([["list-of-references", "the list of references"]])
  for (const text of texts) {
    for (const prefix of ["note", "fn", "fnref"]) {
      owners.set(`${prefix}-${text.identifier}`, `the note ${nameOf(text)}`)
    }
  }
  for (const { name } of facts.cites) owners.set(referenceId(name), `the reference ${name}`)
  for (const { kind, node, id = "" } of targets) {
    const owner = owners.get(id)
    if (kind !== "section" || owner === undefined) continue
    const reason = `Unexpected heading with the address #${id}, which ${owner} has, expected other words`
    report(node, reason, "heading")
  }
}

const nameOf = ({ label, identifier }: FootnoteDefinition | FootnoteReference) =>
  `[^${label ?? identifier}]`
