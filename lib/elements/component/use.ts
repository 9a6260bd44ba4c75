import { toHtml } from "hast-util-to-html"
import { h } from "hastscript"
import type { Element } from "hast"
import type {} from "mdast-util-to-hast" // raw HTML in trees of HTML

/** A tag of an author's own, as a page shows it before a script comes. */
export type Frame = {
  /** What it shows first. */
  html: string
  /** Whether that is text, and needs no element around it. */
  isText?: boolean
  /** What a reader of feeds gets in its place. */
  feed?: string
  /** The script that brings it to life; none, if nothing of it lives. */
  script?: {
    /** Address of the module. */
    module: string
    /** What the module exports it as. */
    name: string
    props: Readonly<Record<string, unknown>>
    /** Begins the ids of this use, and of no other of the page. */
    id: string
    /** What stands between its tags, where its first frame does not show that. */
    hidden?: string
  }
}

/** The element around what an own component shows. */
export const liveTag = "live-component"

/** The element around what stands between the tags of an own component. */
export const childrenTag = "component-children"

/** What says in compiled HTML which use of a component comes here, until {@link fillFrames} fills it. */
export const useAttribute = "data-use"

const marks = new RegExp(`<${liveTag} ${useAttribute}="(\\d+)">|</${liveTag}>`, "g")

/**
 * Compiled HTML with the first frames of its components.
 *
 * @param frameOf the frame of a use, by its number, around the HTML that stands between its tags
 */
export function fillFrames(
  html: string,
  frameOf: (use: number, children: string) => string,
): string {
  if (!html.includes(`<${liveTag} `)) return html
  const open: { use: number; before: string }[] = []
  let text = ""
  let from = 0
  for (const { 0: mark, 1: use, index } of html.matchAll(marks)) {
    text += html.slice(from, index)
    from = index + mark.length
    if (use !== undefined) {
      open.push({ use: Number(use), before: text })
      text = ""
      continue
    }
    const outer = open.pop()
    if (outer) text = outer.before + frameOf(outer.use, text)
  }
  return text + html.slice(from)
}

/** The HTML of a frame; a custom element around it waits to bring it to life. */
export function frameHtml({ html, isText, feed, script }: Frame): string {
  if (isText) return html
  const { module, name, props, id, hidden } = script ?? {}
  const attributes = h(liveTag, {
    dataFeed: feed,
    dataModule: module,
    dataName: name,
    dataProps: props && JSON.stringify(props),
    dataId: id,
    dataHidden: hidden,
  })
  const element: Element = { ...attributes, children: [{ type: "raw", value: html }] }
  return toHtml(element, { allowDangerousHtml: true })
}
