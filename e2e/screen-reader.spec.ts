import type { Page } from "@playwright/test"
import { expect, fixture, test } from "./site"

const posts = [
  "/posts/deep-learning-specialization-part-1/",
  "/posts/deep-learning-specialization-part-2/",
]

/** A line of the accessibility tree: how deep it stands, its role and its name. */
type Line = { depth: number; role: string; name: string }

const entry = /^(?<indent> *)- '?(?<role>[a-z]+)(?: "(?<name>(?:[^"\\]|\\.)*)")?/

/** What a screen reader is told of a page, in its order. */
async function treeOf(page: Page): Promise<readonly Line[]> {
  const snapshot = await page.locator("body").ariaSnapshot()
  return snapshot.split("\n").flatMap((line): Line[] => {
    const { indent = "", role, name = "" } = entry.exec(line)?.groups ?? {}
    return role === undefined ? [] : [{ depth: indent.length / 2, role, name }]
  })
}

const landmarks = new Set([
  "banner",
  "complementary",
  "contentinfo",
  "form",
  "main",
  "navigation",
  "region",
  "search",
])

for (const address of posts) {
  for (const width of [390, 1440]) {
    test.describe(`${address} at ${width} px`, () => {
      test.beforeEach(async ({ page }) => {
        await page.setViewportSize({ width, height: 900 })
        await page.goto(address)
      })

      test("headings are named after their sections, and stand in order", async ({ page }) => {
        const headings = (await treeOf(page)).filter(({ role }) => role === "heading")
        const written = await page.locator(".heading > :first-child").allInnerTexts()
        const names = headings.map(({ name }) => name)
        expect(names.slice(1, written.length + 1)).toEqual(written.map((one) => one.trim()))
        for (const name of names) expect(name).not.toMatch(/^$|Link to|#/)
        const levels = await page
          .getByRole("heading")
          .evaluateAll((all) => all.map(({ tagName }) => Number(tagName.slice(1))))
        levels.reduce((before, level) => {
          expect(level - before).toBeLessThanOrEqual(1)
          return level
        }, 0)
      })

      test("landmarks are few, and each has a name of its own", async ({ page }) => {
        const found = (await treeOf(page)).filter(({ role }) => landmarks.has(role))
        const names = found.map(({ role, name }) => `${role} ${name}`)
        expect(new Set(names).size, names.join("\n")).toBe(names.length)
        expect(found.length).toBeLessThanOrEqual(12)
        const order = ["banner", "main", "contentinfo"]
        expect(found.map(({ role }) => role).filter((role) => order.includes(role))).toEqual(order)
      })

      test("tables are named by their captions, and their columns have names", async ({ page }) => {
        const tree = await treeOf(page)
        // A grid of numbers in a figure has a name of its own.
        const isNamed = (index: number) => tree[index]?.name !== ""
        const boxes = tree.filter(
          (_, index) => tree[index + 1]?.role === "table" && !isNamed(index + 1),
        )
        expect(boxes.length).toBeGreaterThan(0)
        for (const { role, name } of boxes) {
          expect(role).toBe("group")
          expect(name).toMatch(/^Table\s\d+\. \S/)
        }
        const columns = tree.filter(({ role }) => role === "columnheader")
        expect(columns.length).toBeGreaterThan(2)
        for (const { name } of columns) expect(name).not.toBe("")
      })
    })
  }
}

test("the keyboard reaches the link of a heading, which is named after it", async ({ page }) => {
  await page.goto(posts[1] ?? "")
  const heading = page.getByRole("heading", { name: "GRU and LSTM" })
  const link = page.locator(".heading").filter({ has: heading }).getByRole("link")
  await expect(link).toHaveAccessibleName("GRU and LSTM")
  await expect(link).toHaveCSS("opacity", "0")
  await page.keyboard.press("Tab") // a key was used: focus is shown
  await link.focus()
  await expect(link).toHaveCSS("opacity", "1")
  const { x = -1 } = (await link.boundingBox()) ?? {}
  expect(x).toBeGreaterThanOrEqual(0)
  await page.keyboard.press("Enter")
  await expect(page).toHaveURL(/#gru-and-lstm$/)
})

test("a formula names its column, and a corner without a text is no header", async ({ page }) => {
  await page.goto(`${fixture}/fixture/elements/`)
  const table = page.getByRole("table").last()
  await expect(table.getByRole("columnheader")).toHaveCount(1)
  await expect(table.getByRole("columnheader")).toHaveAccessibleName("f")
})
