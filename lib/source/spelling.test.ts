import { messageOf } from "../model/problem"
import { found } from "../testing/found"
import { expect, test } from "vitest"
import { scriptOf } from "./dictionary"
import {
  createCheck,
  createOverlay,
  edited,
  inWorkspace,
  postSaying,
  postWith,
  writeFiles,
  type Files,
} from "../testing/workspace"

const overlay = await createOverlay({ spelling: true })

/** What the check says of the words of the sound content with these files. */
const saidOf = (files: Files) => overlay.with(files, (problems) => problems.map(messageOf))

/** The words that are found in a body, with their lines and columns. */
const foundIn = async (body: string) =>
  (await saidOf(postSaying(body))).map((message) =>
    message.replace(/^\S+?:(\d+:\d+): Unexpected word (\S+?), .*/, "$1 $2"),
  )

test("a word that no dictionary has is a warning, with the nearest one that it has", async () => {
  expect(await saidOf(postSaying("Weight decay is a regularistion."))).toEqual([
    found(
      "content/posts/own/index.mdx:7:19",
      "spelling",
      "regularistion",
      "did you mean regularisation?",
    ),
  ])
})

test("without being asked for, spelling is not checked: a build has nobody to tell", async () => {
  const problems = inWorkspace(postSaying("Regularistion."), (root) => createCheck(root)())
  expect(await problems).toEqual([])
})

test.each([
  [
    "names of files, hosts, identifiers, numbers",
    "See indexx.mdx at fsat.ai: nnConv, a_bcd, 3rdd.",
  ],
  ["code", "Call `sofmtax` of\n\n```python\nsofmtax(x)\n```"],
  ["formulas", "As $softmaxx$ and\n\n$$\n\\operatorname{softmaxx}\n$$"],
  ["citations", "By @minsky1969 and [see @minsky1969, p. 3]."],
  ["addresses", "At https://example.com/sofmtax and [example.com](https://example.com)."],
  ["keys and titles", "Press <kbd>Entr</kbd>, read <cite>Perzeptronen</cite>."],
  ["words in another language", 'A <span lang="de">Netzwerkschicht</span>.'],
  ["words in another script", "注意 and внимание."],
  ["what belongs to a name or a plural", "Its layers' depth, depth’s end, isn't it."],
  ["accents that the dictionary leaves out", "A naïve café."],
  ["terms of the glossary", "Strata of layers, and <Term>Strata</Term>."],
])("%s are left alone", async (_what, body) => {
  expect(await foundIn(body)).toEqual([])
})

test("a word is found where it stands: behind escapes and entities, in tables, notes and images", async () => {
  const body = [
    "A \\* and &amp; then Pythn's zzyq, zzyq again, the nnword.",
    "",
    "| One | Two wwo |",
    "| --- | ------- |",
    "| 1   | **qqx** |",
    "",
    '![A drrawing](edges.svg "Its ttitle")[^1]',
    "",
    "[^1]: A nnote in *sstress*.",
  ].join("\n")
  const files = { ...postSaying(body), "posts/own/edges.svg": svg }
  const found = (await saidOf(files)).map((one) => /:(\d+:\d+): Unexpected word (\S+),/.exec(one))
  expect(found.map((match) => match?.slice(1).join(" "))).toEqual([
    "7:21 Pythn",
    "7:29 zzyq",
    "7:51 nnword",
    "9:13 wwo",
    "11:11 qqx",
    "13:5 drrawing",
    "13:30 ttitle",
    "15:9 nnote",
    "15:19 sstress",
  ])
})

const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1" />`

test("texts of front matter and of YAML are read, ids and addresses are not", async () => {
  const files = {
    ...postWith('shortTitle: "Onn your own"\ntags: [ggradient]\naliases: [/qwrtz/]'),
    ...edited("series/nets.yaml", "All about nets.", "All abuot nets."),
    ...edited("glossary.yaml", "Units side", "Unitts side"),
  }
  const found = (await saidOf(files)).map((one) => one.replace(/, expected.*/, ""))
  expect(found).toEqual([
    "content/glossary.yaml:2:15: Unexpected word Unitts",
    "content/posts/own/index.mdx:5:14: Unexpected word Onn",
    "content/posts/own/index.mdx:6:8: Unexpected word ggradient",
    "content/series/nets.yaml:2:18: Unexpected word abuot",
  ])
})

test("the site adds words of its own, and a word in lower case may begin a sentence", async () => {
  const words = "# Names\nKeras\n\nlogits # not in the dictionary\n"
  const body = "Logits of Keras are logits. Not of keras."
  const files = { ...postSaying(body), "words.txt": words }
  expect((await saidOf(files)).map((one) => one.replace(/, expected.*/, ""))).toEqual([
    "content/posts/own/index.mdx:7:36: Unexpected word keras",
  ])
})

test("what the site's own words make likely is suggested", async () => {
  const files = { ...postSaying("Some logitts."), "words.txt": "logits\n" }
  expect((await saidOf(files))[0]).toContain("; did you mean logits?")
})

test("a list of words has one a line, each once", async () => {
  expect(await saidOf({ "words.txt": "two words\nlogits\n\nlogits\n" })).toEqual([
    "content/words.txt:1:1: Unexpected two words, expected one word a line (word-list)",
    "content/words.txt:4:1: Unexpected word logits again, expected it once (word-list)",
  ])
})

test("a country without a dictionary has that of its language", async () => {
  const english = edited("site.yaml", "en-GB", "en-GB-scotland")
  expect(await saidOf({ ...postSaying("Regularistion."), ...english })).toHaveLength(1)
})

test.each([
  ["en-GB", "layer", "слой"],
  ["sr", "слој", "layer"],
  ["el", "στρώμα", "layer"],
  ["fa", "لایه", "layer"],
  ["ko", "계층", "layer, 계층"],
  ["zh-Hant", "層", "層 次"],
])("in %s, %s is a word of it, and %s is not", (language, word, other) => {
  expect(scriptOf(language).test(word)).toBe(true)
  expect(scriptOf(language).test(other)).toBe(false)
})

test("a language whose dictionary is not there is said, and how to install it", async () => {
  expect(await saidOf(edited("site.yaml", "en-GB", "fr-CA"))).toEqual([
    "content/site.yaml:4:11: Unexpected language fr-CA, expected its dictionary to be installed, so that spelling can be checked: npm install --save-dev dictionary-fr-ca (spelling, a warning)",
  ])
})

test("a word that is added to the list is known at the next run, in files that did not change", async () => {
  await inWorkspace({ ...postSaying("Some logits."), "words.txt": "logit\n" }, async (root) => {
    const check = createCheck(root, { spelling: true })
    expect(await check()).toHaveLength(1)
    await writeFiles(root, { "words.txt": "logit\nlogits\n" })
    expect(await check(new Set(["content/words.txt"]))).toEqual([])
  })
})
