import { elements } from "../elements/all"
import type { BodyContext } from "../mdx/body-element"
import type { BodyVisitors } from "../mdx/walk"
import { placeAt } from "../model/problem"

const lostMarks = elements.flatMap(({ lostMarks = [] }) => lostMarks)

/**
 * What an author meant as a mark and Markdown takes for text, which is how readers would see it. A
 * backslash before it says that text is meant.
 */
export function readLostMarks({ text, report }: BodyContext): BodyVisitors {
  const texts: { from: number; to: number }[] = []
  const definitions: string[] = []
  return {
    nodes: {
      text({ position: { start, end } = {} }) {
        if (start?.offset === undefined || end?.offset === undefined) return
        texts.push({ from: start.offset, to: end.offset })
      },
      definition: ({ label, identifier }) => void definitions.push(label ?? identifier),
    },
    finish() {
      for (const { pattern, rule, reasonOf } of lostMarks) {
        for (const { 0: found, index, groups } of text.matchAll(pattern)) {
          const start = index + (groups?.["before"] ?? "").length
          const end = index + found.length
          if (!texts.some(({ from, to }) => start >= from && end <= to)) continue
          const reason = reasonOf(groups?.["found"] ?? "", definitions)
          report(placeAt(text, start), `Unexpected ${reason}`, rule)
        }
      }
    },
  }
}
