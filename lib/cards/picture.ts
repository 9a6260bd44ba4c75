import { promisify } from "node:util"
import { crc32, deflate } from "node:zlib"
import { loadSharp } from "../images/load-sharp"
import { blend, channelsOf } from "./colour"
import type { Band } from "./drawing"

/** How finely a colour is blended with the paper at the edges of letters. */
const levels = 15

/**
 * Bands on paper as PNG. Cards have few colours: a byte a pixel says which, and only what is drawn on is
 * drawn, which takes a fifth of the time that a whole picture in all colours does.
 *
 * @param colours in which bands are drawn, as `#rrggbb`: up to sixteen
 */
export async function paint(
  bands: readonly Band[],
  { width, height }: { width: number; height: number },
  paper: string,
  colours: readonly string[],
): Promise<Buffer> {
  const shades = Array.from({ length: levels }, (_, index) => (index + 1) / levels)
  const palette = [
    paper,
    ...colours.flatMap((one) => shades.map((share) => blend(one, paper, share))),
  ]
  const rows = Buffer.alloc(height * (width + 1)) // a byte before each row says how it is filtered: not
  const sharp = await loadSharp()
  const numbers = new Map<number, number>()
  const numberOf = (pixel: number) => {
    const known = numbers.get(pixel)
    if (known !== undefined) return known
    const [red, green, blue, alpha] = [0, 8, 16, 24].map((shift) => (pixel >>> shift) & 255)
    const nearest = nearestOf([red ?? 0, green ?? 0, blue ?? 0], colours)
    const level = Math.round(((alpha ?? 0) / 255) * levels)
    const number = level === 0 ? 0 : 1 + nearest * levels + level - 1
    numbers.set(pixel, number)
    return number
  }
  for (const band of bands) {
    const box = `0 ${band.top} ${width} ${band.height}`
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${band.height}" viewBox="${box}">${band.content}</svg>`
    const { data } = await sharp(Buffer.from(svg))
      .ensureAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true })
    const pixels = new Uint32Array(data.buffer, data.byteOffset, width * band.height)
    for (let at = 0; at < pixels.length; at++) {
      const pixel = pixels[at] ?? 0
      if (pixel === 0) continue
      const row = band.top + Math.floor(at / width)
      rows[row * (width + 1) + 1 + (at % width)] = numberOf(pixel)
    }
  }
  return pngOf(width, height, palette, rows)
}

/** Which of some colours is the nearest, by its channels. */
function nearestOf(channels: readonly number[], colours: readonly string[]): number {
  const distances = colours.map((colour) =>
    channelsOf(colour).reduce((sum, one, index) => sum + (one - (channels[index] ?? 0)) ** 2, 0),
  )
  return distances.indexOf(Math.min(...distances))
}

/** PNG (ISO/IEC 15948) with a palette of up to 256 colours. */
async function pngOf(
  width: number,
  height: number,
  palette: readonly string[],
  rows: Buffer,
): Promise<Buffer> {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 3], 8) // eight bits a pixel, which are a number of the palette
  return Buffer.concat([
    Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
    chunk("IHDR", header),
    chunk("PLTE", Buffer.from(palette.flatMap(channelsOf))),
    chunk("IDAT", await promisify(deflate)(rows)),
    chunk("IEND", Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, "latin1"), data])
  const ends = Buffer.alloc(8)
  ends.writeUInt32BE(data.length, 0)
  ends.writeUInt32BE(crc32(named), 4)
  return Buffer.concat([ends.subarray(0, 4), named, ends.subarray(4)])
}
