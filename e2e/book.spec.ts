import { execFileSync } from "node:child_process"
import { existsSync } from "node:fs"
import { writeFile } from "node:fs/promises"
import { strFromU8, unzipSync } from "fflate"
import type { Page } from "@playwright/test"
import { expect, test } from "./site"

const series = "/series/deep-learning-specialization/"
const parts = [
  "/posts/deep-learning-specialization-part-1/",
  "/posts/deep-learning-specialization-part-2/",
]

/** The book that the page of the series offers, and what is in it. */
async function fetchBook(page: Page) {
  await page.goto(series)
  const link = page.getByRole("link", { name: "As a book" })
  await expect(link).toHaveAttribute("type", "application/epub+zip")
  const answer = await page.request.get((await link.getAttribute("href")) ?? "")
  expect(answer.headers()["content-type"]).toBe("application/epub+zip")
  const epub = await answer.body()
  return { epub, files: unzipSync(epub) }
}

/** What no paper has: what is pressed, what stands beside the text, and what has been read. */
const screenOnly = [
  "button, nav, read-toggle, script, style, [data-read], [class~='print:hidden'], .scripted",
  "annotation, .post-end, .note, .anchor, .tab-list, .figure-controls, .figure-numbers, .data-footnote-backref",
].join()

const words = (text: string) => text.match(/[\p{L}\p{N}]+/gu) ?? []

test("the book of a series has every word that its pages have on paper, and no others", async ({
  page,
}) => {
  const { files } = await fetchBook(page)
  for (const [index, address] of parts.entries()) {
    const chapter = strFromU8(files[`EPUB/part-${index + 1}.xhtml`] ?? new Uint8Array())
    await page.goto(address)
    const shown = await page.locator("#content").evaluate((content, left) => {
      const onPaper = content.cloneNode(true) as Element
      for (const element of onPaper.querySelectorAll(left)) element.remove()
      return onPaper.textContent ?? ""
    }, screenOnly)
    const bound = await page.evaluate(
      (xhtml) =>
        new DOMParser().parseFromString(xhtml, "application/xhtml+xml").body.textContent ?? "",
      chapter,
    )
    // Where one ends, what stands beside what in the page says.
    expect(words(bound).join("")).toBe(words(shown).join(""))
  }
})

test("a book is the same each time, and lists all that is in it", async ({ page }) => {
  const { epub, files } = await fetchBook(page)
  expect((await fetchBook(page)).epub.equals(epub)).toBe(true)
  expect(epub.subarray(30, 58).toString()).toBe("mimetypeapplication/epub+zip")
  const names = Object.keys(files)
  for (const name of ["nav.xhtml", "outline.xhtml", "glossary.xhtml", "part-2.xhtml"]) {
    expect(names).toContain(`EPUB/${name}`)
  }
  const document_ = strFromU8(files["EPUB/package.opf"] ?? new Uint8Array())
  const listed = [...document_.matchAll(/ href="([^"]+)"/g)].map(([, href]) => `EPUB/${href}`)
  expect(listed.toSorted()).toEqual(
    names.filter((name) => /^EPUB\/(?!package)/.test(name)).toSorted(),
  )
  expect(document_).toContain("MathML")
  expect(document_).not.toMatch(/<dcterms:modified>\d{4}-\d\d-\d\dT(?!00:00:00Z)/)
})

test("every link within a book leads to a place in it", async ({ page }) => {
  const { files } = await fetchBook(page)
  const documents = Object.entries(files).filter(([name]) => name.endsWith(".xhtml"))
  const targets = new Set<string>()
  const links: string[] = []
  for (const [path, bytes] of documents) {
    const file = path.slice(5)
    const text = strFromU8(bytes)
    targets.add(file)
    for (const [, id] of text.matchAll(/ id="([^"]+)"/g)) targets.add(`${file}#${id}`)
    for (const [, href = ""] of text.matchAll(/<a\b[^>]* href="([^"]+)"/g)) {
      if (!/^[a-z]+:/.test(href)) links.push(href.startsWith("#") ? file + href : href)
    }
  }
  expect(links.length).toBeGreaterThan(100)
  expect(links.filter((link) => !targets.has(link))).toEqual([])
})

const epubcheck = "/usr/bin/epubcheck"

// Debian has it, with a Java that only it would need: it is used where it is installed.
if (existsSync(epubcheck)) {
  test("epubcheck finds nothing in the book", async ({ page }, testInfo) => {
    const { epub } = await fetchBook(page)
    const file = testInfo.outputPath("book.epub")
    await writeFile(file, epub)
    expect(execFileSync("java", ["-jar", epubcheck, file], { encoding: "utf8" })).toContain(
      "No errors or warnings detected",
    )
  })
}
