import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join, relative } from "node:path"
import sharp from "sharp"
import { afterAll, beforeAll, expect, test } from "vitest"
import { messageOf } from "../model/problem"
import { writeMarkdown } from "../build/markdown"
import { madeImages } from "../images/made-images"
import { checkContent } from "../rules/check"
import { writeSearch } from "../search/write"
import { Reader } from "../source/reader"
import { sound, writeFiles } from "../testing/workspace"
import { clearContent, createWriter } from "./write"

let folder = ""
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "partwise-"))
})
afterAll(() => rm(folder, { recursive: true }))

const third = `---
title: Three
description: The third part.
date: 2024-01-03
series: nets
part: 3
---

## Code

![A net](net.png)

\`\`\`py
x = 1  # (1)
\`\`\`

1. A note.

"Quoted", as [@minsky1969] says of <Term>layers</Term>: $x^2$. See [](/posts/two/#depth).
`

/** What an author may do between two builds, of the files below `content` that there are. */
const edits: readonly ((root: string, number: number) => Promise<unknown>)[] = [
  (root, number) => change(root, "posts/two/index.mdx", /$/, `\nText ${number}.\n`),
  (root, number) => change(root, "posts/three/index.mdx", /x = \d+/, `x = ${number}`),
  (root, number) => change(root, "posts/two/index.mdx", /^title: .*/m, `title: Two ${number}`),
  (root) => swap(root, "posts/two/index.mdx", "## Depth", "## Depth\n\nMore.\n\n### Deeper"),
  (root) => swap(root, "posts/three/index.mdx", "part: 3", "part: 3\ndraft: true"),
  (root) => swap(root, "posts/three/index.mdx", "date: 2024-01-03", "date: 9999-01-03"),
  (root) => swap(root, "posts/one/index.mdx", "part: 1", "part: 1\ntags: [nets]"),
  (root, number) => change(root, "glossary.yaml", /definition: .*/, `definition: Units ${number}.`),
  (root) => swap(root, "references.bib", "{1969}", "{1970}"),
  (root) => swap(root, "series/nets.yaml", "title: Nets", "title: All nets"),
  (root) => swap(root, "courses/deep.yaml", "title: Layers", "title: Layer by layer"),
  (root) => swap(root, "site.yaml", "en-GB", "de"),
  (root) => swap(root, "pages/about.mdx", "Hello.", '"Hello."'),
  (root, number) => writeFiles(root, { "pages/colophon.mdx": page(number) }),
  (root) => rm(join(root, "content/pages/colophon.mdx"), { force: true }),
  (root, number) => writeFiles(root, { "words.txt": `word${"a".repeat(number % 7)}\n` }),
  (root, number) => paint(root, number),
  (root) => renameEither(root, "posts/extra", "posts/renamed"),
]

const page = (number: number) =>
  `---\ntitle: Colophon ${number}\ndescription: How it is made.\n---\n\nBy hand.\n`

async function change(root: string, path: string, from: RegExp, to: string) {
  const file = join(root, "content", path)
  await writeFile(
    file,
    (await readFile(file, "utf8")).replace(from, () => to),
  )
}

/** Puts one text in the place of the other, whichever is there. */
async function swap(root: string, path: string, one: string, other: string) {
  const text = await readFile(join(root, "content", path), "utf8")
  const next = text.includes(other) ? text.replace(other, one) : text.replace(one, other)
  await writeFiles(root, { [path]: next })
}

async function renameEither(root: string, one: string, other: string) {
  const at = (path: string) => join(root, "content", path)
  await rename(at(one), at(other)).catch(() => rename(at(other), at(one)))
}

async function paint(root: string, number: number) {
  const background = { r: number % 256, g: 90, b: 90 }
  const image = sharp({ create: { width: 700, height: 20, channels: 3, background } })
  await image.png().toFile(join(root, "content/posts/three/net.png"))
}

/**
 * Builds what the site is made from, as a new process would.
 *
 * @returns it, by the names of its files; or the problems that keep it from being written
 */
