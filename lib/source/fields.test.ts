import { expect, test } from "vitest"
import { courseSchema, postSchema } from "../model/schema"
import { found } from "../testing/found"
import { edited, messagesWith, post, postWith, sound } from "../testing/workspace"
import { valuesOf } from "./fields"
import { parseYaml } from "./yaml"

const own = "content/posts/own/index.mdx"
const allFields = Object.keys(postSchema.shape).join(", ")

test("a missing field is said at the first line of the front matter", async () => {
  expect(await messagesWith(post("title: Own\ndate: 2024-01-03"))).toEqual([
    `${own}:2:1: Unexpected absence of description, expected it among the fields: one sentence, for lists and feeds (field-missing)`,
  ])
})

test("a missing field of an object is said at the first line of the object", async () => {
  const messages = await messagesWith(edited("courses/deep.yaml", "        title: Depth\n", ""))
  expect(messages).toEqual([
    "content/courses/deep.yaml:14:9: Unexpected absence of title, expected it among the fields: plain text (field-missing)",
  ])
})

test.each([
  ["title: 2001", "2001", "title", "text, in quotes"],
  ["title: true", "true", "title", "text, in quotes"],
  ["title: [One]", "list", "title", "text"],
  ["title: {one: two}", "fields", "title", "text"],
  ['title: " "', '" "', "title", "text"],
  ['title: "\\u200b\\u2060"', '"\\u200b\\u2060"', "title", "text"],
  ['title: "a\\u202eb"', '"a\\u202eb"', "title", "text without control characters"],
  ['title: "a\\bb"', '"a\\bb"', "title", "text without control characters"],
  ['title: "One\\ntwo"', '"One\\ntwo"', "title", "one line of text"],
])("%s is no text", async (line, found, name, expected) => {
  expect(await messagesWith(post(`${line}\ndescription: A post.\ndate: 2024-01-03`))).toEqual([
    `${own}:2:8: Unexpected ${found} as ${name}, expected ${expected} (field-type)`,
  ])
})

test.each([
  ["part: 0", "0 as part, expected a whole number from 1"],
  ["part: 1.5", "1.5 as part, expected a whole number from 1"],
  ["part: .nan", "null as part, expected a whole number from 1"],
  ["part: one", '"one" as part, expected a whole number from 1'],
])("%s is no part", async (line, reason) => {
  expect(await messagesWith(edited("posts/two/index.mdx", "part: 2", line))).toEqual([
    `content/posts/two/index.mdx:6:7: Unexpected ${reason} (field-type)`,
  ])
})

test.each([
  ["draft: yes", 8, '"yes" as draft'],
  ["draft: 1", 8, "1 as draft"],
  ["updated: 2024-02-30", 10, '"2024-02-30" as updated'],
  ["updated: 2024-2-3", 10, '"2024-2-3" as updated'],
  ["updated: 20240203", 10, "20240203 as updated"],
  ["tags: deep learning", 7, '"deep learning" as tags'],
  ["tags:", 1, "nothing as tags"],
])("%s is of another kind", async (line, column, what) => {
  const [message] = await messagesWith(postWith(line))
  expect(message).toEqual(found(`${own}:5:${column}`, "field-type", ` ${what},`))
})

test.each([
  ["tags: [deep, 3]", 14, "3 as an item of tags, expected text, in quotes"],
  ["tags: [deep, [learning]]", 14, "list as an item of tags, expected text"],
  ["image: ../net.png", 8, '"../net.png" as image, expected the name of an image beside the post'],
  [
    "series: Deep Nets",
    9,
    '"Deep Nets" as series, expected lower-case letters and digits, with hyphens between words',
  ],
])("%s", async (line, column, reason) => {
  const [message] = await messagesWith(postWith(line))
  expect(message).toBe(`${own}:5:${column}: Unexpected ${reason} (field-type)`)
})

test.each([
  ["title", 120],
  ["description", 200],
  ["shortTitle", 40],
])("a %s of more than %d characters", async (name, most) => {
  const fields = { title: "Own", description: "A post.", date: "2024-01-03" }
  const of = (length: number) =>
    post(
      Object.entries({ ...fields, [name]: "𝕏".repeat(length) })
        .map(([key, value]) => `${key}: ${value}`)
        .join("\n"),
    )
  expect(await messagesWith(of(most))).toEqual([])
  const [message] = await messagesWith(of(most + 1))
  expect(message).toContain(`as ${name}, expected at most ${most} characters, not ${most + 1} (`)
})

test("an unknown field, with the one that was meant", async () => {
  expect(await messagesWith(postWith("shorttitel: O"))).toEqual([
    found(`${own}:5:1`, "field-unknown", " shorttitel,", allFields, "did you mean shortTitle?"),
  ])
})

test("a required field misspelt is not missing as well", async () => {
  expect(await messagesWith(post("tilte: Own\ndescription: A post.\ndate: 2024-01-03"))).toEqual([
    found(`${own}:2:1`, "field-unknown", " tilte,", "did you mean title?"),
  ])
})

test.each(["type", "_id", "body", "constructor", "__proto__", "toString"])(
  "a field named %s, which means something to a program, is an unknown one",
  async (name) => {
    expect(await messagesWith(postWith(`${name}: Series`))).toEqual([
      found(`${own}:5:1`, "field-unknown", ` ${name},`, allFields),
    ])
  },
)

