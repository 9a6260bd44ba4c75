import type { Element } from "hast"
import { h } from "hastscript"
import { findElement, isElement, unwrap, type FeedContext, type FeedRules } from "../../mdx/feed"
import { measure, rem } from "../../model/widths"

/** Where a reader has no style sheet, images are no wider than the text is on the page. */
const widest = measure * rem

/** Wide enough for a screen of any density. */
const widestFile = 1080

/** Endings of the formats that every reader of feeds knows, and of the one that nearly all do. */
const known = [/\.(?:gif|jpe?g|png)(?:\?|$)/i, /\.webp(?:\?|$)/i]

/** A picture for feeds: one image, in a format that readers know. */
function feedImage(picture: Element, { absolute }: FeedContext): Element[] {
  const image = picture.tagName === "img" ? picture : findElement(picture, "img")
  const { src, alt = "", title, width, height } = image?.properties ?? {}
  if (typeof src !== "string") throw new Error("Unexpected picture, expected an image in it")
  const files = [src, ...picture.children.filter(isElement).flatMap(filesOf)]
  const best = known.flatMap((format) => files.find((file) => format.test(file)) ?? [])[0] ?? src
  const [wide, high] = [Number(width), Number(height)]
  const size = wide && high ? sizeOf(wide, high) : {}
  return [h("img", { src: absolute(best), alt, title, ...size })]
}

const sizeOf = (width: number, height: number) => ({
  width: Math.min(width, widest),
  height: Math.round(height * Math.min(1, widest / width)),
})

/** The files that a <source> names, the widest of those that are not too wide first. */
function filesOf({ properties: { srcSet } }: Element): readonly string[] {
  const files = (srcSet ?? "").split(", ").map((file) => file.split(" "))
  return files
    .filter(([, width = ""]) => Number.parseInt(width) <= widestFile)
    .map(([address = ""]) => address)
    .toReversed()
}

export const imageFeed: FeedRules = { ".enlarge": unwrap, img: feedImage, picture: feedImage }
