import { mkdir, readFile, writeFile } from "node:fs/promises"
import { join } from "node:path"
import subsetFont from "subset-font"
import { cacheKey, openCache } from "../cache/cache"

/** Where `app/fonts.ts` finds them. */
const folder = ".partwise/fonts"

/** A font of ours: the file of a package, and the part of its design space that the styles use. */
type Font = {
  name: string
  file: string
  axes: Readonly<Record<string, number | { min: number; max: number }>>
  /** OpenType features, besides those that text always needs. */
  features: readonly string[]
  /** Which of the site's characters it is for, and what else it must have. */
  charactersOf: (characters: string) => string
}

/** Joined and accented letters, and the distances between letters. */
const textFeatures = ["kern", "liga", "ccmp", "locl", "mark", "mkmk"]

/** Letters that few pages have: a font of their own, loaded by those (`unicode-range` in `app/fonts.ts`). */
const rare = /[\u0100-\u02ba\u0370-\u052f\u1e00-\u1fff\u20a0-\u20c0]/gu

const weights = { min: 400, max: 600 }

/** What the pages themselves write, and any author may. */
const usual = `${range(0x20, 0x7e)}\u00a0–—‘’“”„…•·×−←→↑↓↩§©`

/** Source Serif, cut for the size of text: with the cuts for all sizes it would be twice as heavy. */
const serifFonts = [
  serif("serif", "Roman", weights),
  serif("serif-italic", "Italic", 400),
  serif("serif-semibold-italic", "Italic", 600),
]

const fonts: readonly Font[] = [
  ...serifFonts.map((font) => ({
    ...font,
    charactersOf: (text: string) => text.replaceAll(rare, ""),
  })),
  ...serifFonts.map((font) => ({
    ...font,
    name: `${font.name}-rare`,
    charactersOf: (text: string) => text.match(rare)?.join("") ?? "",
  })),
  {
    name: "sans",
    file: "@fontsource-variable/inter/files/inter-latin-wght-normal.woff2",
    axes: { wght: weights },
    features: ["tnum"],
    charactersOf: (text) => text,
  },
  {
    name: "mono",
    file: "@fontsource-variable/jetbrains-mono/files/jetbrains-mono-latin-wght-normal.woff2",
    axes: { wght: 400 },
    features: [],
    charactersOf: (text) => text,
  },
  {
    name: "math",
    file: "@fontsource/stix-two-math/files/stix-two-math-latin-400-normal.woff2",
    axes: {},
    features: ["ssty"], // forms for small sizes
    charactersOf: withMathematical,
  },
]

function serif(name: string, style: string, wght: number | typeof weights) {
  const file = `source-serif/VAR/SourceSerif4Variable-${style}.ttf`
  return { name, file, axes: { wght, opsz: 20 }, features: ["onum", "pnum"] }
}

/**
 * Writes the fonts with no more in them than the site uses: its characters, the weights and sizes of
 * its styles. What was made from the same before is kept.
 *
 * @param root of the project, where the content has been written
 */
export async function writeFonts(root: string): Promise<void> {
  const special = await readFile(join(root, ".partwise/characters.json"), "utf8")
  const characters = usual + (JSON.parse(special) as readonly string[]).join("")
  await mkdir(join(root, folder), { recursive: true })
  await Promise.all(fonts.map((font) => writeFont(root, font, characters)))
}

async function writeFont(root: string, font: Font, characters: string): Promise<void> {
  const whole = await readFile(join(root, "node_modules", font.file))
  const text = font.charactersOf(characters)
  const options = {
    targetFormat: "woff2",
    variationAxes: font.axes,
    keepFeatures: [...textFeatures, ...font.features],
    noHinting: true,
  } as const

  const cache = openCache(root, "fonts", 20_000_000)
  const key = cacheKey(whole, JSON.stringify(options), text)
  const kept = await cache.load<Buffer>(key)
  const part = kept ?? (await subsetFont(whole, text, options))
  if (!kept) await cache.save(key, part)

  // A development server would load a page again for a file that was written again.
  const target = join(root, folder, `${font.name}.woff2`)
  const written = await readFile(target).catch(() => undefined)
  if (!written?.equals(part)) await writeFile(target, part)
}

/** Besides the signs of formulas, those that a browser makes of them: slanted letters, and roots. */
function withMathematical(text: string): string {
  const slanted = Array.from(text, (one) => slantedOf(one.codePointAt(0) ?? 0)).flat()
  return `${text}${String.fromCodePoint(...slanted)}ℎ𝛻𝜕𝜖𝜗𝜘𝜙𝜚𝜛√`
}

/**
 * The letter that a browser writes for one that stands alone in a formula: MathML Core's "italic
 * mappings", https://w3c.github.io/mathml-core/#italic-mappings.
 */
function slantedOf(code: number): readonly number[] {
  if (code >= 0x41 && code <= 0x5a) return [code - 0x41 + 0x1d434]
  if (code >= 0x61 && code <= 0x7a) return [code - 0x61 + 0x1d44e]
  if (code >= 0x391 && code <= 0x3a9) return [code - 0x391 + 0x1d6e2]
  if (code >= 0x3b1 && code <= 0x3c9) return [code - 0x3b1 + 0x1d6fc]
  return []
}

function range(from: number, to: number): string {
  return String.fromCodePoint(...Array.from({ length: to - from + 1 }, (_, i) => from + i))
}
