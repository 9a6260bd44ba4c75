import { expect } from "vitest"
import type { RuleId } from "../model/rules"

/**
 * Matches what the check prints of a problem, whatever the words: those are kept in
 * `lib/cli/post/mistakes.md`.
 *
 * @param place the file, with line and column
 * @param names what it names in any words; a nearest name, as "did you mean two?", is one of them
 */
export function found(place: string, rule: RuleId, ...names: readonly string[]): unknown {
  const isNear = names.some((name) => name.startsWith("did you mean "))
  const parts = names.map((name) => `(?=.*${escape(name)})`)
  if (!isNear) parts.push("(?!.*did you mean )")
  return expect.stringMatching(
    new RegExp(`^${parts.join("")}${escape(place)}: Unexpected .+ \\(${rule}(?:, a warning)?\\)$`),
  )
}

const escape = (text: string) => text.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`)
