import { mkdir, writeFile } from "node:fs/promises"
import { loadavg } from "node:os"
import { join } from "node:path"
import { parseArgs } from "node:util"
import { benchBuild } from "./build"
import { benchCheck } from "./check"
import { benchLighthouse } from "./lighthouse"
import { describeRun } from "./machine"
import { removeFolders, root } from "./project"
import { benchSave } from "./save"
import { benchSearch } from "./search"
import { benchServe } from "./serve"
import { benchStart } from "./start"
import { stopServers } from "./server"
import { formatSection, type Section } from "./table"
import { installTools, type Tools } from "./tools"
import { benchWeight } from "./weight"

const usage = `usage: npm run bench -- [section …] [options]
  sections            build, start, check, weight, lighthouse, serve, save, search; without any, all of them
  --posts 100,1000    sizes to build
  --times 1           builds of each size; the fastest counts
  --most-astro 10000  sizes above this are not built with Astro
  --tools <folder>    keeps Astro, Lighthouse and their Node there for the next run`

const options = parseOptions()

const sections: Record<string, (tools: Tools) => Promise<Section>> = {
  build: (tools) => benchBuild(options, tools),
  start: benchStart,
  check: benchCheck,
  weight: benchWeight,
  lighthouse: benchLighthouse,
  serve: benchServe,
  save: benchSave,
  search: (tools) => benchSearch(options, tools),
}

let tidied: Promise<void> | undefined

const names = options.names.length > 0 ? options.names : Object.keys(sections)
if (names.some((name) => !sections[name])) refuse(`Unexpected section ${names.join(" ")}`)

for (const name of ["SIGINT", "SIGTERM"] as const) {
  process.once(name, () => void tidyUp().then(() => process.exit(1)))
}
try {
  await bench()
} finally {
  await tidyUp()
}

/** Runs the sections; one that fails says so in its place, and the others still run. */
async function bench(): Promise<void> {
  const tools = await installTools(options.tools)
  const texts: string[] = []
  for (const name of names) {
    console.error(`${new Date().toLocaleTimeString("en-GB")} ${name} …`)
    const load = loadavg()[0]?.toFixed(1)
    const text = await sections[name]!(tools).then(formatSection, (error: unknown) => {
      process.exitCode = 1
      return `## ${name}\n\nFailed: ${error instanceof Error ? error.message : String(error)}`
    })
    console.log(`\n${text}\n`)
    texts.push(`${text}\n* Load average of the machine at the start of this section: ${load}.`)
  }

  const day = new Date().toISOString().slice(0, 10)
  const whole = names.length === Object.keys(sections).length
  const file = join(root, "bench/results", `${whole ? day : `${day}-${names.join("-")}`}.md`)
  const head = `# Benchmark of ${day}\n\n${await describeRun(tools)}`
  await mkdir(join(root, "bench/results"), { recursive: true })
  await writeFile(file, `${[head, ...texts].join("\n\n")}\n`)
  console.error(`Written to ${file}`)
}

function tidyUp(): Promise<void> {
  return (tidied ??= stopServers().then(removeFolders))
}

function parseOptions() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        posts: { type: "string", default: "100,1000" },
        times: { type: "string", default: "1" },
        "most-astro": { type: "string", default: "10000" },
        tools: { type: "string" },
      },
    })
    return {
      names: positionals,
      posts: values.posts.split(",").map(countFrom),
      times: countFrom(values.times),
      mostAstro: Number(values["most-astro"]),
      tools: values.tools,
    }
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error))
  }
}

function countFrom(text: string): number {
  const count = Number(text)
  if (Number.isInteger(count) && count > 0) return count
  throw new Error(`Unexpected ${text}, expected a whole number from 1`)
}

function refuse(reason: string): never {
  console.error(`${reason}\n${usage}`)
  process.exit(2)
}
