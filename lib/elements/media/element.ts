import type { ElementContent } from "hast"
import { h } from "hastscript"
import type { Image } from "mdast"
import type { BodyElement } from "../../mdx/body-element"
import { attributeOf, type Attributes, type Tag } from "../../mdx/tag"
import { findMedia } from "./kind"

const attributes: Attributes = {
  src: { type: "string", required: true },
  title: { type: "string", required: true },
  captions: {
    type: "string",
    pattern: { form: /\.vtt$/i, name: "the name of a .vtt beside the post" },
  },
  lang: { type: "string" },
}
const withPoster: Attributes = { ...attributes, poster: { type: "string" } }

/**
 * Films and recordings beside the post, by the mark of images or with more by a tag: a reader starts them,
 * and until then nothing of them is loaded.
 */
export const media = {
  tags: {
    Video: { attributes: withPoster, block: true },
    Audio: { attributes, block: true },
  },
  read({ facts, placeOf, report }) {
    const visit = (tag: Tag) => {
      const value = (name: string) => attributeOf(tag, name)
      const [src = "", title = ""] = [value("src"), value("title")]
      for (const name of ["src", "captions", "poster"]) {
        const url = value(name)
        if (url !== undefined) facts.images.push({ url, place: placeOf(tag) })
      }
      const [captions, lang] = [value("captions"), value("lang")]
      const tracks =
        captions === undefined
          ? []
          : [h("track", { kind: "captions", src: captions, srcLang: lang ?? "en", default: true })]
      const node: Image = { type: "image", url: src, alt: title, position: tag.position }
      asMedia(node, tag.name === "Audio" ? "audio" : "video", tracks, value("poster"))
      return [{ type: "paragraph" as const, children: [node], position: tag.position }]
    }
    return {
      nodes: {
        image(node) {
          const kind = findMedia(node.url)
          if (!kind || node.data?.hName) return
          if ((node.alt ?? "").trim() === "") {
            const reason = `Unexpected ${words[kind]} without words, expected ![what it shows](${node.url})`
            report(node, reason, "image-alt")
          }
          asMedia(node, kind)
        },
      },
      tags: { Video: visit, Audio: visit },
    }
  },
} satisfies BodyElement

const words = { video: "film", audio: "recording" }

function asMedia(
  node: Image,
  kind: "video" | "audio",
  tracks: readonly ElementContent[] = [],
  poster?: string,
): void {
  node.data = {
    ...node.data,
    hName: kind,
    hProperties: {
      ariaLabel: node.alt ?? undefined,
      poster,
      controls: true,
      preload: "none",
      playsInline: kind === "video" ? true : undefined,
    },
    hChildren: [...tracks, h("a", { href: node.url }, node.alt ?? node.url)],
  }
  node.alt = null // it is no image any more
  node.title = null
}
