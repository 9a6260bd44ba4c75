import { mkdtemp, readFile, readdir, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { brotliCompressSync, brotliDecompressSync, constants, gunzipSync } from "node:zlib"
import { afterAll, beforeAll, expect, test } from "vitest"
import { openCache, type Cache } from "../cache/cache"
import { writeForms } from "./compress"
import { etagOf } from "../testing/client"

let folder = ""
let cache: Cache
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "partwise-forms-"))
  cache = openCache(folder, "compressed")
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
  await writeForms(file, text, { type: "text/markdown; charset=utf-8", immutable: false }, cache)
  expect(await readFile(`${file}.br`)).toEqual(brotli(6)) // which programs read
  expect(brotli(11).length).toBeLessThan(brotli(10).length)
})

test("content that was compressed before is not compressed again", async () => {
  const content = Buffer.from("again ".repeat(1_000))
  const file = join(folder, "again")
  await writeForms(file, content, html, cache)
  const [br, gzip] = await Promise.all([readFile(`${file}.br`), readFile(`${file}.gz`)])
  const { load } = cache
  const other = brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } })
  const names: string[] = []
  const isKept = async <Value>(name: string) => {
    names.push(name)
    expect(await load(name)).toEqual({ br, gzip })
    return { br: other, gzip: other } as Value
  }
  const forms = await writeForms(file, content, html, { ...cache, load: isKept })
  expect(names).toHaveLength(1)
  expect(await readFile(`${file}.br`)).toEqual(other)
  expect(await readFile(`${file}.gz`)).toEqual(other)
  expect(`"${forms.br?.hash}"`).toBe(etagOf(other))
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
