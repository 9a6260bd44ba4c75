import { createRequire } from "node:module"
import { beforeAll, expect, test } from "vitest"
import { loadSharp } from "../images/load-sharp"
import { openCardPainter } from "./cards"
import { drawCard, type Letterings } from "./drawing"
import { linesOf, openLettering } from "./lettering"

const font = createRequire(import.meta.url).resolve(
  "source-serif/VAR/SourceSerif4Variable-Roman.ttf",
)
const style = { site: "Partwise", author: "An Author", accent: "#a63c17", language: "en" }
let letterings: Letterings

beforeAll(async () => {
  letterings = { bold: await openLettering(font, 600), plain: await openLettering(font, 400) }
})

const paint = openCardPainter(style.accent)
const card = (title: string) =>
  paint(drawCard({ address: "/", label: "Part 1 of 2 · Nets", title }, style, letterings))

/** The part of a card that is not paper, in pixels. */
async function inkOf(png: Buffer) {
  const sharp = await loadSharp()
  const { data, info } = await sharp(png)
    .extract({ left: 0, top: 130, width: 1200, height: 330 })
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true })
  let [left, right, rows] = [info.width, 0, new Set<number>()]
  for (const [at, shade] of data.entries()) {
    if (shade > 200) continue
    left = Math.min(left, at % info.width)
    right = Math.max(right, at % info.width)
    rows.add(Math.floor(at / info.width))
  }
  return { left, right, height: rows.size }
}

test.each([
  "Nets",
  "Ng’s Deep Learning Specialization – Part 1",
  "A title of one hundred and twenty characters, which is as long as a title of a post may be, and longer than most of them",
  "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
  "W".repeat(200),
  "Ελληνικά и русский, čeština, tiếng Việt",
])("the title %j has room between the margins", async (title) => {
  const { left, right, height } = await inkOf(await card(title))
  expect(left).toBeGreaterThanOrEqual(70)
  expect(right).toBeLessThanOrEqual(1130)
  expect(height).toBeGreaterThan(20)
})

test("lines break between words, and nowhere where a word would lose its signs", () => {
  const text = "A net, which isn’t one (or is it?), learns; that is all."
  const lines = linesOf(text, "en", 8, letterings.bold)
  expect(lines.join(" ")).toBe(text)
  expect(lines.length).toBeGreaterThan(2)
  for (const line of lines) expect(line).not.toMatch(/^[,;.)?]|[(]$/)
  const japanese = "深層学習の専門講座を読む"
  expect(linesOf(japanese, "ja", 3, letterings.bold).join("")).toBe(japanese)
})

test("letters that the font lacks are named, as a reader sees them", () => {
  const { lacking } = letterings.bold
  expect(lacking("Nets ✓ é ẞ Ж Α ≤ √")).toEqual([])
  expect(lacking("日本 👨‍👩‍👧 ع")).toEqual(["日", "本", "👨‍👩‍👧", "ع"])
})

test("a card is a sound picture, whatever signs of XML its title has", async () => {
  const sharp = await loadSharp()
  const png = await card(`<script> & "quotes" ]]> \u0000`)
  const { width, height, format } = await sharp(png).metadata()
  expect({ width, height, format }).toEqual({ width: 1200, height: 630, format: "png" })
  const { data } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  // The bar at its top, the paper below it, and the mark of the site.
  const at = (x: number, y: number) => [
    ...data.subarray(3 * (y * 1200 + x), 3 * (y * 1200 + x) + 3),
  ]
  expect(at(600, 4)).toEqual([0xa6, 0x3c, 0x17])
  expect(at(600, 60)).toEqual([0xfb, 0xfa, 0xf6])
  expect(at(106, 553)).toEqual([0xa6, 0x3c, 0x17])
})

test("the same card is the same bytes", async () => {
  expect(await card("Nets")).toEqual(await card("Nets"))
})
