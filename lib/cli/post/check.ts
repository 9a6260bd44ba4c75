import { messageOf, type Problem } from "../../model/problem"
import { existsSync } from "node:fs"
import { join, relative, resolve, sep } from "node:path"
import { prepareComponents } from "../../components/components"
import { checkContent } from "../../rules/check"
import { documentsOf } from "../../source/documents"
import { Reader } from "../../source/reader"
import { externalLinksOf, externalProblems } from "../../elements/link/external"
import type { ShownProblem } from "../../model/shown-problem"
import { blanksFor, excerptsIn } from "../../build/excerpt"
import { fail, WrongUsage, type ExitCode, type Io, type Line } from "../terminal"

/** Says everything that is wrong with the content, or with some files of it. */
export async function checkPosts({ words, options }: Line, io: Io): Promise<ExitCode> {
  const files = words.map((word) => relative(io.root, resolve(io.root, word)).replaceAll(sep, "/"))
  for (const [index, file] of files.entries()) {
    if (!existsSync(join(io.root, file))) {
      return fail(io, `Unexpected file ${words[index]}, expected one that exists`)
    }
  }
  const { external, json, watch } = options
  if (json === true && watch === true) throw new WrongUsage("Expected --json or --watch, not both")

  const onProgress = watch === true ? undefined : progressOn(io)
  const reader = new Reader(io.root, { spelling: true, onProgress })
  const run = async (edited?: ReadonlySet<string>): Promise<ExitCode> => {
    const content = await reader.read(edited)
    const links = external === true ? externalLinksOf(documentsOf(content)) : undefined
    const found = await checkContent(content, {
      components: (await prepareComponents(io.root, content)).problems,
      external: links && (await externalProblems(io.root, links, io.now)),
    })
    const problems = found.filter(({ file }) => files.length === 0 || isAmong(file, files))
    await printProblems(problems, json === true, io)
    return problems.some(({ severity }) => severity === "error") ? 1 : 0
  }
  const code = await run()
  if (watch === true) await watchUntilStopped(io, run)
  await reader.close()
  return watch === true ? 0 : code
}

/** Runs at every save, until the process is stopped. */
async function watchUntilStopped(
  io: Io,
  run: (edited?: ReadonlySet<string>) => Promise<ExitCode>,
): Promise<void> {
  const { watchFiles } = await import("../watch")
  const close = watchFiles(io.root, ["content/"], (edited) => {
    io.error("")
    return run(edited)
  })
  await new Promise<void>((resolve) => {
    io.onStop(() => void close().then(resolve))
  })
}

/** Whether a file is one of those asked for, or in a folder that is. */
const isAmong = (file: string, asked: readonly string[]) =>
  asked.some((one) => file === one || one === "" || file.startsWith(`${one}/`))

/** Prints problems for a reader or, as JSON, for an editor. */
export async function printProblems(
  problems: readonly Problem[],
  json: boolean,
  io: Pick<Io, "root" | "env" | "print" | "error" | "paint">,
): Promise<void> {
  if (json) {
    const list = problems.map(({ file, place, reason, rule, severity }) => ({
      file,
      ...place,
      severity,
      reason,
      rule,
    }))
    io.print(JSON.stringify(list, undefined, 2))
    return
  }
  const findExcerpt = excerptsIn(io.root)
  for (const problem of problems) {
    if (io.env["GITHUB_ACTIONS"] === "true") io.print(annotationOf(problem))
    io.error(formatProblem(problem, await findExcerpt(problem), io))
  }
  io.error(io.paint("bold", summaryOf(problems)))
}

function summaryOf(problems: readonly Problem[]): string {
  if (problems.length === 0) return "No problem in the content"
  const count = (severity: string) => problems.filter((one) => one.severity === severity).length
  const words = [
    [count("error"), "problem"] as const,
    [count("warning"), "warning"] as const,
  ].flatMap(([number, word]) => (number === 0 ? [] : `${number} ${word}${number === 1 ? "" : "s"}`))
  const files = new Set(problems.map(({ file }) => file)).size
  return `${words.join(" and ")} in ${files} ${files === 1 ? "file" : "files"}`
}

/** A problem with the line that it is in, and a mark below its place. */
function formatProblem(
  problem: Problem,
  excerpt: ShownProblem["excerpt"],
  io: Pick<Io, "paint">,
): string {
  const { place, severity } = problem
  const head = io.paint(severity === "error" ? "red" : "yellow", messageOf(problem))
  if (!excerpt) return head
  const number = String(place.line)
  const margin = " ".repeat(number.length)
  const mark = `${blanksFor(excerpt.line.slice(0, excerpt.mark))}^`
  return `${head}\n${io.paint("dim", `${number} |`)} ${excerpt.line}\n${io.paint("dim", `${margin} |`)} ${mark}`
}

/** GitHub shows it beside the line: "Workflow commands for GitHub Actions", setting a message. */
function annotationOf({ file, place: { line, column }, reason, rule, severity }: Problem) {
  const value = (text: string) =>
    text.replaceAll("%", "%25").replaceAll("\n", "%0A").replaceAll("\r", "%0D")
  const property = (text: string) => value(text).replaceAll(":", "%3A").replaceAll(",", "%2C")
  return `::${severity} file=${property(file)},line=${line},col=${column},title=${property(rule)}::${value(reason)}`
}

/** What takes longer than this, in milliseconds, says how far it is. */
const patience = 1000

/** A bar on the terminal, where there is one, as soon as a check takes its time. */
function progressOn(io: Io): ((done: number, all: number) => void) | undefined {
  if (!io.isTerminal) return undefined
  const start = performance.now()
  let shown = 0
  return (done, all) => {
    const now = performance.now()
    if (done === all) {
      if (shown > 0) io.write("\r\u001B[K")
      return
    }
    if (now - start < patience || now - shown < 50) return
    shown = now
    const filled = Math.round((done / all) * 30)
    io.write(`\r${"█".repeat(filled)}${"░".repeat(30 - filled)} ${done} of ${all} files`)
  }
}
