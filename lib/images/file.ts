import { imageSize } from "image-size"
import { loadSharp } from "./load-sharp"

/** Media types of images, by what the file's first bytes say it is. */
export const imageTypes: Readonly<Record<string, string>> = {
  avif: "image/avif",
  gif: "image/gif",
  jpg: "image/jpeg",
  png: "image/png",
  svg: "image/svg+xml",
  webp: "image/webp",
}

/** The media type of an image, by its name. */
export const typeOf = (file: string) =>
  imageTypes[
    file
      .slice(file.lastIndexOf(".") + 1)
      .toLowerCase()
      .replace("jpeg", "jpg")
  ] ?? "application/octet-stream"

/** What the beginning of an image says of it. */
export type ImageHead = {
  /** One of {@link imageTypes}, or what else it is. */
  type: string
  /** As it is shown: a photo that its camera marked as turned is turned. */
  width: number
  height: number
}

/** @throws Error unless the bytes begin as an image that has a size */
export function readHead(bytes: Uint8Array): ImageHead {
  const { type = "", width, height, orientation = 1 } = imageSize(bytes)
  if (!(width > 0 && height > 0)) throw new Error("Unexpected image without a size")
  const turned = orientation >= 5 && orientation <= 8 // Exif: by a quarter
  return turned ? { type, width: height, height: width } : { type, width, height }
}

/**
 * Reads all of an image.
 *
 * @throws Error where it breaks off, or cannot be read
 */
export async function readThrough(bytes: Uint8Array): Promise<void> {
  const sharp = await loadSharp()
  const image = sharp(bytes, { failOn: "error", limitInputPixels: false })
  await image.resize({ width: 8, height: 8, fit: "fill" }).raw().toBuffer()
}

/** Whether an image moves: it is served as it is. */
export async function isAnimated(bytes: Buffer): Promise<boolean> {
  const sharp = await loadSharp()
  return isAnimatedPng(bytes) || ((await sharp(bytes).metadata()).pages ?? 1) > 1
}

/** Of a PNG, sharp reads the first picture alone; that others follow is said before it (APNG 1.0). */
const isAnimatedPng = (bytes: Buffer) =>
  bytes.subarray(1, 4).toString("latin1") === "PNG" &&
  bytes.subarray(0, bytes.indexOf("IDAT")).includes("acTL")

/**
 * Whether a drawing has no ground of its own, by its first bytes: a PNG with transparency, or an SVG
 * that knows nothing of the reader's theme.
 */
export function mayBeClear(bytes: Buffer, type: string): boolean {
  if (type === "svg") return !/prefers-color-scheme|light-dark\(/.test(bytes.toString("utf8"))
  if (type !== "png") return false
  const colourType = bytes[25] ?? 0
  return colourType === 4 || colourType === 6 || bytes.subarray(0, 2_000).includes("tRNS")
}
