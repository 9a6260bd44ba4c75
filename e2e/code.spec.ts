import type { Locator, Page } from "@playwright/test"
import { expect, test } from "./site"

const guide = "/how-to-write-for-this-site/"
const part1 = "/posts/deep-learning-specialization-part-1/"

/** The first tabs of a page. */
const tabsOf = (page: Page) => page.locator("tab-group").first()
const tab = (where: Page | Locator, name: string) =>
  where.getByRole("tab", { name, exact: true }).first()

test.describe("code", () => {
  test.use({ permissions: ["clipboard-read", "clipboard-write"] })

  test("a reader copies what is to be typed: no numbers, no marks, no removed lines", async ({
    page,
  }) => {
    await page.goto(guide)
    const block = page.getByRole("figure", { name: "train.py" }).first()
    await expect(block.getByRole("deletion")).toContainText("sigmoid()")
    await block.getByRole("button", { name: "Copy train.py" }).click()
    await expect(block.getByRole("status")).toHaveText("Copied")
    const copied = await page.evaluate(() => navigator.clipboard.readText())
    expect(copied).toMatch(/^for x, y in batches:\n {4}loss = loss_of\(model\(x\), y\)\n/)
    expect(copied).not.toMatch(/sigmoid|\(1\)|\d$/m)
    await expect(block.getByRole("button", { name: "Copy train.py" })).toHaveText("Copy")
  })

  test("numbers of lines are not selected with the code", async ({ page }) => {
    await page.goto(guide)
    const block = page.getByRole("group", { name: "attention.py" }).first()
    const selected = await block.evaluate((box) => {
      getSelection()?.selectAllChildren(box)
      return getSelection()?.toString() ?? ""
    })
    expect(selected).toMatch(/^import numpy as np\n+def softmax/)
    expect(selected).not.toMatch(/^\s*\d+\s/m)
  })
})

test("a mark leads to its note, and the note back to the line", async ({ page }) => {
  await page.goto(guide)
  await page.getByRole("link", { name: "Note 2" }).first().click()
  const note = page.locator("li:target")
  await expect(note).toBeInViewport()
  await note.getByRole("link", { name: /^Back to line / }).click()
  await expect(page.locator("a:target")).toHaveAccessibleName("Note 2")
})

test("the keyboard scrolls a long line in its box, and the page stays", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 })
  await page.goto(guide)
  const box = page.getByRole("group", { name: "attention.py" }).first()
  await box.focus()
  await page.keyboard.press("ArrowRight")
  await expect.poll(() => box.evaluate(({ scrollLeft }) => scrollLeft)).toBeGreaterThan(0)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
})

test("a tab that a reader chooses is chosen in all of its group, on every page", async ({
  page,
  context,
}) => {
  await page.goto(guide)
  const other = await context.newPage()
  await other.goto(part1)
  await expect(tab(other, "PyTorch")).toHaveAttribute("aria-selected", "true")

  await tab(page, "TensorFlow").click()
  const panel = tabsOf(page).getByRole("tabpanel", { name: "TensorFlow" })
  await expect(panel).toBeVisible()
  await expect(panel).toContainText("tf.nn.softmax")
  await expect(tabsOf(page).getByRole("tabpanel", { name: "PyTorch" })).toBeHidden()
  await expect(tab(other, "TensorFlow")).toHaveAttribute("aria-selected", "true")

  await page.goto(part1)
  await expect(tab(page, "TensorFlow")).toHaveAttribute("aria-selected", "true")
})

test("the arrow keys, Home and End go through the tabs", async ({ page }) => {
  await page.goto(guide)
  await tab(page, "PyTorch").focus()
  for (const [key, name] of [
    ["ArrowRight", "TensorFlow"],
    ["ArrowRight", "PyTorch"],
    ["End", "TensorFlow"],
    ["Home", "PyTorch"],
    ["ArrowLeft", "TensorFlow"],
  ] as const) {
    await page.keyboard.press(key)
    await expect(tab(page, name)).toBeFocused()
    await expect(tab(page, name)).toHaveAttribute("aria-selected", "true")
  }
  await page.keyboard.press("Shift+Tab")
  await expect(tabsOf(page).getByRole("tab").locator(":focus")).toHaveCount(0)
})

test("a choice that is remembered moves nothing of the text when the page loads", async ({
  page,
}) => {
  await page.goto(part1)
  await tab(page, "TensorFlow").click()
  await page.reload()
  await page.waitForFunction(() => customElements.get("tab-group"))
  await expect(tabsOf(page).getByRole("tabpanel", { name: "TensorFlow" })).toBeVisible()
  const shift = await page.evaluate(
    () =>
      new Promise<number>((done) => {
        let sum = 0
        new PerformanceObserver((list) => {
          type Shift = PerformanceEntry & { value: number; sources: { node?: Node }[] }
          for (const { value, sources } of list.getEntries() as Shift[]) {
            // The contents unfold the section that the page comes back to.
            const isText = ({ node }: { node?: Node }) => !node?.parentElement?.closest(".toc")
            if (sources.some(isText)) sum += value
          }
        }).observe({ type: "layout-shift", buffered: true })
        requestAnimationFrame(() => requestAnimationFrame(() => done(sum)))
      }),
  )
  expect(shift).toBe(0)
})

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false })

  test("tabs follow one another below their titles, and nothing is dead", async ({ page }) => {
    await page.goto(guide)
    const tabs = tabsOf(page)
    await expect(tabs.getByText("PyTorch", { exact: true })).toBeVisible()
    await expect(tabs.getByText("torch.softmax")).toBeVisible()
    await expect(tabs.getByText("TensorFlow", { exact: true })).toBeVisible()
    await expect(tabs.getByText("tf.nn.softmax")).toBeVisible()
    await expect(page.getByRole("button", { name: /^Copy/ })).toHaveCount(0)
  })

  test("folded code opens, and a mark leads to its note", async ({ page }) => {
    await page.goto(guide)
    const code = page.getByText("queries", { exact: false }).last()
    await expect(code).toBeHidden()
    await page.getByText("The numbers of the example", { exact: true }).click()
    await expect(code).toBeVisible()
    await page.getByRole("link", { name: "Note 1" }).first().click()
    await expect(page.locator("li:target")).toBeInViewport()
  })
})
