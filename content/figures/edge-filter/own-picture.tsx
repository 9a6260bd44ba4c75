import { useEffect, useRef } from "react"
import { convolve, type Matrix } from "./model"

/** What has come of a picture of the reader's. */
export type Own = { picture?: Matrix; fault?: string }

/** Takes a picture of the reader's device, where it stays. */
export function PictureField({ own, onRead }: { own: Own; onRead: (own: Own) => void }) {
  return (
    <>
      <label className="figure-field">
        <span>A picture of yours, which stays on this device</span>
        <input
          type="file"
          accept="image/*"
          onChange={({ currentTarget }) => {
            const file = currentTarget.files?.[0]
            if (!file) return
            readPicture(file).then(
              (picture) => onRead({ picture }),
              (error: RangeError) => onRead({ fault: error.message }),
            )
          }}
        />
      </label>
      {own.fault !== undefined && (
        <span role="alert" className="figure-wrong">
          {own.fault}
        </span>
      )}
    </>
  )
}

/** A picture, and what the filter answers to it. */
export function Filtered({ picture, kernel }: { picture: Matrix; kernel: Matrix }) {
  const [before, after] = [useRef<HTMLCanvasElement>(null), useRef<HTMLCanvasElement>(null)]
  useEffect(() => {
    if (before.current) draw(before.current, picture)
  }, [before, picture])
  useEffect(() => {
    if (after.current) draw(after.current, picture, kernel)
  }, [after, picture, kernel])
  return (
    <div className="figure-pictures">
      <canvas ref={before} role="img" aria-label="Your picture" />
      <canvas ref={after} role="img" aria-label="What the filter answers to your picture" />
    </div>
  )
}

/** Longest side of a picture as it is looked at, in pixels. */
const longest = 240
/** A larger one could take all the memory of a phone. */
const most = 40e6

/**
 * The brightness of a picture, from 0 to 255, made small. It is read where it is: nothing is sent.
 *
 * @throws RangeError with a sentence for readers
 */
async function readPicture(file: Blob): Promise<Matrix> {
  let bitmap: ImageBitmap
  try {
    bitmap = await createImageBitmap(file)
  } catch {
    throw new RangeError("This file is no picture that your browser can read.")
  }
  const { width, height } = bitmap
  try {
    if (width * height > most) {
      const size = Math.round((width * height) / 1e6)
      throw new RangeError(`This picture has ${size} megapixels; up to 40 can be looked at.`)
    }
    const scale = Math.min(1, longest / Math.max(width, height))
    const size = [width, height].map((side) => Math.max(3, Math.round(side * scale)))
    return brightnessOf(bitmap, size[0] ?? 3, size[1] ?? 3)
  } finally {
    bitmap.close()
  }
}

function brightnessOf(bitmap: ImageBitmap, width: number, height: number): Matrix {
  const context = new OffscreenCanvas(width, height).getContext("2d")
  if (!context) throw new RangeError("Your browser does not let a page look at a picture.")
  context.fillStyle = "white" // below what is clear
  context.fillRect(0, 0, width, height)
  context.drawImage(bitmap, 0, 0, width, height)
  const { data } = context.getImageData(0, 0, width, height)
  // ITU-R BT.601: how bright red, green and blue are to the eye.
  const at = (pixel: number) =>
    0.299 * (data[pixel] ?? 0) + 0.587 * (data[pixel + 1] ?? 0) + 0.114 * (data[pixel + 2] ?? 0)
  return Array.from({ length: height }, (_, row) =>
    Array.from({ length: width }, (_, column) => at(4 * (row * width + column))),
  )
}

/** Draws a picture, or what a kernel answers it: the stronger, the darker. */
function draw(canvas: HTMLCanvasElement, picture: Matrix, kernel?: Matrix): void {
  const rows = kernel ? convolve(picture, kernel) : picture
  const strongest = rows.flat().reduce((most, value) => Math.max(most, Math.abs(value)), 1)
  const shadeOf = (value: number) =>
    kernel ? 255 - (255 * Math.abs(value)) / strongest : Math.round(value)
  canvas.height = rows.length
  canvas.width = rows[0]?.length ?? 0
  const bytes = rows.flat().flatMap((value) => {
    const shade = shadeOf(value)
    return [shade, shade, shade, 255]
  })
  const image = new ImageData(Uint8ClampedArray.from(bytes), canvas.width)
  canvas.getContext("2d")?.putImageData(image, 0, 0)
}
