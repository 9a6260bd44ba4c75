import { spawn } from "node:child_process"
import { once } from "node:events"
import { readFile, rm, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { createInterface } from "node:readline"
import { setTimeout as wait } from "node:timers/promises"
import { astroEnvironment, createAstro } from "./astro"
import { measure, type Measurement } from "./measure"
import { longPost, slugAt } from "./posts"
import { copyProject, removeFolder } from "./project"
import {
  atMost,
  formatGigabytes,
  formatMilliseconds,
  formatSeconds,
  quantileOf,
  type Row,
  type Section,
} from "./table"
import type { Tools } from "./tools"

const posts = 1000
const saves = 20
const savesToWarmUp = 3

/** Between seeing what one save brought and making the next, in milliseconds. */
const pause = 500

/** Every rule held against many posts, and a mistake reported while its author watches. */
export async function benchCheck(tools: Tools): Promise<Section> {
  const folder = await copyProject(posts)
  const post = async (...args: readonly string[]) =>
    sound(await measure("npm", ["run", "post", "--", ...args], { cwd: folder }))
  const ours = await post("check")
  const warm = await post("check")
  const list = await post("list")
  const started = await post("new", "A post that was not there")
  await rm(join(folder, "content/posts/a-post-that-was-not-there"), { recursive: true })
  const latencies = await latenciesOf(folder)
  await removeFolder(folder)

  const astro = await createAstro(posts, tools)
  const [node, command] = [tools.node, tools.astro]
  const where = { cwd: astro, env: astroEnvironment }
  const theirs = sound(await measure(node, [command, "sync"], where))
  await removeFolder(astro)

  const name = "astro sync, front matter alone"
  const [p50, p95] = [quantileOf(latencies), quantileOf(latencies, 0.95)]
  return {
    title: `The check of ${posts.toLocaleString("en")} posts`,
    rows: [
      {
        what: "time",
        ours: formatSeconds(ours.seconds),
        other: { name, figure: formatSeconds(theirs.seconds) },
        ratio: ours.seconds / theirs.seconds,
        goal: atMost(8, ours.seconds, "≤ 8 s"),
      },
      secondsRow("time, once more", warm, 1.5),
      secondsRow("`post list`", list, 1),
      secondsRow("`post new`", started, 1),
      {
        what: "peak memory",
        ours: formatGigabytes(ours.peakBytes),
        other: { name, figure: formatGigabytes(theirs.peakBytes) },
        ratio: ours.peakBytes / theirs.peakBytes,
      },
      {
        what: "watching: from a save to its problem, p50",
        ours: formatMilliseconds(p50),
        goal: atMost(300, p50, "≤ 300 ms"),
      },
      { what: "watching: from a save to its problem, p95", ours: formatMilliseconds(p95) },
    ],
    remarks: [
      `${saves} saves of the long post after ${savesToWarmUp} to warm up, each with another mistake; from before the file is written to the line of its problem.`,
    ],
  }
}

const secondsRow = (what: string, { seconds }: Measurement, most: number): Row => ({
  what,
  ours: formatSeconds(seconds),
  goal: atMost(most, seconds, `≤ ${most} s`),
})

function sound(measurement: Measurement): Measurement {
  if (measurement.exitCode === 0) return measurement
  throw new Error(`Unexpected failure of a check\n${measurement.output.slice(-2000)}`)
}

/** Milliseconds until the mistake of each save was said. */
async function latenciesOf(folder: string): Promise<readonly number[]> {
  const args = ["lib/cli/run.mjs", "post", "check", "--watch"]
  const child = spawn(process.execPath, args, { cwd: folder, stdio: ["ignore", "ignore", "pipe"] })
  const lines = createInterface(child.stderr)
  const line = (pattern: RegExp) =>
    new Promise<number>((resolve) => {
      lines.on("line", function look(text: string) {
        if (!pattern.test(text)) return
        lines.off("line", look)
        resolve(performance.now())
      })
    })
  await line(/in the content$|in \d+ files?$/)
  await wait(pause)

  const file = join(folder, "content/posts", slugAt(longPost), "index.mdx")
  const text = await readFile(file, "utf8")
  const latencies: number[] = []
  for (let save = -savesToWarmUp; save < saves; save++) {
    const mistake = `Nothing${save + savesToWarmUp}`
    const said = line(new RegExp(`Unexpected tag <${mistake}>`))
    const start = performance.now()
    await writeFile(file, `${text}\n<${mistake} />\n`)
    const latency = (await said) - start
    if (save >= 0) latencies.push(latency)
    await wait(pause)
  }
  child.kill()
  await once(child, "exit")
  return latencies
}
