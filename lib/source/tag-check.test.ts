import { expect, test } from "vitest"
import { tags as registry } from "../elements/all"
import { found } from "../testing/found"
import { messagesWith, postSaying } from "../testing/workspace"

const tags = [...registry.keys()].filter((name) => /^[A-Z]/.test(name)).join(", ")
const elements = [...registry.keys()].filter((name) => /^[a-z]/.test(name)).join(", ")
const own = "content/posts/own/index.mdx"

test.each<[string, string, unknown]>([
  [
    "an unknown tag",
    "<CourseOutlin />",
    found(`${own}:7:1`, "tag-unknown", "<CourseOutlin>", tags, "did you mean CourseOutline?"),
  ],
  [
    "an unknown element",
    "<script>a</script>",
    found(`${own}:7:1`, "tag-unknown", "<script>", elements),
  ],
  [
    "a tag with the name of a method",
    "<constructor />",
    found(`${own}:7:1`, "tag-unknown", "<constructor>", elements),
  ],
  [
    "a tag in lower case",
    "<figure>a</figure>",
    found(`${own}:7:1`, "tag-unknown", "<figure>", "<Figure>"),
  ],
  [
    "an element that Markdown has a mark for",
    "Read <b>this</b>.",
    found(`${own}:7:6`, "tag-unknown", "<b>", "**text**"),
  ],
  ["a heading in HTML", "<h3>Depth</h3>", found(`${own}:7:1`, "tag-unknown", "<h3>", " ### ")],
  [
    "an unknown attribute",
    '<CourseOutline course="deep" modul="vision" />',
    found(`${own}:7:30`, "tag-attribute", " modul ", "course, module", "did you mean module?"),
  ],
  [
    "a required attribute misspelt is not missing as well",
    '<CourseOutline cours="deep" />',
    found(`${own}:7:16`, "tag-attribute", " cours ", "did you mean course?"),
  ],
  [
    "an attribute with the name of a method",
    '<CourseOutline course="deep" valueOf="a" />',
    found(`${own}:7:30`, "tag-attribute", " valueOf "),
  ],
  [
    "an attribute where none is",
    'A <kbd id="a">B</kbd>',
    "8: Unexpected attribute id of <kbd>, expected none (tag-attribute)",
  ],
  [
    "a required attribute that is missing",
    '<CourseOutline module="vision" />',
    '1: Unexpected <CourseOutline> without course, expected <CourseOutline course="…"> (tag-attribute)',
  ],
  [
    "a number for text",
    "<CourseOutline course={3} />",
    "16: Unexpected 3 as course of <CourseOutline>, expected text in quotes (tag-attribute)",
  ],
  [
    "no value for text",
    "<CourseOutline course />",
    "16: Unexpected no value as course of <CourseOutline>, expected text in quotes (tag-attribute)",
  ],
  [
    "empty braces for text",
    "<CourseOutline course={undefined} />",
    "16: Unexpected empty braces as course of <CourseOutline>, expected text in quotes (tag-attribute)",
  ],
  [
    "text for a switch",
    '<details open="no"><summary>A</summary>B</details>',
    '10: Unexpected "no" as open of <details>, expected {true}, {false} or nothing (tag-attribute)',
  ],
  [
    "code as a value",
    "<CourseOutline course={id} />",
    "16: Unexpected name id in braces, expected a plain value (tag-attribute)",
  ],
  [
    "a spread",
    "<CourseOutline {...all} />",
    '16: Unexpected {…} in <CourseOutline>, expected name="value" (tag-attribute)',
  ],
  [
    "a block in a line of text",
    'See <CourseOutline course="deep" /> here.',
    "5: Unexpected <CourseOutline> in a line of text, expected an empty line above and below it (tag-place)",
  ],
  [
    "a summary that goes on as text",
    "<details>\n<summary>A</summary>\nText.\n</details>",
    "1: Unexpected <summary> in a line of text, expected an empty line above and below it (tag-place)",
  ],
])("%s", async (_what, body, problem) => {
  const line = String(problem).includes("<summary>") ? 8 : 7
  expect(await messagesWith(postSaying(body))).toEqual([
    typeof problem === "string" ? `${own}:${line}:${problem}` : problem,
  ])
})

test.each([
  '<CourseOutline course="deep" />',
  "<CourseOutline course={'deep'} module={`vision`} />",
  "<details open>\n<summary>A</summary>\n\nText.\n\n</details>",
  "<details open={false}><summary>A</summary>Text.</details>",
  "<dl>\n<dt>A</dt>\n<dd>B</dd>\n</dl>",
  'Press <kbd>A</kbd>,<br />x<sub>1</sub>, <abbr title="as soon as possible">ASAP</abbr>.',
  "<>A</>",
])("%j is sound", async (body) => {
  expect(await messagesWith(postSaying(body))).toEqual([])
})

test.each([
  ['<div lang="ar" dir="rlt">أ</div>', "16", '"rlt" as dir of <div>, expected ltr, rtl or auto'],
  [
    'A <span lang="arabic language">أ</span>',
    "9",
    '"arabic language" as lang of <span>, expected a language tag such as ar or zh-Hant',
  ],
])("a passage in another language: %s", async (body, column, reason) => {
  expect(await messagesWith(postSaying(body))).toEqual([
    `${own}:7:${column}: Unexpected ${reason} (tag-attribute)`,
  ])
})

test("a passage in another language is a block", async () => {
  expect(await messagesWith(postSaying('<div lang="ar" dir="rtl">أ</div>'))).toEqual([])
  expect(await messagesWith(postSaying('A <div lang="ar">أ</div>'))).toEqual([
    `${own}:7:3: Unexpected <div> in a line of text, expected an empty line above and below it (tag-place)`,
  ])
})
