import { appendFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { afterEach, beforeEach, expect, test } from "vitest"
import { restoreDependencies, saveDependencies } from "./dependencies"
import { createScene, titleOf } from "./testing/scene"

let root = ""
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "partwise-"))
})
afterEach(() => rm(root, { recursive: true }))

async function write(file: string, text: string): Promise<void> {
  await mkdir(dirname(join(root, file)), { recursive: true })
  await writeFile(join(root, file), text)
}

const cache = () => join(root, "cache")
const isKnown = (folder: string) => restoreDependencies(cache(), cache(), join(root, folder))

test("dependencies are those of all that decides what is installed", async () => {
  const project = {
    "package-lock.json": "{}",
    "package.json": '{"scripts":{}}',
    ".npmrc": "",
    "patches/a.patch": "a",
  }
  for (const [name, text] of Object.entries(project)) await write(`one/${name}`, text)
  await write("one/node_modules/a/index.js", "a")
  await saveDependencies(cache(), join(root, "one"))

  for (const [name, text] of Object.entries(project)) await write(`same/${name}`, text)
  expect(await isKnown("same")).toBe(true)
  expect(await readFile(join(root, "same/node_modules/a/index.js"), "utf8")).toBe("a")

  const changes = {
    "package-lock.json": '{"a":1}',
    "package.json": '{"scripts":{"postinstall":"a"}}',
    ".npmrc": "ignore-scripts=false",
    "patches/a.patch": "b",
    "patches/b.patch": "",
  }
  for (const [name, text] of Object.entries(changes)) {
    const folder = `other-${name.replaceAll("/", "-")}`
    for (const [file, before] of Object.entries(project)) await write(`${folder}/${file}`, before)
    await write(`${folder}/${name}`, text)
    expect(await isKnown(folder), name).toBe(false)
  }
})

test("what another cache has is copied: who writes into one alters nothing in the other", async () => {
  const [live, previews] = [join(root, "live"), join(root, "previews")]
  await write("main/node_modules/a/index.js", "a")
  await saveDependencies(live, join(root, "main"))
  await mkdir(join(root, "evil"))
  expect(await restoreDependencies(previews, live, join(root, "evil"))).toBe(true)
  await appendFile(join(root, "evil/node_modules/a/index.js"), " poisoned")

  await mkdir(join(root, "next"))
  expect(await restoreDependencies(live, live, join(root, "next"))).toBe(true)
  expect(await readFile(join(root, "next/node_modules/a/index.js"), "utf8")).toBe("a")
})

test("builds at the same time each get all of what another cache has", async () => {
  const [live, previews] = [join(root, "live"), join(root, "previews")]
  const files = Array.from({ length: 300 }, (_, i) => `node_modules/a${i}/index.js`)
  for (const file of files) await write(`main/${file}`, "a")
  await saveDependencies(live, join(root, "main"))
  const folders = ["a", "b", "c", "d"].map((name) => join(root, name))
  await Promise.all(
    folders.map(async (folder) => {
      await mkdir(folder)
      expect(await restoreDependencies(previews, live, folder)).toBe(true)
      expect(await readdir(join(folder, "node_modules"))).toHaveLength(files.length)
    }),
  )
  expect(await readdir(previews)).toHaveLength(1)
})

test("the build of a preview writes into nothing that the live site is made of", async () => {
  const poison = "node_modules/dependency node_modules/.cache/made"
  const build = `mkdir -p node_modules/.cache && touch ${poison} && cat ${poison} && node build.mjs && if [ $SITE_ENV = preview ]; then for file in ${poison}; do echo poisoned >> $file; done; fi`
  const scene = await createScene({ build })
  try {
    await scene.commit({ title: "one" })
    await scene.push()
    await scene.push("main:evil")
    await scene.commit({ title: "two" })
    await scene.push("main:evil")
    expect((await scene.push()).said).toContain("Release 4 is at http://blog.test/")
    const logOf = (number: number) => readFile(join(scene.places.logs, String(number)), "utf8")
    expect(await logOf(3)).toContain("poisoned\n")
    expect(await logOf(4)).not.toContain("poisoned\n")
    const ask = await scene.serve()
    expect(titleOf(await ask("/"))).toBe("two")
  } finally {
    await scene.remove()
  }
})
