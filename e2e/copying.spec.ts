import { createRequire } from "node:module"
import { readFile } from "node:fs/promises"
import type { Locator, Page } from "@playwright/test"
import { expect, fixture, test } from "./site"

const part1 = "/posts/deep-learning-specialization-part-1/"
const part2 = "/posts/deep-learning-specialization-part-2/"
const elements = `${fixture}/fixture/elements/`

test.use({ permissions: ["clipboard-read", "clipboard-write"] })

/** What the clipboard has after a reader has selected what is in an element, and pressed the keys. */
async function copied(page: Page, what: Locator): Promise<{ text: string; html: string }> {
  await what.first().evaluate((element) => getSelection()?.selectAllChildren(element))
  return copySelection(page)
}

async function copySelection(page: Page): Promise<{ text: string; html: string }> {
  await page.keyboard.press("ControlOrMeta+c")
  return page.evaluate(async () => {
    const [item] = await navigator.clipboard.read()
    const read = async (type: string) =>
      item?.types.includes(type) ? (await item.getType(type)).text() : ""
    return { text: await read("text/plain"), html: await read("text/html") }
  })
}

test.describe("a paragraph with notes", () => {
  for (const width of [390, 1440]) {
    test(`is copied without them at ${width} px`, async ({ page }) => {
      await page.setViewportSize({ width, height: 900 })
      await page.goto(part2)
      const paragraph = page.locator("p:has(.note)").filter({ hasText: "The LSTM" })
      if (width < 600) await paragraph.getByRole("link", { name: /^Note / }).click()
      await expect(paragraph.getByRole("note")).toBeVisible()
      const { text, html } = await copied(page, paragraph)
      expect(text).toContain("GRU (Cho et al., 2014) add a memory with gates")
      expect(text).not.toMatch(/hidden unit|\d\d add/)
      expect(html).toContain("add a memory")
      expect(html).not.toContain("hidden unit")
    })
  }

  test("a note is copied where the selection begins in it", async ({ page }) => {
    await page.setViewportSize({ width: 1440, height: 900 })
    await page.goto(part2)
    const note = page.getByRole("note").filter({ hasText: "hidden unit" })
    await note.click({ clickCount: 3 })
    const { text } = await copySelection(page)
    expect(text).toContain("a hidden unit with a reset gate")
  })
})

test("a post is copied as Markdown at a press", async ({ page, request }) => {
  await page.goto(part2)
  const end = page.getByRole("region", { name: "About this post" })
  await end.getByRole("button", { name: "Copy Markdown" }).click()
  await expect(end.getByRole("status").filter({ hasText: "Copied" })).toBeAttached()
  const text = await page.evaluate(() => navigator.clipboard.readText())
  expect(text).toBe(await (await request.get(`${part2}index.md`)).text())
})

test.describe("formulas", () => {
  test("one alone is copied as its TeX", async ({ page }) => {
    await page.goto(part2)
    const formula = page.getByRole("group", { name: "Equation 1" }).getByRole("math")
    const { text } = await copied(page, formula)
    expect(text).toMatch(/^\\left\\lfloor|^\\/)
    expect(text).toBe(await formula.locator("annotation").textContent())
  })

  test("a part of one is the whole", async ({ page }) => {
    await page.goto(elements)
    const { text } = await copied(page, page.locator("mfrac > :first-child"))
    expect(text).toBe("\\frac{1}{2}")
  })

  test("those in a text stand between dollars, and marks and numbers stay behind", async ({
    page,
  }) => {
    await page.goto(elements)
    await page.evaluate(() => {
      const [first] =
        document.evaluate("//p[starts-with(., 'Weights')]", document, null, 7).snapshotItem(0)
          ?.childNodes ?? []
      const last = document
        .evaluate("//p[starts-with(., 'and so on')]", document, null, 7)
        .snapshotItem(0)
      if (first && last) getSelection()?.setBaseAndExtent(first, 0, last, 1)
    })
    const { text, html } = await copySelection(page)
    expect(text.replaceAll(/\n+/g, "\n")).toBe(
      "Weights $\\mathbf{w}$ ($n$ of them), as in\n$$\\frac{1}{2}$$\nand so on.",
    )
    expect(html).toContain("$\\mathbf{w}$")
    expect(html).not.toContain("<math")
    await expect(page.locator("body > .prose")).toHaveCount(0) // nothing is left behind
  })

  test("a paragraph with notes and formulas has the text of neither in it", async ({ page }) => {
    await page.setViewportSize({ width: 1440, height: 900 })
    await page.goto(part1)
    const paragraph = page.locator("p:has(.note):has(> .joined, > math)").first()
    const { text, html } = await copied(page, paragraph)
    expect(text).toContain("$")
    const note = await paragraph.getByRole("note").first().textContent()
    expect(text).not.toContain(note?.slice(2, 30))
    expect(html).not.toContain("note-ref")
  })
})

