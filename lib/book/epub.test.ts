import { DOMParser, onErrorStopParsing } from "@xmldom/xmldom"
import { strFromU8, unzipSync } from "fflate"
import { expect, test } from "vitest"
import type { Book } from "./book"
import { chapterFrom } from "./chapter"
import { formatEpub } from "./epub"

const hostile = `<b>"R&D" ]]> 'x' 👩‍🚀 אב`

const chapter = (html: string) =>
  chapterFrom(`<main id="content"><h1>${html}</h1><h2 id="a&quot;b">Two</h2></main>`, {
    linkOf: String,
    pictureOf: () => undefined,
  })

const book: Book = {
  id: "https://partwise.example/series/a&b/",
  title: hostile,
  description: hostile,
  language: "en-GB",
  authors: [hostile],
  licence: { name: hostile, url: "https://licence.example/?a=1&b=2" },
  published: "2024-01-02",
  changed: "2024-02-03",
  chapters: [
    {
      ...chapter("&lt;i&gt; &amp; more"),
      title: hostile,
      file: "part-1.xhtml",
      address: "/posts/a/",
      type: "chapter",
      label: hostile,
    },
  ],
  pictures: new Map([["cover.png", Buffer.from("picture")]]),
  cover: "cover.png",
}

test("whatever names have in them, every document is well-formed and says the names", () => {
  const files = unzipSync(formatEpub(book))
  const documents = Object.entries(files).filter(([name]) => /\.(?:xhtml|opf|xml)$/.test(name))
  expect(documents).toHaveLength(5)
  for (const [name, bytes] of documents) {
    const parser = new DOMParser({ onError: onErrorStopParsing })
    const document = parser.parseFromString(strFromU8(bytes), "application/xml")
    if (/package|title|nav/.test(name))
      expect(document.documentElement?.textContent).toContain("R&D")
  }
})

test("a book is the same bytes wherever and whenever it is made, but for what is in it", () => {
  const zone = process.env["TZ"]
  const made = ["UTC", "Asia/Tokyo", "America/New_York"].map((name) => {
    process.env["TZ"] = name
    return formatEpub(book)
  })
  if (zone === undefined) delete process.env["TZ"]
  else process.env["TZ"] = zone
  expect(made.every((one) => one.equals(made[0] ?? one))).toBe(true)
  expect(formatEpub({ ...book, changed: "2024-02-04" }).equals(made[0] ?? Buffer.of())).toBe(false)
})

test("a picture of a kind that no program for books has to show is named", () => {
  const pictures = new Map([["images/a.avif", Buffer.from("")]])
  expect(() => formatEpub({ ...book, pictures })).toThrow(/Unexpected picture images\/a\.avif/)
})
