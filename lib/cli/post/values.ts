import { keepValues, valuesFile } from "../../components/values"
import { prepareComponents } from "../../components/components"
import { Reader } from "../../source/reader"
import type { ExitCode, Io, Line } from "../terminal"
import { printProblems } from "./check"

/** Takes for good what texts and figures print of models now, and says what was another before. */
export async function keepAllValues(_line: Line, io: Io): Promise<ExitCode> {
  const reader = new Reader(io.root, {})
  const { values, problems } = await prepareComponents(io.root, await reader.read())
  await reader.close()
  const others = problems.filter(({ rule }) => !rule.startsWith("value-"))
  if (others.some(({ severity }) => severity === "error")) {
    await printProblems(others, false, io)
    return 1
  }
  const changed = problems.filter(({ rule }) => rule === "value-changed")
  for (const { file, place, reason } of changed) {
    io.print(
      `${file}:${place.line}: ${reason.replace(/^Unexpected /, "").replace(/ as in .*/, "")}`,
    )
  }
  await keepValues(io.root, values)
  io.print(`${values.length} values are in ${valuesFile}, ${changed.length} of them changed`)
  return 0
}