async function build(root: string): Promise<ReadonlyMap<string, string>> {
  const reader = new Reader(root, { compile: true })
  const content = await reader.read()
  const problems = await checkContent(content)
  if (problems.some(({ severity }) => severity === "error")) {
    return new Map(problems.map((problem) => [messageOf(problem), "error"]))
  }
  await clearContent(root)
  await createWriter(root, madeImages(root), (path) => reader.compiledOf(path)).write(content)
  await reader.close()
  await Promise.all([writeMarkdown(root), writeSearch(root)])
  const output = join(root, ".partwise")
  const entries = await readdir(output, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((e) => join(e.parentPath, e.name))
  const texts = files
    .sort()
    .map(async (file) => [relative(output, file), await readFile(file, "utf8")] as const)
  return new Map(await Promise.all(texts))
}

/** Numbers that are the same at every run: Park and Miller's generator (1988). */
function* numbersFrom(seed: number): Generator<number, never> {
  for (let now = seed; ; now = (now * 48_271) % 2_147_483_647) yield now
}

test("with a warm cache the same is written as with none, whatever was edited in between", async () => {
  const root = join(folder, "random")
  await mkdir(root)
  const extra = third.replace("series: nets\npart: 3\n", "").replace(/!\[.*\n/, "")
  await writeFiles(root, {
    ...sound,
    "series/nets.yaml": sound["series/nets.yaml"].replace(/planned:[^]*/, ""),
    "posts/three/index.mdx": third,
    "posts/extra/index.mdx": extra,
  })
  await paint(root, 1)
  const numbers = numbersFrom(2_026)
  const environments = ["production", "preview"]
  let written = 0
  for (let step = 0; step < 120; step++) {
    const number = numbers.next().value
    await edits[number % edits.length]?.(root, number)
    process.env["SITE_ENV"] = environments[step % 5 === 0 ? 1 : 0]
    process.env["PARTWISE_CODE"] = "code"
    const warm = await build(root)
    delete process.env["PARTWISE_CODE"]
    expect(warm, `after step ${step}`).toEqual(await build(root))
    if (warm.has("public/posts/one/index.md")) written++
  }
  delete process.env["SITE_ENV"]
  expect(written).toBeGreaterThan(60)
  expect(
    (await readdir(join(root, "node_modules/.cache/partwise/readings"))).length,
  ).toBeGreaterThan(50)
})

test("readers get a series once it has a part, and hear that one is to come, not its title", async () => {
  const root = join(folder, "series")
  await mkdir(root)
  const part = (title: string, number: number, more = "") =>
    `---\ntitle: ${title}\ndescription: A part.\ndate: 2024-01-03\nseries: trees\npart: ${number}\n${more}---\n\nText.\n`
  await writeFiles(root, {
    ...sound,
    "series/trees.yaml":
      "title: Trees\ndescription: All about trees.\nplanned:\n  - part: 1\n    title: The beginning\n",
    "posts/roots/index.mdx": part("Roots", 1, "draft: true\n"),
    "posts/leaves/index.mdx": part("Leaves", 2).replace("2024-01-03", "2999-01-03"),
  })
  const shown = async () => (await build(root)).get("index.json") ?? ""
  expect(JSON.parse(await shown())).toMatchObject({ series: [{ id: "nets" }] })
  expect(await shown()).not.toMatch(/trees|roots|leaves/i)

  process.env["SITE_ENV"] = "preview"
  expect(JSON.parse(await shown())).toMatchObject({ series: [{ id: "nets" }, { scheduled: [] }] })
  delete process.env["SITE_ENV"]

  await writeFiles(root, { "posts/roots/index.mdx": part("Roots", 1) })
  expect(JSON.parse(await shown())).toMatchObject({
    series: [{ id: "nets" }, { id: "trees", scheduled: [2] }],
  })
  expect(await shown()).not.toMatch(/leaves/i)
})

test("an image that the check has passed over is not published with its post", async () => {
  const root = join(folder, "hidden")
  await mkdir(root)
  const image = await sharp({
    create: { width: 8, height: 8, channels: 3, background: "#c84" },
  })
    .png()
    .toBuffer()
  const names = ["net.png", ".net.png"]
  await writeFiles(root, {
    ...sound,
    ...Object.fromEntries(names.map((name) => [`posts/two/${name}`, image])),
  })
  const { posts } = JSON.parse((await build(root)).get("index.json") ?? "") as {
    posts: readonly { slug: string; files: readonly { file: string }[] }[]
  }
  const two = posts.find(({ slug }) => slug === "two")
  expect(two?.files.map(({ file }) => file)).toEqual(["net.png"])
})

test("with the line ends of Windows and byte-order marks the same is written as without", async () => {
  const roots = ["unix", "windows"].map((name) => join(folder, name))
  const [unix = "", windows = ""] = roots
  const last = { draft: "draft: true", description: "description: Says what it is about." }
  const files: Record<string, string> = { ...sound }
  for (const [slug, line] of Object.entries(last)) {
    const fields = ["title: Last", "date: 2024-01-03", line]
    if (slug === "draft") fields.unshift("description: A draft.")
    files[`posts/${slug}/index.mdx`] = ["---", ...fields, "---", "", "Text.", ""].join("\n")
  }
  for (const root of roots) await mkdir(root)
  await writeFiles(unix, files)
  const asWindows = (text: string) => `\uFEFF${text.replaceAll("\n", "\r\n")}`
  const entries = Object.entries(files).map(([path, text]) => [path, asWindows(text)])
  await writeFiles(windows, Object.fromEntries(entries) as Record<string, string>)

  const built = await build(unix)
  expect(built.get("index.json")).toContain('"description":"Says what it is about."')
  expect(built.get("index.json")).not.toContain("A draft.")
  expect(await build(windows)).toEqual(built)
})

test("after a preview, production keeps nothing of a draft: not its body, its works, nor its images", async () => {
  const root = join(folder, "after-preview")
  await mkdir(root)
  const draft = third
    .replace("part: 3", "part: 3\ndraft: true")
    .replace("$x^2$.", "$x^2$. Quokka, as [@quokka].")
  const entry = "@book{quokka, author = {Quokka}, title = {Quokka}, year = {1969}}\n"
  await writeFiles(root, {
    ...sound,
    "posts/three/index.mdx": draft,
    "references.bib": sound["references.bib"] + entry,
  })
  await paint(root, 1)
  const leaksIn = (written: ReadonlyMap<string, string>) =>
    [...written].flatMap(([name, text]) => (/quokka|net-/i.test(name + text) ? name : [])).sort()
  process.env["SITE_ENV"] = "preview"
  const preview = leaksIn(await build(root))
  expect(preview).toContain("bodies/posts/three.json")
  expect(preview).toContain("works/posts/three.json")
  expect(preview.filter((name) => name.startsWith("public/images/"))).not.toEqual([])
  process.env["SITE_ENV"] = "production"
  const production = leaksIn(await build(root))
  delete process.env["SITE_ENV"]
  expect(production).toEqual([])
})

test("a damaged entry of the cache is made anew", async () => {
  const root = join(folder, "damaged")
  await mkdir(root)
  await writeFiles(root, sound)
  process.env["PARTWISE_CODE"] = "code"
  const whole = await build(root)
  const cache = join(root, "node_modules/.cache/partwise/readings")
  for (const [index, name] of (await readdir(cache)).sort().entries()) {
    const entry = await readFile(join(cache, name))
    const altered = Buffer.from(entry)
    altered[altered.length - 1] = 0x41
    const damaged = [entry.subarray(0, -2), "", altered, "no entry at all"]
    await writeFile(join(cache, name), damaged[index % damaged.length] ?? "")
  }
  expect(await build(root)).toEqual(whole)
  delete process.env["PARTWISE_CODE"]
})

test("what the site says of https reaches what delivers it", async () => {
  const root = join(folder, "https")
  await mkdir(root)
  const rule = "strictTransportSecurity: [includeSubDomains]\n"
  await writeFiles(root, { ...sound, "site.yaml": sound["site.yaml"] + rule })
  const delivery = (await build(root)).get("delivery.json")
  expect(JSON.parse(delivery ?? "")).toMatchObject({
    strictTransportSecurity: ["includeSubDomains"],
  })
})