test("a field whose name is a list", async () => {
  expect(await messagesWith(postWith("? [a, b]\n: c"))).toEqual([
    `${own}:5:3: Unexpected field that is a list, expected one of ${allFields} (field-unknown)`,
  ])
})

test.each([
  ["- title: Own", "list"],
  ["Own", '"Own"'],
  ["42", "42"],
])("front matter that is no fields: %s", async (yaml, found) => {
  expect(await messagesWith(post(yaml))).toEqual([
    `${own}:2:1: Unexpected ${found}, expected fields such as title (field-type)`,
  ])
})

test("a data file that is a list", async () => {
  expect(await messagesWith({ "series/other.yaml": "# Other\n- title: Other\n" })).toEqual([
    "content/series/other.yaml:2:1: Unexpected list, expected fields such as title (field-type)",
  ])
})

test.each([
  ["topics: 3", "19:13: Unexpected 3 as topics, expected a list"],
  [
    "topics: [edges]",
    '19:14: Unexpected "edges" as an item of topics, expected fields such as slug',
  ],
  [
    "topics: [[edges]]",
    "19:14: Unexpected list as an item of topics, expected fields such as slug",
  ],
  [
    "topics:\n      -",
    "20:8: Unexpected nothing as an item of topics, expected fields such as slug",
  ],
])("%s in a module", async (topics, problem) => {
  const list = "topics:\n      - slug: edges\n        title: Edges"
  expect(await messagesWith(edited("courses/deep.yaml", list, topics))).toEqual([
    `content/courses/deep.yaml:${problem} (field-type)`,
  ])
})

test("text for the fields of an object", async () => {
  const files = edited("site.yaml", "author:\n  name: The author\n", "author: The author\n")
  expect(await messagesWith(files)).toEqual([
    'content/site.yaml:5:9: Unexpected "The author" as author, expected fields of its own, such as name (field-type)',
  ])
})

test.each(["partwise.example", "https://[", "ftp://partwise.example"])(
  "%s is no address of a site",
  async (url) => {
    expect(await messagesWith(edited("site.yaml", "https://partwise.example", `"${url}"`))).toEqual(
      [found("content/site.yaml:3:6", "field-type", `"${url}" as url`)],
    )
  },
)

/** The site's fields end in line 6. */
const siteWith = (fields: string) => ({ "site.yaml": `${sound["site.yaml"]}${fields}\n` })

test.each([
  [
    "licence: CC BY 4.0",
    '10: Unexpected "CC BY 4.0" as licence, expected fields of its own, such as name',
  ],
  [
    "repository: github.com/owner/name",
    '13: Unexpected "github.com/owner/name" as repository, expected a repository such as https://github.com/owner/name',
  ],
  [
    "repository: https://github.com/owner/name.git",
    '13: Unexpected "https://github.com/owner/name.git" as repository, expected a repository such as https://github.com/owner/name',
  ],
  [
    "repository: https://github.com/owner/name/tree/main",
    '13: Unexpected "https://github.com/owner/name/tree/main" as repository, expected a repository such as https://github.com/owner/name',
  ],
  ["branch: a b", '9: Unexpected "a b" as branch, expected the name of a branch, such as main'],
  ["branch: /a", '9: Unexpected "/a" as branch, expected the name of a branch, such as main'],
])("of a site, %s", async (line, problem) => {
  expect(await messagesWith(siteWith(line))).toEqual([
    `content/site.yaml:7:${problem} (field-type)`,
  ])
})

test("a licence has a name and an address", async () => {
  expect(await messagesWith(siteWith("licence:\n  name: CC BY 4.0\n  url: by/4.0"))).toEqual([
    found("content/site.yaml:9:8", "field-type", '"by/4.0" as url'),
  ])
  expect(await messagesWith(siteWith("licence:\n  name: CC BY 4.0"))).toEqual([
    "content/site.yaml:8:3: Unexpected absence of url, expected it among the fields: where it is written (field-missing)",
  ])
})

test("a site with a licence, a repository and a branch is sound", async () => {
  const licence = "licence: {name: CC BY 4.0, url: https://example.com/}"
  const repository = "repository: https://github.com/owner/a.b-c\nbranch: release/2.x"
  expect(await messagesWith(siteWith(`${licence}\n${repository}`))).toEqual([])
})

/** The sound values of YAML, as they come out of a cache. */
const keptOf = (schema: Parameters<typeof valuesOf>[1], text: string): unknown =>
  JSON.parse(JSON.stringify(valuesOf(parseYaml("content/a.yaml", text), schema, () => {})))

test("what is wrong is left out, and lists keep their length", () => {
  expect(
    keptOf(postSchema, "title: 3\ntags: [deep, 3]\npart: one\ndate: 2024-01-01\nx: y"),
  ).toEqual({
    tags: ["deep", null],
    date: "2024-01-01",
  })
  expect(keptOf(courseSchema, "url: a\nmodules: [{ slug: a, topics: [b] }, c]")).toEqual({
    modules: [{ slug: "a", topics: [{}] }, {}],
  })
  expect(keptOf(postSchema, "- title")).toEqual({})
})
