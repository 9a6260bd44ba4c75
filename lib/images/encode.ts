import { mkdir, writeFile } from "node:fs/promises"
import { join } from "node:path"
import type { Metadata, Sharp } from "sharp"
import { inTurn } from "./in-turn"
import { loadSharp } from "./load-sharp"
import { fallbackWidthOf, widthsOf } from "./sizes"

/** What was made of an image, by the names of its files in their folder. */
export type Encoded = {
  /** As it is shown: a photo that its camera marked as turned is turned. */
  width: number
  height: number
  /** Whether what is behind it shows through. */
  clear: boolean
  /** All of it in its own format, without what a camera or a program wrote about it. */
  whole: string
  /** The file for every browser. */
  fallback: string
  /** The files of each newer format, from narrow to wide. */
  sources: readonly { type: string; files: readonly { name: string; width: number }[] }[]
}

/** Changes when any of what follows does, so that images are made anew. */
export const settingsVersion = "2"

/** Effort 4 takes five times as long for the same size. */
const photo = {
  avif: { quality: 50, effort: 3, chromaSubsampling: "4:2:0" },
  webp: { quality: 76, effort: 4 },
}
/** Of what was kept without loss: thin lines and letters stay sharp. */
const drawing = {
  avif: { quality: 62, effort: 3, chromaSubsampling: "4:4:4" },
  webp: { quality: 86, effort: 4, smartSubsample: true },
}

const endings = { jpeg: "jpg", png: "png", webp: "webp", avif: "avif" } as const
type Format = keyof typeof endings

/**
 * Makes the files of a photo or drawing that a page has the use of. The colours become sRGB, and none
 * of what is written about it stays: place, time, camera.
 *
 * @throws Error where the bytes cannot be read as an image
 */
export async function encodeImage(bytes: Buffer, folder: string): Promise<Encoded> {
  const sharp = await loadSharp()
  const open = () => sharp(bytes, { failOn: "error", limitInputPixels: false }).autoOrient()
  const metadata = await open().metadata()
  const format = formatOf(metadata)
  const { width, height } = metadata.autoOrient
  const clear = metadata.hasAlpha && !(await inTurn(() => open().stats())).isOpaque
  const looks = format === "png" ? drawing : photo
  await mkdir(folder, { recursive: true })

  const sizes = new Map<string, number>() // in bytes
  const save = async (name: string, image: Sharp) => {
    const content = await image.toBuffer()
    sizes.set(name, content.length)
    await writeFile(join(folder, name), content)
  }
  const makeWidth = (step: number) =>
    inTurn(async () => {
      const { data, info } = await narrowed(open(), step, width)
        .raw()
        .toBuffer({ resolveWithObject: true })
      const { channels } = info
      const shrunk = sharp(data, { raw: { width: info.width, height: info.height, channels } })
      await save(`${step}.avif`, shrunk.clone().avif(looks.avif))
      await save(`${step}.webp`, shrunk.clone().webp(looks.webp))
    })
  const ending = endings[format]
  const fallback = `fallback.${ending}`
  const whole = `whole.${ending}`
  const make = {
    fallback: () =>
      save(fallback, inFormat(narrowed(open(), fallbackWidthOf(width), width), metadata, "small")),
    whole: () => save(whole, inFormat(open(), metadata, "whole")),
  }
  const widths = widthsOf(width)
  await Promise.all([
    ...widths.toReversed().map(makeWidth), // the one that takes longest first
    inTurn(make.fallback),
    inTurn(make.whole),
  ])

  const source = (ending: "avif" | "webp") => ({
    type: `image/${ending}`,
    files: widths.map((step) => ({ name: `${step}.${ending}`, width: step })),
  })
  const weight = (ending: string) =>
    widths.reduce((sum, step) => sum + (sizes.get(`${step}.${ending}`) ?? 0), 0)
  const sources = [source("avif"), source("webp")]
  const worth = weight("avif") < weight("webp") ? sources : sources.slice(1)
  return { width, height, clear, whole, fallback, sources: worth }
}

const narrowed = (image: Sharp, step: number, width: number) =>
  step < width ? image.resize({ width: step }) : image

function formatOf({ format, mediaType }: Metadata): Format {
  if (mediaType === "image/avif") return "avif"
  if (Object.hasOwn(endings, format)) return format as Format
  throw new Error(`Unexpected ${format}, expected ${Object.keys(endings).join(", ")}`)
}

/** In its own format: as small as it may be, or with as little loss as it may have. */
function inFormat(image: Sharp, metadata: Metadata, aim: "small" | "whole"): Sharp {
  switch (formatOf(metadata)) {
    case "jpeg":
      return image.jpeg(aim === "small" ? { quality: 80, mozjpeg: true } : { quality: 90 })
    case "png":
      return image.png({ compressionLevel: 9, palette: metadata.isPalette })
    case "webp":
      return image.webp(aim === "small" ? photo.webp : { quality: 90 })
    case "avif":
      return image.avif({ ...photo.avif, quality: aim === "small" ? 50 : 65 })
  }
}
