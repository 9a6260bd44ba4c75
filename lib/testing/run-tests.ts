import { execFile } from "node:child_process"
import { existsSync } from "node:fs"
import { mkdtemp, readFile, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join, relative, resolve } from "node:path"
import { findBrowser } from "../cli/browser"
import { buildSite } from "../build/build-site"
import { exitOf, scriptOf, startOwn, startScript } from "../build/program"
import { createClone } from "./clone"
import { moveIn } from "./move-in"
import { installPython } from "./python"

/** What a step found. A step without tests of its own counts as one. */
type Count = { passed: number; failed: number; skipped: number }

// Every check. Of a site of one's own, its content is held by the tests that hold for any site; those of
// the product run on the demo, in a clone.

/** Where `post begin` has put the demo. */
const demo = "e2e/content"

const home = process.cwd()
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
if (existsSync(demo)) {
  await step("site tests", () => browserTests(["--grep", "@any-site"], { ANY_SITE: "1" }))
  const clone = await createClone({ content: demo })
  for (const args of [
    ["init", "--quiet"],
    ["add", "."],
    ["commit", "--quiet", "-m", "Demo"],
  ]) {
    clone.git(...args)
  }
  process.chdir(clone.root)
  await testProduct()
  process.chdir(tmpdir())
  await clone.remove()
} else {
  await testProduct()
}
await step("a blog that moves in", movesIn)
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

async function testProduct(): Promise<void> {
  await installPython()
  await step("unit tests", unitTests)
  await step("browser tests", () => browserTests())
}

/** A blog that moves in is a site of one's own, which the tests hold for that hold for any. */
async function movesIn(): Promise<Count> {
  const clone = await createClone(existsSync(demo) ? { content: demo } : {})
  process.chdir(clone.root)
  try {
    await moveIn()
    return await browserTests(["--grep", "@any-site"], { ANY_SITE: "1" })
  } finally {
    process.chdir(home)
    await clone.remove()
  }
}

async function unitTests(): Promise<Count> {
  const file = join(reports, "unit.json")
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`]
  // Tests say themselves whether what they read is kept.
  const env = { PARTWISE_CODE: undefined }
  const code = await exitOf(startScript(here(scriptOf("vitest")), ["run", ...reporters], env))
  const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(
    await readFile(file, "utf8"),
  ) as { numPassedTests: number; numFailedTests: number; numPendingTests: number }
  return counted(code, numPassedTests, numFailedTests, numPendingTests)
}

async function browserTests(
  args: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
): Promise<Count> {
  if (counts.get("build")?.failed) {
    console.error("Unexpected absence of a build, expected one to test in the browser")
    return one(false)
  }
  const file = join(reports, "browser.json")
  const playwright = here(scriptOf("@playwright/test", "playwright"))
  const child = startScript(playwright, ["test", "--reporter=list,json", ...args], {
    ...env,
    CHROMIUM_PATH: await findBrowser(),
    PLAYWRIGHT_JSON_OUTPUT_NAME: file,
  })
  const code = await exitOf(child)
  const { stats } = JSON.parse(await readFile(file, "utf8")) as {
    stats: { expected: number; unexpected: number; flaky: number; skipped: number }
  }
  return counted(code, stats.expected, stats.unexpected + stats.flaky, stats.skipped)
}

/** A script of what is installed, as it is installed in the folder that is tested. */
function here(script: string): string {
  return resolve(relative(home, script))
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
