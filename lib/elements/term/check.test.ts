import { expect, test } from "vitest"
import { found } from "../../testing/found"
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

test.each<[string, unknown]>([
  ["A <Term>layr</Term>", found(`${own}:7:3`, "term-unknown", "layr", "did you mean layer?")],
  ['A <Term name="kernel">layer</Term>', found(`${own}:7:3`, "term-unknown", "kernel")],
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
  expect(await messagesWith(postSaying(body))).toEqual([
    typeof problem === "string" ? `${own}:7:${problem}` : problem,
  ])
})

test.each<[string, unknown]>([
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
  ["- term: Strata\n  definition: A.", found(`${file}:5:9`, "term-twice", "Strata", "layer")],
  [
    "- term: net\n  definition: A.\n  also: [LAYER]",
    found(`${file}:7:10`, "term-twice", "LAYER", "layer"),
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
  expect(await messagesWith(glossaryWith(more))).toEqual([
    typeof problem === "string" ? `${file}:${problem}` : problem,
  ])
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
    found("content/pages/about.mdx:8:49", "term-unknown", "layers"),
  ])
})

test("terms are not said to be unknown where the glossary cannot be read", async () => {
  expect(await messagesWith({ "glossary.yaml": "- term: [\n" })).toHaveLength(1)
})
