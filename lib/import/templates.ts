import { findKind, type Kind } from "../elements/callout/syntax"
import { embedOf, filmAddress, imageOf } from "./tags"

/** What stands in a shortcode behind its name: values by their names, or by their numbers. */
export type Arguments = Readonly<Record<string, string | undefined>>

const argument =
  /([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|`([^`]*)`|(\S+))|"([^"]*)"|'([^']*)'|`([^`]*)`|(\S+)/g

/** The arguments of a shortcode or of an `include`. */
export function argumentsOf(source: string): Arguments {
  const found: Record<string, string> = {}
  let number = 0
  for (const [, name, ...values] of source.matchAll(argument)) {
    found[name ?? number++] = values.find((value) => value !== undefined) ?? ""
  }
  return found
}

/** What is written here for a shortcode without a body; nothing, where there is no such thing. */
export function shortcodeOf(name: string, given: Arguments): string | undefined {
  const id = given["id"] ?? given["src"] ?? given["url"] ?? given["0"]
  switch (name.toLowerCase()) {
    case "figure":
    case "img":
    case "image":
    case "figure.html":
    case "image.html": {
      const caption = given["caption"] ?? given["title"]
      const src = given["src"] ?? given["image_path"] ?? given["url"] ?? given["path"] ?? given["0"]
      const alt = given["alt"] ?? caption ?? ""
      return src && imageOf({ src, alt, title: caption, width: percentIn(given["width"]) })
    }
    case "video":
      return id === undefined ? undefined : filmOf(id, given["title"])
    case "gist": {
      const [user, gist] = [given["0"], given["1"]]
      const src = gist ? `https://gist.github.com/${user}/${gist}` : filmAddress("gist", id)
      return src && embedOf({ src, title: given["title"] ?? "A gist" })
    }
    case "tweet":
    case "twitter":
    case "x":
    case "x_simple":
    case "twitter_simple": {
      const status = given["id"] ?? given["1"] ?? given["0"]
      const src = filmAddress("tweet", status?.replace(/.*\//, ""))
      return src && embedOf({ src, title: given["title"] ?? "A post on X" })
    }
    case "youtube":
    case "youtube.html":
    case "vimeo":
    case "vimeo.html": {
      const src = filmAddress(name, id)
      return src && embedOf({ src, title: given["title"] ?? "A film" })
    }
    case "pagebreak":
    case "toc":
    case "tableofcontents":
    case "more":
      return ""
    default:
      return undefined
  }
}

function filmOf(id: string, title: string | undefined): string {
  const isFile = /\.(?:mp4|webm|ogv|mov)$/i.test(id) && !/^https?:/.test(id)
  if (isFile) return imageOf({ src: id, alt: title })
  return embedOf({ src: id, title: title ?? "A film" })
}

const percentIn = (width: string | undefined) =>
  /^\d+(?:px|%)?$/.test(width ?? "") ? width : undefined

/** Kinds of callouts that only other systems have; the rest means what it means here, or is a note. */
const foreignKinds: Readonly<Record<string, Kind>> = {
  alert: "warning",
  bug: "warning",
  check: "tip",
  done: "tip",
  failure: "caution",
}

/** The kind of callout here that is nearest to one elsewhere, as its mark has it. */
export const calloutKind = (name: string): string =>
  (findKind(name) ?? foreignKinds[name.toLowerCase()] ?? "note").toUpperCase()

/** A callout of some lines of Markdown. */
export function calloutOf(kind: string, title: string, body: string): string {
  const head = `[!${calloutKind(kind)}]${title.trim() === "" ? "" : ` ${title.trim()}`}`
  return ["", head, ...body.trim().split("\n"), ""]
    .map((line, index, all) =>
      index === 0 || index === all.length - 1 ? "" : `> ${line}`.trimEnd(),
    )
    .join("\n")
}

/** `!!! note "Title"` and what is set in below it, as Python-Markdown has it. */
export const withAdmonitions = (text: string): string =>
  text.replaceAll(
    /^(?:!!!|\?\?\?\+?)[ \t]+(\w+)[^"\n]*(?:"([^"\n]*)")?[^\n]*\n((?:(?:[ ]{4}|\t)[^\n]*\n?|[ \t]*\n(?=[ ]{4}|\t))+)/gm,
    (_all, kind: string, title: string | undefined, body: string) =>
      `${calloutOf(kind, title ?? "", body.replaceAll(/^(?: {4}|\t)/gm, ""))}\n`,
  )

/** `> [!info] Title`, with the kinds that Obsidian has. */
export const withQuotedCallouts = (text: string): string =>
  text.replaceAll(
    /^((?:[ \t]*>)+[ \t]*)\[!([\w-]+)(?:\|[^\]]*)?\]/gm,
    (_all, before: string, kind: string) => `${before}[!${calloutKind(kind)}]`,
  )
