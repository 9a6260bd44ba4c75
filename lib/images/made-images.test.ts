import { imagesFolder, madeFolder } from "../model/build-folders.mjs"
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { crc32 } from "node:zlib"
import sharp from "sharp"
import { afterEach, beforeEach, expect, test } from "vitest"
import { madeImages } from "./made-images"
import { originalImages } from "./original-images"

let root: string
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "partwise-images-"))
})
afterEach(() => rm(root, { recursive: true }))

const cache = () => join(root, "node_modules/.cache/partwise/images")

/** A picture of one colour. */
const picture = (width: number, height: number, background = "#c84") =>
  sharp({ create: { width, height, channels: 3, background } })

async function add(name: string, bytes: Uint8Array | string): Promise<string> {
  const path = `content/posts/own/${name}`
  await mkdir(dirname(join(root, path)), { recursive: true })
  await writeFile(join(root, path), bytes)
  return path
}

/** Prepares images as a build does. */
async function build(...paths: readonly string[]) {
  const images = madeImages(root)
  const prepared = await Promise.all(paths.map((path) => images.prepare(path)))
  const folder = "content/posts/own"
  const all = await readdir(join(root, folder)).catch(() => [])
  await images.finish(all.map((name) => `${folder}/${name}`))
  return prepared
}

const served = async () => (await readdir(join(root, imagesFolder))).sort()
/** A file that is served, by its address. */
const read = (address = "") => readFile(join(root, madeFolder, decodeURIComponent(address)))

test("an image is made in widths that are not above its own, in each format", async () => {
  const [image] = await build(await add("net.jpg", await picture(1000, 500).jpeg().toBuffer()))
  expect(image).toMatchObject({ width: 1000, height: 500, clear: false })
  expect(image?.sources.at(-1)).toMatchObject({ type: "image/webp" })
  for (const { type, files } of image?.sources ?? []) {
    expect(files.map(({ width }) => width)).toEqual([480, 768, 1000])
    for (const { address, width } of files) {
      expect(address).toMatch(/^\/images\/net-[0-9a-f]{16}-\d+\.(?:avif|webp)$/)
      const metadata = await sharp(await read(address)).metadata()
      expect([`image/${metadata.format}`.replace("heif", "avif"), metadata.width]).toEqual([
        type,
        width,
      ])
    }
  }
  expect(await sharp(await read(image?.fallback)).metadata()).toMatchObject({
    format: "jpeg",
    width: 1000,
  })
})

test("a second build makes nothing, and neither does the same image under another name", async () => {
  const bytes = await picture(600, 400).png().toBuffer()
  const paths = [await add("a.png", bytes), await add("b.png", bytes)]
  const first = await build(...paths)
  const [key = "", ...others] = await readdir(cache())
  expect(others).toEqual([])
  const timeOf = async (name: string) => (await stat(join(cache(), key, name))).mtimeMs
  const before = [await timeOf(""), await timeOf("480.webp"), await timeOf("facts.json")]

  expect(await build(...paths)).toEqual(first)
  expect([await timeOf(""), await timeOf("480.webp"), await timeOf("facts.json")]).toEqual(before)
})

test("only images that this build shows are served; what is not in the content any more is not kept", async () => {
  const shown = await add("shown.png", await picture(20, 20).png().toBuffer())
  const draft = await add("draft.png", await picture(30, 30).png().toBuffer())
  await build(shown, draft)
  expect((await served()).some((name) => name.startsWith("draft-"))).toBe(true)

  await build(shown)
  expect((await served()).every((name) => name.startsWith("shown-"))).toBe(true)
  expect(await readdir(cache())).toHaveLength(2) // the draft need not be made again

  await rm(join(root, draft))
  await build(shown)
  expect(await readdir(cache())).toHaveLength(1)
})

test("a photo is turned as its camera says, and tells nothing of place and camera", async () => {
  const photo = await picture(900, 600)
    .withExif({
      IFD0: { Make: "Camera", Orientation: "6" },
      IFD3: { GPSLatitudeRef: "N", GPSLatitude: "51/1 30/1 0/1" },
    })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()
  expect((await sharp(photo).metadata()).orientation).toBe(6)
  const path = await add("photo.jpg", photo)
  const [image] = await build(path)
  expect(image).toMatchObject({ width: 600, height: 900 })
  expect(await originalImages(root).prepare(path)).toMatchObject({ width: 600, height: 900 })

  const files = [
    image?.fallback,
    ...(image?.sources ?? []).flatMap(({ files }) => files.map(({ address }) => address)),
  ]
  const contents = await Promise.all(files.map(read))
  for (const content of [...contents, await readFile(join(root, image?.whole ?? ""))]) {
    const { exif, xmp, icc, orientation = 1, width, height } = await sharp(content).metadata()
    expect({ exif, xmp, icc, orientation }).toEqual({ orientation: 1 })
    expect(height).toBeGreaterThan(width)
  }
})

