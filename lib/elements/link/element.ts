import type { Definition, Image, Link, LinkReference } from "mdast"
import { gfmAutolinkLiteralFromMarkdown } from "mdast-util-gfm-autolink-literal"
import { defaultHandlers, type State } from "mdast-util-to-hast"
import { gfmAutolinkLiteral } from "micromark-extension-gfm-autolink-literal"
import type { BodyContext, BodyElement } from "../../mdx/body-element"
import { slotOf } from "../../mdx/slot"
import { textOf } from "../text/text-of"
import { countWords } from "../text/words"
import { linkLostMarks } from "./lost-marks"

/** Links, and all that has an address. */
export const link = {
  /**
   * GitHub's links of bare addresses. They make the parser stop at every letter, which takes twice the
   * time of all the rest: only a body with an address that no brackets enclose has the use of them.
   */
  syntax: [
    {
      micromark: gfmAutolinkLiteral(),
      mdast: gfmAutolinkLiteralFromMarkdown(),
      mayBeIn: (text) => /(?:^|[^(<"'\w])(?:https?:\/\/|www\.)|[\w.+-]@\w/im.test(text),
    },
  ],
  lostMarks: linkLostMarks,
  read(body) {
    const addresses: (Link | Image | Definition)[] = []
    const links: (Link | LinkReference)[] = []
    const pictured = new Set<string>() // identifiers of definitions that are of images
    const add = (node: Link | Image | Definition) => void addresses.push(node)
    return {
      nodes: {
        link(node) {
          addresses.push(node)
          links.push(node)
        },
        image: add,
        // A note whose name has a space is none to Markdown; lib/elements/note says so.
        definition: (node) => void (node.identifier.startsWith("^") || add(node)),
        imageReference: ({ identifier }) => void pictured.add(identifier),
        linkReference: (node) => void links.push(node),
      },
      finish() {
        for (const node of links) checkText(node, body)
        for (const node of addresses) {
          const isImage =
            "identifier" in node ? pictured.has(node.identifier) : node.type === "image"
          const bare = node.type === "link" ? node.children.length === 0 : undefined
          const address = { url: node.url, place: body.placeOf(node), bare }
          body.facts[isImage ? "images" : "links"].push(address)
        }
      },
    }
  },
  handlers: {
    /** One without a text gets a slot: what another document is called stands in the index. */
    link(state: State, node: Link) {
      const link = defaultHandlers.link(state, node)
      const { href } = link.properties
      if (link.children.length === 0 && typeof href === "string" && href.startsWith("/")) {
        link.children.push(slotOf({ name: href }))
      }
      return link
    },
  },
} satisfies BodyElement

/** Gives a link without a text the name of what it leads to, if that is in this body. */
function nameLink(link: Link, body: BodyContext): void {
  if (!link.url.startsWith("#")) return
  const id = idIn(link.url)
  const named = body.targets.filter((target) => target.id === id)
  const { name } = named.find(({ kind }) => kind === "section") ?? named[0] ?? {}
  if (name === undefined) return
  link.children.push({ type: "text", value: name })
  body.words += countWords(name)
}

/** The id in a link such as `#unet`. */
function idIn(url: string): string {
  try {
    return decodeURIComponent(url.slice(1))
  } catch {
    return url.slice(1) // the check refuses it
  }
}

/** What says nothing to who goes through a page from link to link, by ear or by eye. */
const empty =
  /^(?:(?:click )?here|(?:this )?link|this(?: (?:page|post|article))?|(?:read )?more|see here)$/i

/** A link says where it leads (WCAG 2.2, 2.4.4 and 2.4.9). */
function checkText(node: Link | LinkReference, body: BodyContext): void {
  if (node.children.length === 0) {
    const reason = `Unexpected link without a text, expected one, or [](address) for the name of its target`
    if (node.type === "link") nameLink(node, body)
    else body.report(node, reason, "link-empty")
  }
  const text = textOf(node).trim()
  if (!empty.test(text)) return
  const reason = `Unexpected "${text}" as the text of a link, expected words that say where it leads`
  body.report(node, reason, "link-text")
}
