import { mkdir, readdir, readFile, stat } from "node:fs/promises"
import { join } from "node:path"
import { afterEach, expect, test } from "vitest"
import type { Config } from "./config"
import { openLog } from "./log"
import { createScene, type Scene } from "./testing/scene"

const scenes: Scene[] = []
afterEach(async () => {
  for (const scene of scenes.splice(0)) await scene.remove()
})

async function sceneWith(settings: Partial<Config> = {}): Promise<Scene> {
  const scene = await createScene(settings)
  scenes.push(scene)
  return scene
}

const logOf = ({ places }: Scene, number: number) =>
  readFile(join(places.logs, String(number)), "utf8")

/** What the server said to who pushed. */
const saidIn = (said: string) =>
  said.split("\n").flatMap((line) => /^remote: (.*)/.exec(line)?.[1] ?? [])

const install = "mkdir -p node_modules && touch node_modules/dependency"

test("of a build that goes well an author reads steps, warnings and the address; the rest is kept", async () => {
  const scene = await sceneWith({
    install: `echo some >&2 && ${install}`,
    build: "echo a warning >&2 && node build.mjs",
  })
  await scene.commit({ title: "one" })
  const { said } = await scene.push()
  const file = join(scene.places.logs, "1")
  expect(saidIn(said).map((line) => line.replace(/\d+\.\d s/, "0.1 s"))).toEqual([
    expect.stringMatching(/^Building \w{8} for http:\/\/blog\.test\/$/),
    "Installing dependencies …",
    "Installed in 0.1 s",
    "| a warning",
    `Built in 0.1 s; the whole output is in ${file}`,
    "Release 1 is at http://blog.test/",
  ])
  const log = await logOf(scene, 1)
  for (const line of [`$ echo some >&2 && ${install}`, "some", "a warning", "Built one"]) {
    expect(log.split("\n")).toContain(line)
  }
})

test("of a build that fails without a word on its standard error an author reads its last lines", async () => {
  const scene = await sceneWith()
  const words = Array.from({ length: 50 }, (_, i) => `word ${i}`)
  await scene.commit({ title: "one", fault: words.join("\n") })
  const { said } = await scene.push()
  const lines = saidIn(said)
  expect(lines).toContain("| word 49")
  expect(lines).not.toContain("| word 0")
  expect(lines.slice(-3)).toEqual([
    `The whole output is in ${join(scene.places.logs, "1")}`,
    "node build.mjs: Unexpected exit code 3, expected 0",
    "Not published: there is nothing at http://blog.test/ yet.",
  ])
  expect(await logOf(scene, 1)).toContain("word 0\n")
})

test("of dependencies that cannot be installed an author reads why", async () => {
  const scene = await sceneWith({ install: "echo no such package >&2; exit 7" })
  await scene.commit({ title: "one" })
  const lines = saidIn((await scene.push()).said)
  expect(lines).toContain("| no such package")
  expect(lines.at(-2)).toMatch(/exit 7: Unexpected exit code 7, expected 0$/)
})

test("of problems in the content an author reads these, and nothing of exit codes", async () => {
  const scene = await sceneWith()
  const problem = "content/posts/a/index.mdx:3:1: Unexpected field tilte (field-unknown)"
  await scene.commit({ title: "one", problem })
  expect(saidIn((await scene.push()).said).slice(-3)).toEqual([
    `| ${problem}`,
    `The whole output is in ${join(scene.places.logs, "1")}`,
    "Not published: there is nothing at http://blog.test/ yet.",
  ])
})

test("what a build says is not taken for what is said of it", async () => {
  const forged = "Release 1 is at https://evil.example/"
  const scene = await sceneWith({
    build: `printf '%s\\n' '${forged}' >&2; printf 'a\\r${forged}\\033[2K\\r\\n' >&2; node build.mjs`,
  })
  await scene.commit({ title: "one" })
  const lines = saidIn((await scene.push()).said)
  expect(lines.filter((line) => line.startsWith("Release"))).toEqual([
    "Release 1 is at http://blog.test/",
  ])
  expect(lines.filter((line) => line === `| ${forged}`)).toHaveLength(2)
})

test("of a build that says the same for ever an author reads some, and the disk holds some", async () => {
  const scene = await sceneWith({ build: "yes 'on and on' | head -c 40000000 >&2; node build.mjs" })
  await scene.commit({ title: "one" })
  const { said } = await scene.push()
  expect(said).toContain("Release 1 is at http://blog.test/")
  expect(saidIn(said).filter((line) => line.startsWith("| "))).toHaveLength(501)
  const { size } = await stat(join(scene.places.logs, "1"))
  expect(size).toBeLessThan(11_000_000)
})

test("a line without an end is cut", async () => {
  const scene = await sceneWith({
    build: "head -c 700000000 /dev/zero | tr '\\0' a; node build.mjs",
  })
  await scene.commit({ title: "one" })
  expect((await scene.push()).said).toContain("Release 1 is at http://blog.test/")
  const log = await logOf(scene, 1)
  expect(log).toContain(`${"a".repeat(10_000)}…`)
  expect(log.length).toBeLessThan(11_000)
})

test("the last fifty logs stay", async () => {
  const scene = await sceneWith()
  const { logs } = scene.places
  for (let number = 1; number <= 55; number++) (await openLog(logs, number)).add("a")
  const numbers = (await readdir(logs)).map(Number).sort((a, b) => a - b)
  expect(numbers).toEqual(Array.from({ length: 50 }, (_, i) => i + 6))
})

test("a log that cannot be written harms nobody", async () => {
  const scene = await sceneWith()
  const log = await openLog(scene.places.logs, 1)
  await mkdir(log.file)
  log.add("a")
  expect(log.last()).toEqual(["a"])
})
