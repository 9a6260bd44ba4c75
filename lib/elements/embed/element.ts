import type { Element } from "hast"
import { h } from "hastscript"
import type { BodyElement } from "../../mdx/body-element"
import { attributeOf, type Attributes, type Tag } from "../../mdx/tag"
import { findShown } from "./providers"

const attributes: Attributes = {
  src: {
    type: "string",
    required: true,
    pattern: {
      form: { test: (src) => findShown(src) !== undefined },
      name: "an address that begins with https://",
    },
  },
  title: { type: "string", required: true },
}

/** What pages elsewhere write around a frame: what it is to look like, and may do, is said here. */
const ofFrames = [
  "width",
  "height",
  "frameborder",
  "frameBorder",
  "allow",
  "allowfullscreen",
  "allowFullScreen",
  "loading",
  "referrerpolicy",
  "referrerPolicy",
]
const frameAttributes: Attributes = {
  ...attributes,
  ...Object.fromEntries(ofFrames.map((name) => [name, { type: "any" } as const])),
}

/**
 * A film, a post, a page of another site: words and a link, and nothing that the other site learns of,
 * until a reader asks for it.
 */
export const embed = {
  tags: {
    Embed: { attributes, block: true, html: cardOf },
    iframe: { attributes: frameAttributes, block: true, html: cardOf },
  },
  read({ facts, placeOf }) {
    const add = (tag: Tag) => {
      const shown = findShown(attributeOf(tag, "src") ?? "")
      if (typeof shown !== "object" || !("host" in shown)) return
      facts.frames.push({ name: shown.host, place: placeOf(tag) })
    }
    return { tags: { Embed: add, iframe: add } }
  },
} satisfies BodyElement

function cardOf({ properties }: Element): Element {
  const [src, title] = [String(properties["src"]), String(properties["title"])]
  const shown = findShown(src)
  const frame = typeof shown === "object" ? shown.frame : undefined
  return h("p", { className: ["embed"] }, [
    h("a", { href: src, dataFrame: frame }, [
      h("span", { className: ["embed-title"] }, title),
      " ",
      h("span", { className: ["embed-host"] }, new URL(src).hostname.replace(/^www\./, "")),
    ]),
  ])
}
