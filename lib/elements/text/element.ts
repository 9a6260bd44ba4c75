import type { Nodes, Parents } from "mdast"
import { gfmStrikethroughFromMarkdown } from "mdast-util-gfm-strikethrough"
import { gfmStrikethrough } from "micromark-extension-gfm-strikethrough"
import type { BodyContext, BodyElement, LostMark } from "../../mdx/body-element"
import { takeSpan } from "../../mdx/spans"
import { isTag, type Tag } from "../../mdx/tag"
import type { BodyVisitors } from "../../mdx/walk"
import { createJoiner } from "./join"
import { createTypesetter } from "./typeset"
import { countWords, minutesFor } from "./words"
import { nameIn } from "./names"

/** A mark of other kinds of Markdown, which readers would see as it stands. */
function foreign(pattern: RegExp, reasonOf: (words: string) => string): LostMark {
  return {
    pattern,
    rule: "foreign-mark",
    reasonOf: (words) => `${reasonOf(words)}, or \\ before the sign itself`,
  }
}

/** "NOTE", of `!!! note`. */
const kindIn = (mark: string) => (/\w+/.exec(mark)?.[0] ?? "note").toUpperCase()

const marked = { open: /(?<!=)==(?=[^\s=])/, close: /(?<=[^\s=])==(?!=)/ }

/** `==words==` are marked, as in Obsidian and others. */
const readMarked = ({ text }: BodyContext): BodyVisitors => ({
  nodes: {
    text(node, ancestors, index) {
      const parent = ancestors.at(-1)
      const span =
        parent && node.value.includes("==")
          ? takeSpan(node, parent, index, text, marked)
          : undefined
      if (!span) return
      const { before, inner, after } = span
      const mark: Tag = {
        type: "mdxJsxTextElement",
        name: "mark",
        attributes: [],
        children: inner,
        position: node.position,
      }
      return [...before, mark, ...after]
    },
  },
})

/** Running text, after all that may be in it. */
export const text = {
  syntax: [
    { micromark: gfmStrikethrough({ singleTilde: false }), mdast: gfmStrikethroughFromMarkdown() },
  ],
  lostMarks: [
    foreign(
      /(?<![\\~])~(?<found>[^\s~](?:[^~\n]*[^\s~])?)~(?!~)/g,
      (words) => `~${words}~, expected <sub>${words}</sub>, ~~${words}~~ to strike it out`,
    ),
    foreign(
      /(?<=[\p{L}\p{N})])\^(?<found>[^\s^[]+)\^/gu,
      (words) => `^${words}^, expected <sup>${words}</sup>`,
    ),
    foreign(
      /(?<=^|[\s([])(?<!\\):(?<found>[a-z][a-z0-9_+-]+):(?=$|[\s)\].,;!?])/gm,
      (name) => `:${name}:, expected the sign itself, such as 🙂`,
    ),
    foreign(/(?<![\\!])(?<found>!?\[\[[^\]\n]+\]\])(?![(])/g, (link) =>
      link.startsWith("!")
        ? `${link}, expected ![what it shows](file name)`
        : `${link}, expected [text](address of the page)`,
    ),
    foreign(
      /^(?<before>[ \t>]*)(?<found>(?:!!!|\?\?\?)\+?[ \t]*\w+)/gm,
      (mark) =>
        `${mark} for a callout, expected > [!${kindIn(mark)}] and > before each line of its text`,
    ),
    foreign(
      /^(?<before>[ \t>]*)\*\[(?<found>[^\]\n]+)\]:[ \t]*(?=\S)/gm,
      (word) =>
        `*[${word}]: for what it means, expected <abbr title="…">${word}</abbr> where it stands`,
    ),
  ],
  read: (body) => [readMarked(body), readWords(body)],
  /** What belongs together is joined once every sign is the one that is printed. */
  write: ({ language }) => [createTypesetter(language), createJoiner(), nameIn(language)],
} satisfies BodyElement

function readWords(body: BodyContext): BodyVisitors {
  /** Adds what an author has written as prose. */
  const add = (words: string | null | undefined, node: Nodes, ancestors: readonly Parents[]) => {
    // A part of a text has no place of its own where another part is the address of a link.
    const { start, end } = node.position ?? ancestors.at(-1)?.position ?? {}
    if (!words || ancestors.some(isNoProse)) return
    body.prose.push({ text: words, from: start?.offset ?? 0, to: end?.offset ?? 0 })
  }
  return {
    nodes: {
      text(node, ancestors) {
        body.words += countWords(node.value)
        add(node.value, node, ancestors)
      },
      inlineCode(node) {
        body.words += countWords(node.value)
      },
      image(node, ancestors) {
        add(node.alt, node, ancestors)
        add(node.title, node, ancestors)
      },
    },
    finish() {
      body.facts.minutes = minutesFor(body.words)
    },
  }
}

/** Whether words in something are not the author's, or of another language. */
const isNoProse = (node: Parents) => isForeign(node) || isAddress(node)

/** Keys to press, titles of works, words in another language, and terms, which the glossary has. */
function isForeign(node: Parents): boolean {
  if (!isTag(node)) return false
  if (node.name === "Term") return node.attributes.length === 0
  return (
    node.name === "kbd" ||
    node.name === "cite" ||
    node.attributes.some((attribute) => "name" in attribute && attribute.name === "lang")
  )
}

/** A link that says its own address. */
function isAddress(node: Parents): boolean {
  if (node.type !== "link") return false
  const [only] = node.children
  return only?.type === "text" && only.value.includes(".") && node.url.endsWith(only.value)
}
