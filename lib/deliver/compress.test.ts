import { mkdir, mkdtemp, readFile, readdir, rm, utimes, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { brotliCompressSync, brotliDecompressSync, constants, gunzipSync } from "node:zlib"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { pruneCache, writeForms } from "./compress"
import { etagOf } from "../testing/client"

let folder = ""
let cache = ""
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "partwise-forms-"))
  cache = join(folder, "cache")
  await mkdir(cache)
})
afterAll(() => rm(folder, { recursive: true }))

const text = Buffer.from("A long text, é ✔️, said over and over in other words. ".repeat(400))

const html = { type: "text/html; charset=utf-8", immutable: false }

/** What brotli makes of a text at a quality, otherwise as a text should be compressed. */
const brotli = (quality: number) =>
  brotliCompressSync(text, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: quality,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_SIZE_HINT]: text.length,
    },
  })

test("a file has its compressed forms beside it, which decode to the same bytes", async () => {
  const file = join(folder, "a.html")
  const forms = await writeForms(file, text, html, cache)
  const [plain, br, gz] = await Promise.all(["", ".br", ".gz"].map((end) => readFile(file + end)))

  expect(plain).toEqual(text)
  expect(brotliDecompressSync(br ?? "")).toEqual(text)
  expect(gunzipSync(gz ?? "")).toEqual(text)
  for (const [form, content] of [
    [forms.identity, plain],
    [forms.br, br],
    [forms.gzip, gz],
  ] as const) {
    expect(form?.size).toBe(content?.length)
    expect(`"${form?.hash}"`).toBe(etagOf(content ?? ""))
  }
})

test("what every page loads is compressed as well as can be, pages nearly so", async () => {
  const file = join(folder, "b")
  await writeForms(file, text, { type: "text/css", immutable: true }, cache)
  expect(await readFile(`${file}.br`)).toEqual(brotli(11))
  await writeForms(file, text, html, cache)
  expect(await readFile(`${file}.br`)).toEqual(brotli(10))
  expect(brotli(11).length).toBeLessThan(brotli(10).length)
})

describe("content that was compressed before", () => {
  /** Content of its own, and the name of what is kept of it. */
  async function kept(name: string) {
    const content = Buffer.from(`${name} `.repeat(1_000))
    const before = new Set(await readdir(cache))
    await writeForms(join(folder, "kept"), content, html, cache)
    const [entry = "", ...others] = (await readdir(cache)).filter((one) => !before.has(one))
    expect(others).toEqual([])
    const write = () => writeForms(join(folder, "kept"), content, html, cache)
    return { content, entry: join(cache, entry), write }
  }
  const written = () => readFile(join(folder, "kept.br"))

  test("is not compressed again", async () => {
    const { content, entry, write } = await kept("again")
    const other = brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } })
    await writeFile(entry, other)
    await write()
    expect(await written()).toEqual(other)
  })

  test.each([
    ["cut off", (whole: Buffer) => whole.subarray(0, -3)],
    ["empty", () => Buffer.alloc(0)],
    ["of other content", () => brotliCompressSync("other")],
  ])("is compressed anew where what is kept is %s", async (name, broken) => {
    const { content, entry, write } = await kept(name)
    const whole = await readFile(entry)
    await writeFile(entry, broken(whole))
    const forms = await write()
    expect(await written()).toEqual(whole)
    expect(await readFile(entry)).toEqual(whole)
    expect(brotliDecompressSync(whole)).toEqual(content)
    expect(forms.br?.size).toBe(whole.length)
  })

  test("can be written by many at once", async () => {
    const { entry, content, write } = await kept("at once")
    await rm(entry)
    await Promise.all(Array.from({ length: 20 }, write))
    expect(brotliDecompressSync(await readFile(entry))).toEqual(content)
    expect((await readdir(cache)).filter((name) => !name.endsWith(".br"))).toEqual([])
  })

  test("goes when it was not used for longest, where there is too much of it", async () => {
    const small = join(folder, "small-cache")
    await mkdir(small)
    for (const [name, day] of [
      ["a", 1],
      ["b", 3],
      ["c", 2],
    ] as const) {
      await writeFile(join(small, name), Buffer.alloc(400))
      await utimes(join(small, name), day, day)
    }
    await pruneCache(small, 1_200)
    expect(await readdir(small)).toHaveLength(3)
    await pruneCache(small, 800)
    expect((await readdir(small)).sort()).toEqual(["b", "c"])
  })
})

test.each([
  "text/html; charset=utf-8",
  "text/plain",
  "text/css",
  "text/javascript; charset=utf-8",
  "application/json",
  "application/ld+json",
  "application/manifest+json",
  "application/xml",
  "application/rss+xml; charset=utf-8",
  "application/wasm",
  "image/svg+xml",
  "font/ttf",
])("%s is worth compressing", async (type) => {
  expect(
    Object.keys(await writeForms(join(folder, "c"), text, { ...html, type }, cache)),
  ).toHaveLength(3)
})

test.each(["image/png", "image/webp", "font/woff2", "video/mp4", "application/octet-stream"])(
  "%s is not",
  async (type) => {
    const name = type.replace("/", ".")
    expect(
      Object.keys(await writeForms(join(folder, name), text, { ...html, type }, cache)),
    ).toEqual(["identity"])
    expect((await readdir(folder)).filter((file) => file.startsWith(name))).toEqual([name])
  },
)

test("an empty file has all its forms too", async () => {
  const forms = await writeForms(join(folder, "empty.css"), Buffer.alloc(0), html, cache)
  expect(forms.identity?.size).toBe(0)
  expect(gunzipSync(await readFile(join(folder, "empty.css.gz")))).toHaveLength(0)
})
