import { execFile } from "node:child_process"
import { mkdtemp, readFile, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { findBrowser } from "./browser"
import { buildSite } from "../build/build-site"
import { exitOf, scriptOf, startOwn, startScript } from "../build/program"

/** What a step found. A step without tests of its own counts as one. */
type Count = { passed: number; failed: number; skipped: number }

const reports = await mkdtemp(join(tmpdir(), "partwise-test-"))
const counts = new Map<string, Count>()

// Content first: types and pages are made from what it writes.
await step("content", async () => one((await exitOf(startOwn("lib/build/content"))) === 0))
// Most of the time a build leaves a core to others.
await Promise.all([
  (async () => {
    await step("types", types)
    await step("build", async () => one(await buildSite()))
  })(),
  (async () => {
    await stepAside("format", "prettier", ["--check", "--cache", "--log-level", "warn", "."])
    await stepAside("lint", "oxlint", [])
  })(),
])
await step("unit tests", unitTests)
await step("browser tests", browserTests)
await rm(reports, { recursive: true })
summarize()

async function step(name: string, run: () => Promise<Count>): Promise<void> {
  console.log(`\n── ${name}`)
  try {
    counts.set(name, await run())
  } catch (error) {
    console.error(error)
    counts.set(name, one(false))
  }
}

/** A step beside another, quoted once it has ended: their words would come between each other's. */
async function stepAside(name: string, command: string, args: readonly string[]): Promise<void> {
  const { error, said } = await new Promise<{ error: Error | null; said: string }>((done) => {
    execFile(process.execPath, [scriptOf(command), ...args], (error, stdout, stderr) =>
      done({ error, said: stdout + stderr }),
    )
  })
  await step(name, () => {
    if (error) console.error(said)
    return Promise.resolve(one(!error))
  })
}

async function types(): Promise<Count> {
  await exitOf(startScript(scriptOf("next"), ["typegen"]))
  const projects = [".", "lib", "e2e", "bench"]
  const codes = await Promise.all(
    projects.map((project) =>
      exitOf(startScript(scriptOf("typescript", "tsc"), ["--noEmit", "--project", project])),
    ),
  )
  return one(codes.every((code) => code === 0))
}

async function unitTests(): Promise<Count> {
  const file = join(reports, "unit.json")
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`]
  // Tests say themselves whether what they read is kept.
  const env = { PARTWISE_CODE: undefined }
  const code = await exitOf(startScript(scriptOf("vitest"), ["run", ...reporters], env))
  const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(
    await readFile(file, "utf8"),
  ) as { numPassedTests: number; numFailedTests: number; numPendingTests: number }
  return counted(code, numPassedTests, numFailedTests, numPendingTests)
}

async function browserTests(): Promise<Count> {
  if (counts.get("build")?.failed) {
    console.error("Unexpected absence of a build, expected one to test in the browser")
    return one(false)
  }
  const file = join(reports, "browser.json")
  const playwright = scriptOf("@playwright/test", "playwright")
  const child = startScript(playwright, ["test", "--reporter=list,json"], {
    CHROMIUM_PATH: await findBrowser(),
    PLAYWRIGHT_JSON_OUTPUT_NAME: file,
  })
  const code = await exitOf(child)
  const { stats } = JSON.parse(await readFile(file, "utf8")) as {
    stats: { expected: number; unexpected: number; flaky: number; skipped: number }
  }
  return counted(code, stats.expected, stats.unexpected + stats.flaky, stats.skipped)
}

function one(passed: boolean): Count {
  return { passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0 }
}

/** A runner that failed without a failing test, or ran none, has failed all the same. */
function counted(code: number, passed: number, failed: number, skipped: number): Count {
  const silent = failed === 0 && (code !== 0 || passed === 0)
  return { passed, failed: silent ? 1 : failed, skipped }
}

function summarize(): void {
  const total = { passed: 0, failed: 0, skipped: 0 }
  console.log()
  for (const [name, { passed, failed, skipped }] of counts) {
    console.log(`${failed > 0 ? "✗" : "✓"} ${name}: ${passed} passed, ${failed} failed`)
    total.passed += passed
    total.failed += failed
    total.skipped += skipped
  }
  const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : ""
  console.log(`\n${total.passed} passed, ${total.failed} failed${skipped}`)
  process.exitCode = total.failed > 0 ? 1 : 0
}
