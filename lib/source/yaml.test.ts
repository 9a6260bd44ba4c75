import { describe, expect, test } from "vitest"
import { found } from "../testing/found"
import { messagesWith, post, postWith, sound } from "../testing/workspace"

const own = "content/posts/own/index.mdx"

/** What is wrong with front matter whose fourth line, in the file, is this one. */
const messagesOfLine = (line: string) =>
  messagesWith(post(`description: A post.\ndate: 2024-01-03\n${line}\ntags: [own]`))

describe("a place in front matter counts from the first line of the file", () => {
  test.each<[string, unknown]>([
    ["title: One: two", found(`${own}:4:8`, "yaml", '"One: two"')],
    [
      "title: “One: two”",
      '8: Unexpected colon in "“One: two”", expected straight quotes, ", around the whole value',
    ],
    ["title: @one", "8: Unexpected @ at the start of a value, expected the whole value in quotes"],
    ["title: `one`", "8: Unexpected ` at the start of a value, expected the whole value in quotes"],
    ["title: %one", "8: Unexpected % at the start of a value, expected the whole value in quotes"],
    ["title: >one", "8: Unexpected > at the start of a value, expected the whole value in quotes"],
    ["title: ]one", "8: Unexpected ] at the start of a value, expected the whole value in quotes"],
    ["tags: - one", "7: Unexpected - beside a field, expected the list on lines of its own"],
    ["tags: [a [b]]", '10: Unexpected "[b]]", expected a comma between two items'],
    ["title: The #1 reason", found(`${own}:4:12`, "yaml", "#1")],
    ["title: *one", "8: Unexpected *one, expected text that begins with * in quotes"],
    ["title: &one two", "8: Unexpected &one, expected text that begins with & in quotes"],
    ["title: !one two", "8: Unexpected !one, expected text that begins with ! in quotes"],
    ["title: *one* two", found(`${own}:4:14`, "yaml", '"two"')],
    ['title: "one" two', found(`${own}:4:14`, "yaml", '"two"')],
    ["title: 'one", "8: Unexpected ' without another, expected ' at the end of the text too"],
    ['title: "one', '8: Unexpected " without another, expected " at the end of the text too'],
    ["title: [one", "8: Unexpected [ without ], expected both"],
    ["title: {one", "8: Unexpected { without }, expected both"],
    ['title: "\\q"', "9: Unexpected \\q in double quotes, expected \\\\ for a backslash"],
    ["title", '1: Unexpected "title", expected a field and its value, such as title: text'],
    [" title: One", found(`${own}:4:2`, "yaml")],
    ["\ttitle: One", found(`${own}:4:1`, "yaml")],
    ["tags: [a,, b]", "10: Unexpected comma, expected one comma between two items"],
    ["date: 2024-01-04", "1: Unexpected second date, expected every field once"],
  ])("%s", async (line, problem) => {
    expect(await messagesOfLine(line)).toEqual([
      typeof problem === "string" ? `${own}:4:${problem} (yaml)` : problem,
    ])
  })
})

test("a second document in a data file", async () => {
  const text = `${sound["series/nets.yaml"]}---\ntitle: Other\n`
  expect(await messagesWith({ "series/nets.yaml": text })).toEqual([
    "content/series/nets.yaml:7:1: Unexpected second document, expected one: --- and ... begin another (yaml)",
  ])
})

test("a key twice in a nested object", async () => {
  const text = sound["series/nets.yaml"].replace("part: 3", "part: 3\n    part: 3")
  expect(await messagesWith({ "series/nets.yaml": text })).toEqual([
    "content/series/nets.yaml:6:5: Unexpected second part, expected every field once (yaml)",
  ])
})

test("values repeated a billion times by reference are refused unread", async () => {
  const laughs = ["a", "b", "c", "d", "e", "f", "g", "h", "i"].map(
    (name, index, names) => `${name}: &${name} [${`*${names[index - 1]},`.repeat(9)}]`,
  )
  const text = `x: &a lol\n${laughs.slice(1).join("\n")}\n`
  expect(await messagesWith({ "series/other.yaml": text })).toEqual([
    "content/series/other.yaml:1:4: Unexpected &a, expected text that begins with & in quotes (yaml)",
  ])
})

test("front matter and body are both read when one of them is broken", async () => {
  const files = post("title: [\ndate: 2024-01-03", "[a](/nowhere/)")
  expect(await messagesWith(files)).toEqual([
    `${own}:2:8: Unexpected [ without ], expected both (yaml)`,
    found(`${own}:6:1`, "link-target"),
  ])
})

test("folded text, comments and quotes are read as YAML reads them", async () => {
  const files = postWith('updated: "2024-01-04" # corrected\nshortTitle: >\n  Own\n')
  expect(await messagesWith(files)).toEqual([])
})

test("a comment that cannot be meant as a part of the value", async () => {
  const files = postWith(
    'updated: 2024-01-04 # b\ntags: [C#] #c\n#d\ndraft: true #e\nshortTitle: "Own" #f',
  )
  expect(await messagesWith(files)).toEqual([])
})
