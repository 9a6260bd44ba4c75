import { defListFromMarkdown, defListHastHandlers } from "mdast-util-definition-list"
import { defList } from "micromark-extension-definition-list"
import type { BodyElement } from "../../mdx/body-element"
import type { Attributes } from "../../mdx/tag"

/** Language and direction of words or passages in another language. */
const foreign: Attributes = {
  lang: {
    type: "string",
    pattern: { form: { test: isLanguage }, name: "a language tag such as ar or zh-Hant" },
  },
  dir: { type: "string", pattern: { form: /^(?:ltr|rtl|auto)$/, name: "ltr, rtl or auto" } },
}

function isLanguage(tag: string) {
  try {
    return Intl.getCanonicalLocales(tag).length === 1
  } catch {
    return false
  }
}

/** HTML that a post may use where Markdown has no mark of its own, and which stays as it is. */
export const plainHtml = {
  /** `: definition` below a term. */
  syntax: [
    {
      micromark: defList,
      mdast: defListFromMarkdown,
      mayBeIn: (text) => /^[ \t>]*:[ \t]/m.test(text),
    },
  ],
  handlers: defListHastHandlers,
  tags: {
    abbr: { attributes: { title: { type: "string", required: true } } },
    br: {},
    cite: { attributes: foreign },
    dd: { block: true },
    del: {},
    dfn: { attributes: foreign },
    div: { attributes: foreign, block: true },
    dl: { block: true },
    dt: { block: true },
    ins: {},
    kbd: {},
    mark: {},
    q: { attributes: { cite: { type: "string" }, ...foreign } },
    small: {},
    span: { attributes: foreign },
    sub: {},
    sup: {},
    wbr: {},
  },
} satisfies BodyElement
