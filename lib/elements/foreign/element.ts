import type { Nodes } from "mdast"
import type { BodyContext, BodyElement } from "../../mdx/body-element"
import type { BodyVisitors } from "../../mdx/walk"
import { readLayout } from "./layout"
import { foreignSyntax, type ForeignBraces } from "./syntax"

/** What other systems write, and what is to be written here instead; comments of HTML go. */
export const foreign = {
  syntax: foreignSyntax,
  read: (body) => [readLayout(body), readForeign(body)],
} satisfies BodyElement

function readForeign({ report }: BodyContext): BodyVisitors {
  return {
    nodes: {
      html(node) {
        const [, rest = ""] = /^<!--[^]*?--!?>([^]*)$/.exec(node.value) ?? [node.value, "<!--"]
        if (rest.trim() !== "") {
          const reason =
            rest === "<!--"
              ? "Unexpected <!-- without -->, expected both"
              : "Unexpected text behind a comment, expected it in a line of its own"
          report(node, reason, "mdx")
        }
        return []
      },
      foreignBraces(node, ancestors) {
        report(node, `Unexpected ${reasonFor(node, ancestors.at(-1))}`, "mdx-expression")
        return []
      },
    },
  }
}

const orSign = "or \\{ for the sign itself"

function reasonFor({ value }: ForeignBraces, parent: Nodes | undefined): string {
  const [, name = ""] = /^\{\{[<%]?-?\s*([\w-]+)/.exec(value) ?? []
  if (/^\{\{[<%]/.test(value)) {
    const shortcode = value.slice(0, 2 + value.slice(2).indexOf("}}") + 2)
    return `shortcode ${shortcode}, expected ${shortcodes[name] ?? "what it stands for"}, ${orSign}`
  }
  if (value.startsWith("{%")) {
    const [, tag = ""] = /^\{%-?\s*([\w-]+)/.exec(value) ?? []
    return `template {% ${tag} … %}, expected ${shortcodes[tag] ?? "what it stands for"}, ${orSign}`
  }
  if (value.startsWith("{{")) {
    return `template {{ … }}, expected what it stands for, as nothing is filled in here, ${orSign}`
  }
  const what = parent?.type === "heading" ? "heading" : "text"
  return `attributes ${value} behind a ${what}, expected none: how it looks is the site's, ${orSign}`
}

const embed = '<Embed src="https://…" title="…" />'

/** What to write instead of a shortcode, by its name. */
const shortcodes: Readonly<Record<string, string>> = {
  bilibili: embed,
  figure: '![what it shows](file name "caption")',
  gist: embed,
  highlight: "``` and a language above the code, and ``` below it",
  endhighlight: "``` below the code",
  include: "the text itself",
  instagram: embed,
  link: "[text](address of the page)",
  post_url: "the address of the post, such as /posts/<slug>/",
  raw: "nothing: text is printed as it is",
  endraw: "nothing: text is printed as it is",
  ref: "[text](address of the page)",
  relref: "[text](address of the page)",
  tweet: embed,
  twitter: embed,
  video: "![what it shows](film.mp4)",
  vimeo: embed,
  x: embed,
  youtube: embed,
}
