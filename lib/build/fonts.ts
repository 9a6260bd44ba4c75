import { createHash } from "node:crypto"
import { mkdir, readFile, writeFile } from "node:fs/promises"
import { dirname, join } from "node:path"
import subsetFont from "subset-font"

/** Where `app/fonts.ts` finds them. */
const folder = ".partwise/fonts"

type Axes = Record<string, number | { min: number; max: number }>

/** A font of ours: the file of a package, and the part of its design space that the styles use. */
type Font = {
  name: string
  file: string
  axes: Axes
  features: readonly string[]
  /** Characters that it must have wherever it is used. */
  always?: string
}

const text = ["kern", "liga", "calt", "ccmp", "locl", "mark", "mkmk"]
const numerals = ["lnum", "onum", "pnum", "tnum"]
const weights = { min: 400, max: 600 }

const serif = "@fontsource-variable/source-serif-4/files/source-serif-4"
const sizes = { wght: weights, opsz: { min: 14, max: 48 } }

/** Letters that a browser slants by itself, and signs that it makes of TeX or stretches. */
const mathematical =
  range(0x391, 0x3a9) +
  range(0x3b1, 0x3c9) +
  range(0x1d434, 0x1d467) + // A to z, slanted
  range(0x1d6e2, 0x1d71b) + // Α to ϖ, slanted
  "ℎ∂∇∞∑∏∫√∈∉⊂⊆∪∩∅∀∃±∓×·⋅∘∗⊙⊕⊗≤≥≠≈∼≡∝≪≫←→↑↓↔⇐⇒⇔↦…⋯⋮⋱′″‖∥⟨⟩⌊⌋⌈⌉⏞⏟ˆ˜¯˙¨ℓ−∣⊤≜"

const fonts: readonly Font[] = [
  font("serif", `${serif}-latin-opsz-normal`, sizes),
  font("serif-italic", `${serif}-latin-wght-italic`, { wght: weights }),
  font("serif-more", `${serif}-latin-ext-wght-normal`, { wght: weights }),
  font("serif-greek", `${serif}-greek-wght-normal`, { wght: weights }),
  font("sans", "@fontsource-variable/inter/files/inter-latin-wght-normal", { wght: weights }),
  font("mono", "@fontsource-variable/jetbrains-mono/files/jetbrains-mono-latin-wght-normal", {
    wght: 400,
  }),
  {
    name: "math",
    file: "node_modules/@fontsource/stix-two-math/files/stix-two-math-latin-400-normal.woff2",
    axes: {},
    features: ["ssty", "kern"], // forms for small sizes
    always: mathematical,
  },
]

function font(name: string, file: string, axes: Axes): Font {
  return { name, file: `node_modules/${file}.woff2`, axes, features: [...text, ...numerals] }
}

/** What the pages themselves write, and any author may. */
const usual = `${range(0x20, 0x7e)}\u00a0–—‘’“”„…•·×−←→↑↓↩§©`

/**
 * Writes the fonts with no more in them than the site uses: its characters, the weights and sizes of
 * its styles. What was written from the same sources before stays.
 *
 * @param root of the project, where the content has been written
 */
export async function writeFonts(root: string): Promise<void> {
  const special = await readFile(join(root, ".partwise/characters.json"), "utf8")
  const characters = usual + (JSON.parse(special) as readonly string[]).join("")
  await Promise.all(fonts.map((font) => writeFont(root, font, characters)))
}

async function writeFont(root: string, font: Font, characters: string): Promise<void> {
  const whole = await readFile(join(root, font.file))
  const key = createHash("sha256")
    .update(whole)
    .update(JSON.stringify([font, characters]))
  const target = join(root, folder, `${font.name}.woff2`)
  const stamp = `${target}.made`
  const hash = key.digest("hex")
  if ((await readFile(stamp, "utf8").catch(() => "")) === hash) return

  const part = await subsetFont(whole, characters + (font.always ?? ""), {
    targetFormat: "woff2",
    variationAxes: font.axes,
    keepFeatures: font.features,
    noHinting: true,
  })
  await mkdir(dirname(target), { recursive: true })
  await writeFile(target, part)
  await writeFile(stamp, hash)
}

function range(from: number, to: number): string {
  return String.fromCodePoint(...Array.from({ length: to - from + 1 }, (_, i) => from + i))
}
