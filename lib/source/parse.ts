import type { Root } from "mdast"
import { fromMarkdown, type Options } from "mdast-util-from-markdown"
import { mdxFromMarkdown } from "mdast-util-mdx"
import { mdxjs } from "micromark-extension-mdxjs"
import type { Construct, Extension } from "micromark-util-types"
import type { Point } from "unist"
import { VFileMessage } from "vfile-message"
import { elements } from "../elements/all"
import type { Syntax } from "../mdx/body-element"

/** What the parser says of MDX that it cannot read. */
export type MdxFault = VFileMessage & {
  /** Where the tag, the expression or the import begins that it was reading last. */
  opening?: Point
}

const syntaxes: readonly Syntax[] = [
  { micromark: mdxjs(), mdast: mdxFromMarkdown() },
  ...elements.flatMap(({ syntax = [] }) => syntax),
]

/**
 * The syntax tree of an MDX body: CommonMark, tags, and what `lib/elements` adds.
 *
 * @throws MdxFault, with line and column, where the MDX cannot be read
 */
export function parseMdx(body: string): Root {
  const used = syntaxes.filter(({ mayBeIn }) => mayBeIn?.(body) ?? true)
  const openings = watchOpenings()
  const options: Options = {
    extensions: [...used.map(({ micromark }) => micromark), openings.extension],
    mdastExtensions: used.flatMap(({ mdast = [] }) => mdast),
  }
  try {
    return fromMarkdown(body, options)
  } catch (error) {
    if (!(error instanceof VFileMessage)) throw error
    throw Object.assign(error, { opening: openings.last() })
  }
}

/** Constructs that come first where MDX may begin, note the place, and leave it to the others. */
function watchOpenings(): { extension: Extension; last: () => Point | undefined } {
  let last: Point | undefined
  const note: Construct = {
    tokenize(_effects, _ok, decline) {
      last = this.now()
      return decline
    },
  }
  const text = { [codeOf("<")]: note, [codeOf("{")]: note }
  const flow = { ...text, [codeOf("e")]: note, [codeOf("i")]: note } // export, import
  return { extension: { flow, text }, last: () => last }
}

function codeOf(character: string) {
  return character.charCodeAt(0)
}
