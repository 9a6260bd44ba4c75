import type { Properties } from "hast"
import { toHtml } from "hast-util-to-html"
import { h } from "hastscript"
import { fileAddress } from "../../model/addresses"
import { gap, gutters, measure, rem, side, withMargin } from "../../model/widths"
import type { Images, PreparedImage } from "../../images/images"
import { isElsewhere, nameOf, type ImageUse } from "./use"

/** The images beside a post or page, by their names. */
export type Pictures = ReadonlyMap<string, PreparedImage>

/**
 * Prepares the images beside a post or page.
 *
 * @param paths of those that were checked, from the root of the project
 */
export async function preparePictures(paths: readonly string[], images: Images): Promise<Pictures> {
  const prepare = async (path: string) =>
    [path.slice(path.lastIndexOf("/") + 1).normalize("NFC"), await images.prepare(path)] as const
  return new Map(await Promise.all(paths.map(prepare)))
}

/**
 * How wide images are at most, in rem, and where that room begins; below it, they are as wide as the
 * page between its gutters. A wide one reaches over the gap to the edge of the margin, a full one to
 * that of the window.
 */
const rooms: Record<ImageUse["place"], { width: number; from: number }> = {
  text: { width: measure, from: measure + gutters },
  wide: { width: measure + gap + side, from: withMargin },
  full: { width: withMargin, from: withMargin + gutters },
  margin: { width: side, from: withMargin },
}

/**
 * The HTML of an image in a body: its size keeps its place while it loads.
 *
 * @param owner the address of the post or page
 */
export function pictureHtml(use: ImageUse, owner: string, pictures: Pictures): string {
  const name = nameOf(use.src)
  const image = isElsewhere(use.src) ? undefined : pictures.get(name)
  const style = use.width === undefined ? undefined : `width:${use.width}`
  if (!image) return toHtml(h("img", { src: use.src, ...loadingOf(use), style }))

  const { width, height, clear, fallback, sources } = image
  const whole = fileAddress(owner, name)
  const img = h("img", {
    src: fallback,
    ...loadingOf(use),
    width,
    height,
    className: clear ? ["clear"] : undefined,
    style,
  })
  const sizes = sizesOf(use.place, width)
  const alternatives = sources.map(({ type, files }) =>
    h("source", {
      type,
      srcSet: files.map(({ address, width }) => `${address} ${width}w`).join(", "),
      sizes,
    }),
  )
  const picture = alternatives.length > 0 ? h("picture", [...alternatives, img]) : img
  const isSmaller = width > rooms[use.place].width * rem
  if (!isSmaller || !use.block || use.linked || use.alt === "") return toHtml(picture)
  return toHtml(h("a", { href: whole, className: ["enlarge"] }, picture))
}

/** The first image of a post, if a reader sees it at once, comes first; others when they are near. */
const loadingOf = ({ alt, title, first }: ImageUse): Properties => ({
  alt,
  title,
  loading: first ? undefined : "lazy",
  fetchPriority: first ? "high" : undefined,
  decoding: "async",
})

function sizesOf(place: ImageUse["place"], width: number): string {
  const room = rooms[place]
  const widest = Math.min(room.width, width / rem)
  const narrow = `calc(100vw - ${gutters}rem)`
  if (place === "text") return `(min-width: ${widest + gutters}rem) ${widest}rem, ${narrow}`
  // Where there is no margin beside the text, such a figure is as wide as the text.
  const text = Math.min(rooms.text.width, width / rem)
  return `(min-width: ${room.from}rem) ${widest}rem, (min-width: ${text + gutters}rem) ${text}rem, ${narrow}`
}
