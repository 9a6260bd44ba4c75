import { readFile } from "node:fs/promises"
import { Blob, Buffer, Face, Font, shape, Variation } from "harfbuzzjs"

/** Text as it is drawn: a path of SVG for each letter, and how wide all of it is. */
export type Line = { letters: readonly Letter[]; width: number }

/** @property name of its shape, which is the same in all lines */
export type Letter = { name: string; path: string; x: number; y: number; width: number }

/** A font at one weight. */
export type Lettering = {
  /** One line of text, in units of the size: times the size, they are pixels. */
  line: (text: string) => Line
  /** How wide a piece of a line is. */
  width: (text: string) => number
  /** What the font has no letter for, each as a reader sees it: "✓", a family of emoji. */
  lacking: (text: string) => readonly string[]
}

/**
 * Sets text by HarfBuzz: ligatures, kerning and joined letters as a browser has them.
 *
 * @param file a font of OpenType, TrueType outlines or CFF, with an axis of weights
 * @param weight from 100 to 900
 */
export async function openLettering(file: string, weight: number): Promise<Lettering> {
  const face = new Face(new Blob(await readFile(file)))
  const font = new Font(face)
  font.setVariations([new Variation("wght", weight), new Variation("opsz", 60)])
  const paths = new Map<number, string>()
  const pathOf = (glyph: number): string => {
    const path = paths.get(glyph) ?? font.glyphToPath(glyph)
    paths.set(glyph, path)
    return path
  }
  const glyphsOf = (text: string) => {
    const buffer = new Buffer()
    buffer.addText(text)
    buffer.guessSegmentProperties()
    shape(font, buffer)
    return buffer.getGlyphInfosAndPositions()
  }
  const widths = new Map<string, number>()
  const known = new Map<string, boolean>()
  const isKnown = (grapheme: string): boolean => {
    const has = known.get(grapheme) ?? glyphsOf(grapheme).every(({ codepoint }) => codepoint !== 0)
    known.set(grapheme, has)
    return has
  }
  return {
    width(text) {
      const width =
        widths.get(text) ??
        glyphsOf(text).reduce((sum, { xAdvance = 0 }) => sum + xAdvance, 0) / face.upem
      widths.set(text, width)
      return width
    },
    line(text) {
      let width = 0
      const letters = glyphsOf(text).map(
        ({ codepoint, xAdvance = 0, xOffset = 0, yOffset = 0 }) => {
          const path = pathOf(codepoint)
          const name = `${weight} ${codepoint}`
          const letter = { name, path, x: width + xOffset, y: yOffset, width: xAdvance }
          width += xAdvance
          return letter
        },
      )
      return scaled({ letters, width }, face.upem)
    },
    lacking: (text) => graphemesOf(text).filter((one) => !isKnown(one)),
  }
}

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" })

const graphemesOf = (text: string) => [
  ...new Set(Array.from(graphemes.segment(text), ({ segment }) => segment)),
]

const scaled = ({ letters, width }: Line, units: number): Line => ({
  width: width / units,
  letters: letters.map(({ name, path, ...at }) => ({
    name,
    path,
    x: at.x / units,
    y: at.y / units,
    width: at.width / units,
  })),
})

/**
 * Breaks text where its language lets it be broken, so that no line is wider than there is room for; a
 * word that is wider stands alone.
 *
 * @param room in units of the size
 */
export function linesOf(text: string, language: string, room: number, lettering: Lettering) {
  const words = new Intl.Segmenter(language, { granularity: "word" }).segment(text)
  const lines: string[] = []
  let [line, width] = ["", 0]
  for (const piece of unbroken(Array.from(words, ({ segment }) => segment))) {
    const own = lettering.width(piece)
    const seen = lettering.width(piece.trimEnd())
    if (line.trim() !== "" && width + seen > room) {
      lines.push(line.trim())
      ;[line, width] = [piece, own]
    } else {
      line += piece
      width += own
    }
  }
  return [...lines, line.trim()].filter((one) => one !== "")
}

/** Words with the signs that belong to them: no line begins with a comma, or breaks at an apostrophe. */
function unbroken(segments: readonly string[]): readonly string[] {
  const pieces: string[] = []
  for (const segment of segments) {
    const last = pieces.at(-1)
    const isJoined = last !== undefined && !/\s$/.test(last) && !isOfWordsWithoutSpaces(segment)
    if (isJoined || /^[\s\p{P}]/u.test(segment)) pieces.push((pieces.pop() ?? "") + segment)
    else pieces.push(segment)
  }
  return pieces
}

/** Such as Japanese and Thai, whose lines break between any two words. */
const isOfWordsWithoutSpaces = (segment: string) =>
  /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}]/u.test(segment)