test("colours of another profile become sRGB", async () => {
  const bytes = await picture(40, 40, "#00ff00").withIccProfile("p3").png().toBuffer()
  const [image] = await build(await add("green.png", bytes))
  const { data } = await sharp(await read(image?.fallback))
    .raw()
    .toBuffer({ resolveWithObject: true })
  const [red = 255, green = 0, blue = 255] = data
  expect((await sharp(await read(image?.fallback)).metadata()).icc).toBeUndefined()
  expect([red < 8, green, blue < 8]).toEqual([true, 255, true]) // in P3 it is beyond sRGB
})

/** A PNG of which it is said that a second picture follows the first (APNG 1.0). */
function moving(png: Buffer): Buffer {
  const kind = Buffer.from("acTL")
  const data = Buffer.from([0, 0, 0, 2, 0, 0, 0, 0])
  const chunk = Buffer.alloc(20)
  chunk.writeUInt32BE(data.length)
  kind.copy(chunk, 4)
  data.copy(chunk, 8)
  chunk.writeUInt32BE(crc32(Buffer.concat([kind, data])), 16)
  const afterHead = 33
  return Buffer.concat([png.subarray(0, afterHead), chunk, png.subarray(afterHead)])
}

test("drawings and what moves are served as they are", async () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 20"><path d="M0 0h9"/></svg>'
  const frames = sharp(
    [await picture(9, 9).png().toBuffer(), await picture(9, 9, "#123").png().toBuffer()],
    { join: { animated: true } },
  )
  const apng = moving(await picture(9, 9).png().toBuffer())
  const [drawing, gif, webp, png] = await build(
    await add("a.svg", svg),
    await add("b.gif", await frames.clone().gif().toBuffer()),
    await add("c.webp", await frames.clone().webp().toBuffer()),
    await add("d.png", apng),
  )
  expect(drawing).toMatchObject({ width: 30, height: 20, clear: true, sources: [] })
  expect(String(await read(drawing?.fallback))).toBe(svg)
  expect((await sharp(await read(gif?.fallback)).metadata()).pages).toBe(2)
  expect((await sharp(await read(webp?.fallback)).metadata()).pages).toBe(2)
  expect(png?.sources).toEqual([])
  expect(await read(png?.fallback)).toEqual(apng)
})

test.each([
  ["with an opaque fourth channel", "#c84", false],
  ["with a clear ground", "#cc884400", true],
])("a PNG %s", async (_what, background, clear) => {
  const bytes = await sharp({ create: { width: 9, height: 9, channels: 4, background } })
    .png()
    .toBuffer()
  const [image] = await build(await add("a.png", bytes))
  expect(image?.clear).toBe(clear)
})

test("an SVG that knows the reader's theme has a ground of its own", async () => {
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 3 2"><style>@media (prefers-color-scheme:dark){path{fill:#fff}}</style><path d="M0 0h9"/></svg>'
  expect((await build(await add("a.svg", svg)))[0]?.clear).toBe(false)
})

test("names of any script, and decomposed ones", async () => {
  const path = await add("e\u0301-深度.png", await picture(9, 9).png().toBuffer())
  const [image] = await build(path)
  expect(decodeURIComponent(image?.fallback ?? "")).toMatch(
    /^\/images\/é-深度-[0-9a-f]+-fallback\.png$/,
  )
  expect((await read(image?.fallback)).length).toBeGreaterThan(0)
})

test("an image that breaks off is a problem of its file", async () => {
  const bytes = await picture(400, 400).jpeg().toBuffer()
  const path = await add("half.jpg", bytes.subarray(0, bytes.length / 2))
  await expect(build(path)).rejects.toThrow(
    /^content\/posts\/own\/half\.jpg:1:1: Unexpected failure to read the image .*\(image-broken\)$/,
  )
})
