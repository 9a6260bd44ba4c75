import { Cite } from "@citation-js/core"
import "@citation-js/plugin-bibtex"
import { expect, test } from "vitest"
import { bibtexOf, plainCitationOf, type Citable } from "./cite-this"

const post: Citable = {
  authors: ["Ada Lovelace"],
  title: "Notes on the Engine – Part 1",
  site: "Engines",
  date: "2024-02-12",
  url: "https://engines.example/posts/notes-1/",
  slug: "notes-1",
}

test("several authors are cited as several", () => {
  const authors = ["Ada Lovelace", "Grace Hopper"]
  expect(plainCitationOf({ ...post, authors }, "en-GB")).toMatch(
    /^Ada Lovelace and Grace Hopper\. “/,
  )
  expect(bibtexOf({ ...post, authors })).toContain("author = {Ada Lovelace and Grace Hopper},")
})

test("a post in BibTeX", () => {
  expect(bibtexOf(post)).toBe(`@misc{lovelace2024-notes-1,
  author = {Ada Lovelace},
  title = {Notes on the {Engine} – {Part} 1},
  howpublished = {Engines},
  year = {2024},
  month = feb,
  url = {https://engines.example/posts/notes-1/}
}`)
})

test("a post in plain text", () => {
  expect(plainCitationOf(post, "en-GB")).toBe(
    "Ada Lovelace. “Notes on the Engine – Part 1”. Engines, 12 February 2024. https://engines.example/posts/notes-1/",
  )
  expect(plainCitationOf({ ...post, title: "“Engines”?" }, "en-GB")).toContain(". “‘Engines’?”. ")
})

type Item = {
  id: string
  title: string
  author: readonly { family: string; given?: string; "non-dropping-particle"?: string }[]
  issued: { "date-parts": readonly (readonly number[])[] }
  publisher: string
  URL: string
}

const readBack = (citable: Citable) => {
  const items: readonly Item[] = new Cite(bibtexOf(citable)).data
  expect(items).toHaveLength(1)
  return items[0]
}

test.each([
  "50 % & more: _snake_case_, #1, {braces}, $5 and ~/x^2",
  "“Quoted” ‘words’ — über straße",
  "C:\\temp | <b>bold</b> | GANs",
  "深層学習 and iPhones",
  "Unbalanced } and { and \\",
])("a program reads the title back: %s", (title) => {
  expect(readBack({ ...post, title })).toMatchObject({
    title,
    author: [{ given: "Ada", family: "Lovelace" }],
    issued: { "date-parts": [[2024, 2]] },
    publisher: "Engines",
    URL: post.url,
  })
})

test("LaTeX gets no pictures, for which it has no font", () => {
  for (const sign of ["✔️", "✔\uFE0E", "🎉"]) {
    const title = `Ng’s course completed ${sign} – Part 2 ©`
    expect(readBack({ ...post, title })).toMatchObject({
      title: "Ng’s course completed – Part 2 ©",
    })
  }
})

test.each([
  [
    "Ludwig van der Müller",
    { given: "Ludwig", family: "Müller", "non-dropping-particle": "van der" },
  ],
  ["The Engine Society", { family: "The Engine Society" }],
  ["Ada Lovelace, Countess & Co.", { family: "Ada Lovelace, Countess & Co." }],
])("a program reads the author back: %s", (author, name) => {
  expect(readBack({ ...post, authors: [author] })?.author).toEqual([name])
})

test("an address and the name of a site are read back as they are", () => {
  const url = "https://engines.example/posts/a_b%C3%BC~/"
  expect(readBack({ ...post, url, site: "Cogs & Wheels_2" })).toMatchObject({
    URL: url,
    publisher: "Cogs & Wheels_2",
  })
})

test("capitals after the first are kept by braces, small letters are left to the style", () => {
  expect(bibtexOf({ ...post, title: "What iPhones and GANs are for" })).toContain(
    "{What {iPhones} and {GANs} are for}",
  )
})

test.each([
  ["Müller", "größe-2", "muller2024-grosse-2"],
  ["宮崎", "深層学習", "2024"],
  ["Ada Lovelace Jr.", "a_b", "jr2024-a-b"],
])("a key of letters that BibTeX takes: %s, %s", (author, slug, key) => {
  expect(bibtexOf({ ...post, authors: [author], slug })).toContain(`@misc{${key},`)
})