test("of a session in a terminal its commands are copied", async ({ page }) => {
  await page.goto(elements)
  await page.getByRole("button", { name: "Copy code" }).last().click()
  await expect(page.getByRole("status").filter({ hasText: "Copied" })).toBeAttached()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    "npm run build \\\n  --quiet\nnpm start",
  )
  const block = page.locator("code:has(.prompt)")
  const { text } = await copied(page, block) // by hand, what was answered may be what is wanted
  expect(text).toBe("npm run build \\\n  --quiet\nDone\nnpm start\nServer at port")
})

test("a heading is copied without a sign", async ({ page }) => {
  await page.goto(part2)
  const { text } = await copied(page, page.locator(".heading"))
  expect(text.trim()).toBe(await page.locator(".prose h2").first().innerText())
})

/** What Mozilla's library, Firefox's reader view, makes of a page: as it was sent, or as it is shown. */
async function readable(page: Page, address: string, sent: boolean) {
  const file = createRequire(import.meta.url).resolve("@mozilla/readability/Readability.js")
  await page.goto(address)
  await page.evaluate(`${await readFile(file, "utf8")}; globalThis.Readability = Readability`)
  return page.evaluate(async (sent) => {
    type Reader = new (document: Document) => { parse: () => { content: string } }
    const { Readability } = globalThis as unknown as { Readability: Reader }
    const source = sent ? await (await fetch(location.href)).text() : ""
    const whole = sent
      ? new DOMParser().parseFromString(source, "text/html")
      : (document.cloneNode(true) as Document)
    const shown = whole.cloneNode(true) as Document
    for (const tex of shown.querySelectorAll("annotation")) tex.remove()
    const notes = [...shown.querySelectorAll("li[id^='fn-'] > p")].map(
      (note) => note.textContent?.slice(0, 40) ?? "",
    )
    const references = [...shown.querySelectorAll(".reference")].map(
      (reference) => reference.textContent?.slice(0, 40) ?? "",
    )
    const headings = [...shown.querySelectorAll(".heading > *:first-child")].map(
      (heading) => heading.textContent ?? "",
    )
    const { content } = new Readability(whole).parse()
    const read = new DOMParser().parseFromString(content, "text/html").body
    for (const tex of read.querySelectorAll("annotation")) tex.remove()
    return {
      notes,
      references,
      headings,
      text: read.textContent ?? "",
      shownHeadings: [...read.querySelectorAll("h1, h2, h3, h4")].map((one) => one.textContent),
    }
  }, sent)
}

for (const address of [part1, part2]) {
  for (const sent of [true, false]) {
    test(`a reader view of ${address}, as it is ${sent ? "sent" : "shown"}, is the text`, async ({
      page,
    }) => {
      await page.setViewportSize({ width: 1440, height: 900 })
      const { notes, references, headings, text, shownHeadings } = await readable(
        page,
        address,
        sent,
      )
      expect(notes.length).toBeGreaterThan(3)
      expect(references.length).toBeGreaterThan(4)
      const times = (words: string) => text.split(words).length - 1
      for (const note of notes) expect(times(note), note).toBe(1)
      for (const reference of references) expect(times(reference), reference).toBe(1)
      expect(shownHeadings).toEqual(expect.arrayContaining(headings))
      for (const heading of shownHeadings) expect(heading).not.toMatch(/#|Link to/)
      expect(text).not.toMatch(/Cite this post|@misc|Edit this page/)
      expect(text).not.toMatch(/[Pp]art \d?\s*read\b|Specialization read\b/)
    })
  }
}
