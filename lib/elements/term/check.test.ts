import { expect, test } from "vitest"
import { messagesWith, postSaying, sound, type Files } from "../../testing/workspace"

const own = "content/posts/own/index.mdx"
const file = "content/glossary.yaml"

/** The sound glossary with more below it, which begins in line 5. */
const glossaryWith = (more: string): Files => ({
  "glossary.yaml": `${sound["glossary.yaml"]}${more}\n`,
})

test.each([
  ["<Term>layer</Term>"],
  ["<Term>Layers</Term>"],
  ["<Term>Strata</Term>"],
  ['A <Term name="layer">*deep* `layer`</Term>.'],
  ['<Term name={"layer"}>one</Term>'],
])("%s is sound", async (body) => {
  expect(await messagesWith(postSaying(body))).toEqual([])
})

test.each([
  [
    "A <Term>layr</Term>",
    `3: Unexpected term layr, expected one of ${file}; did you mean layer? (term-unknown)`,
  ],
  [
    'A <Term name="kernel">layer</Term>',
    `3: Unexpected term kernel, expected one of ${file} (term-unknown)`,
  ],
  [
    "A <Term></Term>",
    "3: Unexpected <Term> without words, expected <Term>words</Term> (tag-place)",
  ],
  ["<Term />", "1: Unexpected <Term> without words, expected <Term>words</Term> (tag-place)"],
  [
    "<Term>[layer](/)</Term>",
    "1: Unexpected Markdown in <Term>, expected words, at most in italics or as code (tag-place)",
  ],
  [
    "[a <Term>layer</Term>](/)",
    "4: Unexpected <Term> in a link, expected it in the text around it (tag-place)",
  ],
  [
    "## A <Term>layer</Term>",
    "6: Unexpected <Term> in a heading, expected it in the text around it (tag-place)",
  ],
])("%s", async (body, problem) => {
  expect(await messagesWith(postSaying(body))).toEqual([`${own}:7:${problem}`])
})

test.each([
  [
    "- term: net",
    "5:3: Unexpected absence of definition, expected it among the fields: a sentence or two, plain text (field-missing)",
  ],
  [
    "- term: net\n  definition: A.\n  alsoo: [a]",
    "7:3: Unexpected field alsoo, expected one of term, definition, also, see; did you mean also? (field-unknown)",
  ],
  [
    "- net",
    '5:3: Unexpected "net" as an item of the glossary, expected fields such as term (field-type)',
  ],
  [
    "- term: Strata\n  definition: A.",
    "5:9: Unexpected term Strata again, expected another: layer has it (term-twice)",
  ],
  [
    "- term: net\n  definition: A.\n  also: [LAYER]",
    "7:10: Unexpected term LAYER again, expected another: layer has it (term-twice)",
  ],
  [
    "- term: net\n  definition: A.\n  see: [twoo]",
    "7:9: Unexpected post twoo, expected content/posts/twoo/index.mdx to exist; did you mean two? (term-see)",
  ],
  [
    "- term: net\n  definition: A.\n  see: [Two words]",
    '7:9: Unexpected "Two words" as an item of see, expected the slug of a post or an address with http(s):// (field-type)',
  ],
])("%s", async (more, problem) => {
  expect(await messagesWith(glossaryWith(more))).toEqual([`${file}:${problem}`])
})

test("a link to no term", async () => {
  expect(await messagesWith(postSaying("[a](/glossary/) [b](/glossary/#layer)"))).toEqual([])
  expect(await messagesWith(postSaying("[a](/glossary/#layr)"))).toEqual([
    `${own}:7:1: Unexpected #layr, expected the id of a term of ${file}; did you mean layer? (link-fragment)`,
  ])
})

test("a glossary that is no list", async () => {
  expect(await messagesWith({ "glossary.yaml": "term: layer\n" })).toEqual([
    `${file}:1:1: Unexpected fields as the glossary, expected a list (field-type)`,
    `content/pages/about.mdx:8:49: Unexpected term layers, expected one of ${file} (term-unknown)`,
  ])
})

test("terms are not said to be unknown where the glossary cannot be read", async () => {
  expect(await messagesWith({ "glossary.yaml": "- term: [\n" })).toHaveLength(1)
})
