import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, expect, test, vi } from "vitest"
import { SearchIndex } from "../enhance/search-index"
import { unnamedSite } from "../model/site"
import { searchFilesOf } from "./files"

const texts = [
  "A convolutional network slides small filters over a picture.",
  "The transformer attends to all positions at once.",
  "Gradients vanish or explode; clipping helps against the latter.",
  "Überraschung und naïve Grüße.",
  "畳み込みニューラルネットワークは画像を扱う。",
  "Adam takes averages of gradients and their squares.",
]
/** Posts that say other things, so that there are many files of words. */
const others = 400
const strange = Array.from(
  { length: others },
  (_, post) =>
    Array.from({ length: 60 }, (_, word) => `x${(post * 7919 + word * 104_729).toString(36)}`).join(
      " ",
    ) + (post % 4 === 0 ? "" : " everywhere"),
)

let root: string
let index: SearchIndex
const asked: string[] = []

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "partwise-search-"))
  await mkdir(join(root, ".partwise/bodies/posts"), { recursive: true })
  const posts = [...texts, ...strange].map((text, number) => ({
    slug: `post-${number}`,
    title: `Post number ${number}`,
    description: "",
    date: "2024-01-01",
    authors: [],
    tags: number < 3 ? ["Nets", "All"] : ["All"],
    series: number === 1 || number === 2 ? "nets" : undefined,
    html: `<h2 id="part">A part</h2><p>${text}</p>`,
  }))
  const listed = {
    site: unnamedSite,
    posts,
    pages: [],
    series: [{ id: "nets", title: "Nets by parts" }],
    glossary: [],
  }
  await writeFile(join(root, ".partwise/index.json"), JSON.stringify(listed))
  for (const { slug, html } of posts) {
    const file = join(root, ".partwise/bodies/posts", `${slug}.json`)
    await writeFile(file, JSON.stringify({ runs: [html] }))
  }
  const files = await searchFilesOf(root)
  vi.stubGlobal("fetch", (address: string) => {
    asked.push(address)
    return Promise.resolve(new Response(files.get(address.replace("/search/", ""))))
  })
  index = new SearchIndex("/search/")
})
afterAll(() => rm(root, { recursive: true }))

const firstOf = async (query: string) => (await index.find(query)).pages[0]?.page.address

test.each([
  ["convolution network", 0],
  ["transfromer", 1],
  ["convolutional networks", 0],
  ["gradient clipping", 2],
  ["naive gruße", 3],
  ["ニューラル", 4],
  ["averges of gradients", 5],
  ["画像", 4],
  ["SQUARES", 5],
  ["vanishes", 2],
])("%s is found in text %i", async (query, expected) => {
  expect(await firstOf(query)).toBe(`/posts/post-${expected}/`)
})

test("what is found is a section, with the words that were found", async () => {
  const { pages, count } = await index.find("slides filters")
  expect(count).toBe(1)
  expect(pages[0]?.sections).toEqual([
    {
      address: "/posts/post-0/#part",
      heading: "A part",
      excerpt: texts[0],
      words: ["slides", "filters"],
    },
  ])
})

test.each([
  [{}, 4],
  [{ tags: "Nets" }, 3],
  [{ tags: "All" }, 4],
  [{ series: "Nets by parts" }, 2],
  [{ series: "Nets by parts", tags: "Nets" }, 2],
  [{ series: "Gone", tags: "" }, 4], // a link may name what is no more
])("a search kept to %j finds %i of four posts", async (chosen, count) => {
  const { pages } = await index.find(
    "convolutional gradients transformer clipping averages",
    chosen,
  )
  const found = pages.map(({ page }) => page.address)
  expect(found.filter((address) => /post-[0125]\/$/.test(address))).toHaveLength(count)
})

test("a word that most sections have is found too, alone and beside others", async () => {
  const alone = await index.find("everywhere")
  expect(alone.count).toBe(100) // the newest
  expect(alone.pages[0]?.page.address).toMatch(/post-\d+/)
  const [rare = ""] = strange[1]?.split(" ") ?? []
  expect(await firstOf(`everywhere ${rare}`)).toBe("/posts/post-7/")
})

test("a query loads the files of its words, and no others", async () => {
  asked.length = 0
  const files = await searchFilesOf(root)
  expect([...files.keys()].filter((name) => name.startsWith("words-")).length).toBeGreaterThan(5)
  const fresh = new SearchIndex("/search/")
  await fresh.find("convolutional")
  expect(asked.filter((name) => name.includes("words-")).length).toBeLessThanOrEqual(4)
  expect(asked.filter((name) => name.includes("pages-"))).toHaveLength(1)
})

test("every post is found by any of its words, whichever file has it", async () => {
  for (const [number, text] of strange.entries()) {
    if (number % 40 > 0) continue
    for (const word of text.split(" ").slice(0, 5)) {
      const { pages } = await index.find(word)
      const addresses = pages.map(({ page }) => page.address)
      expect(addresses, word).toContain(`/posts/post-${number + texts.length}/`)
    }
  }
})

test("what is made is the same however often, and words that most sections have are known as such", async () => {
  const files = await searchFilesOf(root)
  expect(await searchFilesOf(root)).toEqual(files)
  const map = JSON.parse(files.get("map.json") ?? "") as { common: string[]; sections: number }
  expect(map.sections).toBe(2 * (texts.length + others))
  expect(map.common).toEqual(["everywhere"])
})

test.each(["<b>'\"&", "\u0000\u202E", "   ", "((("])(
  "a query that is no words finds nothing, and fails on nothing: %j",
  async (query) => {
    expect((await index.find(query)).count).toBe(0)
  },
)

test("a query of ten thousand signs is answered", async () => {
  expect((await index.find("y".repeat(10_000))).count).toBe(0)
})
