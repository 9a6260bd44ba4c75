import { voidTag } from "./tags"

/** A part of a block of HTML: a tag whose other end is in another block, or what is whole. */
export type Piece = { isTag: boolean; text: string }

const tag = /<\/?([A-Za-z][\w-]*)(?:"[^"]*"|'[^']*'|[^'">])*>/g

/** The name of a tag, in small letters. */
export const nameOf = (written: string): string =>
  (/^<\/?([A-Za-z][\w-]*)/.exec(written)?.[1] ?? "").toLowerCase()

type Place = { name: string; from: number; to: number }

/** A block of HTML, parted at the tags that do not both begin and end in it. */
export function piecesOf(html: string): readonly Piece[] {
  const pieces: Piece[] = []
  let at = 0
  const add = (isTag: boolean, text: string) => {
    if (text.trim() !== "") pieces.push({ isTag, text: text.trim() })
  }
  for (const { from, to } of lonelyTags(html)) {
    add(false, html.slice(at, from))
    add(true, html.slice(from, to))
    at = to
  }
  add(false, html.slice(at))
  return pieces
}

/** Whether every tag that begins in a piece of HTML ends in it. */
export const isBalanced = (html: string): boolean => lonelyTags(html).length === 0

/** What HTML ends by itself. */
const selfEnding = /^(?:li|p|td|tr|th|dd|dt|tbody|thead)$/

function lonelyTags(html: string): readonly Place[] {
  const open: Place[] = []
  const lonely: Place[] = []
  const source = html.replaceAll(/<!--[^]*?-->/g, (comment) => " ".repeat(comment.length))
  for (const { 0: written, 1: name = "", index } of source.matchAll(tag)) {
    const place = { name: name.toLowerCase(), from: index, to: index + written.length }
    if (voidTag.test(place.name) || written.endsWith("/>")) continue
    if (!written.startsWith("</")) {
      open.push(place)
      continue
    }
    const at = open.findLastIndex((one) => one.name === place.name)
    if (at < 0) lonely.push(place)
    else lonely.push(...open.splice(at).slice(1))
  }
  return [...lonely, ...open]
    .filter(({ name }) => !selfEnding.test(name))
    .toSorted((a, b) => a.from - b.from)
}

/** Blocks of Markdown with empty lines between them; a summary stands right below the tag that folds. */
export const joinBlocks = (blocks: readonly string[]): string =>
  blocks
    .map((block) => block.trim())
    .filter((block) => block !== "")
    .join("\n\n")
    .replaceAll("<details>\n\n<summary>", "<details>\n<summary>")
