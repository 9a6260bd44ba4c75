import { suggestionOf } from "../../model/nearest"
import { rules, severityOf, type RuleId } from "../../model/rules"
import { fail, type ExitCode, type Io, type Line } from "../terminal"

/** Says why rules are there and how what they find is mended: of those asked for, or of all. */
export function explainRules({ words }: Line, io: Io): Promise<ExitCode> {
  const all = Object.keys(rules).sort() as RuleId[]
  const unknown = words.find((word) => !Object.hasOwn(rules, word))
  if (unknown !== undefined) {
    const near = suggestionOf(unknown, all)
    return Promise.resolve(
      fail(io, `Unexpected rule ${unknown}, expected one that there is${near}`),
    )
  }
  for (const rule of words.length > 0 ? (words as RuleId[]) : all) {
    const kind = severityOf(rule) === "error" ? "" : ", a warning"
    io.print(`${io.paint("bold", rule)}${kind}\n  ${rules[rule]}`)
  }
  return Promise.resolve(0)
}
