import type { Element } from "hast"
import { attribute, childrenOf, element, findElement, type Source } from "../../mdx/feed-element"

/** Where a reader has no style sheet, images are no wider than the text is on the page. */
const widest = 640

/** Wide enough for a screen of any density. */
const widestFile = 1080

/** Endings of the formats that every reader of feeds knows, and of the one that nearly all do. */
const known = [/\.(?:gif|jpe?g|png)(?:\?|$)/i, /\.webp(?:\?|$)/i]

/** A picture for feeds: one image, in a format that readers know. */
export function feedImage(source: Source, absolute: (address: string) => string): Element {
  const image = source.tagName === "img" ? source : findElement(source, "img")
  const src = image && attribute(image, "src")
  if (!image || src === undefined) throw new Error("Unexpected picture, expected an image in it")
  const files = [src, ...childrenOf(source).flatMap(filesOf)]
  const best = known.flatMap((format) => files.find((file) => format.test(file)) ?? [])[0] ?? src
  const [width, height] = ["width", "height"].map((name) => Number(attribute(image, name)))
  const size =
    width && height
      ? [Math.min(width, widest), Math.round(height * Math.min(1, widest / width))]
      : []
  return element("img", [], {
    src: absolute(best),
    alt: attribute(image, "alt") ?? "",
    title: attribute(image, "title"),
    width: size[0],
    height: size[1],
  })
}

/** The files that a <source> names, the widest of those that are not too wide first. */
function filesOf(source: Source): readonly string[] {
  const files = (attribute(source, "srcset") ?? "").split(", ").map((file) => file.split(" "))
  return files
    .filter(([, width = ""]) => Number.parseInt(width) <= widestFile)
    .map(([address = ""]) => address)
    .toReversed()
}
