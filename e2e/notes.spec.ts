import type { Locator, Page } from "@playwright/test"
import { expect, test, fixture } from "./site"

/** The second site of playwright.config.ts, with the pages that only tests visit. */
const address = `${fixture}/fixture/notes/`

const wide = { width: 1280, height: 900 }
const narrow = { width: 320, height: 700 }

const citation = (page: Page) => page.getByRole("link", { name: "Vaswani et al., 2017" }).first()
const term = (page: Page) => page.getByRole("link", { name: "layer" })
const popover = (page: Page) => page.locator(".popover")
const number = (page: Page, name: string) => page.getByRole("link", { name, exact: true })

const boxOf = async (locator: Locator) => {
  const box = await locator.boundingBox()
  if (!box) throw new Error("Unexpected absence of a box, expected an element that is shown")
  return box
}

test.describe("with a mouse or a keyboard", () => {
  test.beforeEach(async ({ page }) => {
    await page.setViewportSize(wide)
    await page.goto(address)
  })

  test("a citation shows its reference while it is pointed at, also in the popover", async ({
    page,
  }) => {
    await citation(page).hover()
    await expect(popover(page)).toContainText("Attention is all you need")
    await expect(citation(page)).toHaveAttribute("aria-describedby", "link-popover")
    await popover(page).hover()
    await page.mouse.move(5, 5, { steps: 3 })
    await expect(popover(page)).toBeHidden()

    await citation(page).hover()
    await popover(page).getByRole("link", { name: "In the references" }).click()
    await expect(page).toHaveURL(/#ref-vaswani2017$/)
    await expect(popover(page)).toBeHidden()
    await expect(page.locator("#ref-vaswani2017")).toBeInViewport()
  })

  test("the keyboard opens it, goes into it, and Escape closes it where the focus is", async ({
    page,
  }) => {
    await page.keyboard.press("Tab") // a key was used: focus is shown
    await citation(page).focus()
    await expect(popover(page)).toBeVisible()
    await page.keyboard.press("Escape")
    await expect(popover(page)).toBeHidden()
    await expect(citation(page)).toBeFocused()

    await page.keyboard.press("Tab")
    await expect(popover(page)).toBeHidden() // a number of a note has none
    await page.keyboard.press("Shift+Tab")
    await expect(popover(page)).toBeVisible()
    await page.mouse.move(600, 5) // what the focus holds open stays
    await page.keyboard.press("Tab")
    await expect(popover(page).getByRole("link").first()).toBeFocused()
    await page.keyboard.press("Escape")
    await expect(popover(page)).toBeHidden()
    await expect(citation(page)).toBeFocused()
  })

  test("Escape closes what a pointer has opened", async ({ page }) => {
    await term(page).hover()
    await expect(popover(page)).toContainText("Units side by side.")
    await expect(popover(page).getByRole("link", { name: "In the glossary" })).toHaveAttribute(
      "href",
      /\/blog\/glossary\/#layer$/,
    )
    await page.keyboard.press("Escape")
    await expect(popover(page)).toBeHidden()
  })

  test("notes stand in the margin, none over another, and none in the list too", async ({
    page,
  }) => {
    const article = await boxOf(page.locator(".prose").first())
    const notes = await page.getByRole("note").all()
    expect(notes).toHaveLength(4)
    let end = 0
    for (const note of notes) {
      const { x, y, width, height } = await boxOf(note)
      expect(x).toBeGreaterThanOrEqual(article.x + article.width)
      expect(x + width).toBeLessThanOrEqual(wide.width)
      expect(y).toBeGreaterThanOrEqual(end)
      end = y + height
    }
    const list = page.locator(".footnotes > ol > li")
    await expect(list.filter({ visible: true })).toHaveCount(2) // of the table, and of blocks
    await number(page, "Note 6").click()
    await expect(page.getByText("with a list.")).toBeInViewport()
    await page.getByRole("link", { name: "Back to note 6 in the text" }).click()
    await expect(number(page, "Note 6")).toBeInViewport()
  })

  test("a reference leads back to each place that cites it", async ({ page }) => {
    const reference = page.getByRole("listitem").filter({ hasText: "Kingma, D. P." })
    await expect(reference.getByRole("link", { name: /Back to mention/ })).toHaveText([
      "a",
      "b",
      "c",
    ])
    await reference.getByRole("link", { name: "Back to mention 1 in the text" }).click()
    await expect(page).toHaveURL(/#fnref-line$/) // from a note, its number in the text
    await expect(number(page, "Note 1")).toBeInViewport()
  })

  test("on paper the notes are a list", async ({ page }) => {
    await page.emulateMedia({ media: "print" })
    await expect(page.getByRole("note").filter({ visible: true })).toHaveCount(0)
    await expect(page.locator(".footnotes > ol > li").filter({ visible: true })).toHaveCount(6)
  })
})

test.describe("on a phone", () => {
  test.use({ hasTouch: true, viewport: narrow })

  test("the first touch opens a popover within the window, a link in it leads on", async ({
    page,
  }) => {
    await page.goto(address)
    for (const link of await page.locator("a.citation, a.term").filter({ visible: true }).all()) {
      await link.tap()
      await expect(page).toHaveURL(address)
      const { x, y, width, height } = await boxOf(popover(page))
      expect(x).toBeGreaterThanOrEqual(0)
      expect(x + width).toBeLessThanOrEqual(narrow.width)
      expect(y).toBeGreaterThanOrEqual(0)
      expect(y + height).toBeLessThanOrEqual(narrow.height)
      await page.keyboard.press("Escape") // it may cover the next
    }
    await page.locator("a.citation").filter({ visible: true }).last().tap()
    await popover(page).getByRole("link", { name: "In the references" }).tap()
    await expect(page).toHaveURL(/#ref-kingma2014$/)
  })

  test("a touch elsewhere closes it", async ({ page }) => {
    await page.goto(address)
    await citation(page).tap()
    await expect(popover(page)).toBeVisible()
    await page.getByRole("heading", { level: 1 }).tap()
    await expect(popover(page)).toBeHidden()
  })

  test("a note opens below its line, and nothing above it moves", async ({ page }) => {
    await page.goto(address)
    const first = number(page, "Note 1")
    const note = page.locator("#note-line")
    await expect(note).toBeHidden()
    await expect(first).toHaveAttribute("aria-expanded", "false")
    await first.scrollIntoViewIfNeeded()
    const before = await boxOf(first)
    expect(before.height).toBeGreaterThanOrEqual(24)

    await first.tap()
    await expect(first).toHaveAttribute("aria-expanded", "true")
    await expect(page).toHaveURL(address) // the history is as it was
    const after = await boxOf(first)
    expect(after).toEqual(before)
    expect((await boxOf(note)).y).toBeGreaterThan(before.y)

    await number(page, "Note 2").tap()
    await expect(page.locator("#note-next")).toBeVisible()
    await page.keyboard.press("Escape")
    await expect(page.locator("#note-next")).toBeHidden()
    await expect(note).toBeVisible()
    await first.tap()
    await expect(note).toBeHidden()
    await expect(first).toHaveAttribute("aria-expanded", "false")
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
  })
})

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false })

  test("citations, terms and notes are links", async ({ page }) => {
    await page.setViewportSize(narrow)
    await page.goto(address)
    const note = page.locator("#note-line")
    await expect(note).toBeHidden()
    await number(page, "Note 1").click()
    await expect(note).toBeInViewport()
    await note.getByRole("link", { name: "Kingma & Ba, 2015" }).click()
    await expect(page.getByText("Kingma, D. P., & Ba, J. (2015).")).toBeInViewport()
    await expect(term(page)).toHaveAttribute("href", "/blog/glossary/#layer")

    await page.setViewportSize(wide)
    await expect(page.getByRole("note").filter({ visible: true })).toHaveCount(4)
  })
})
