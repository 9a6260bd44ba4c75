import axe from "axe-core"
import { expect, test, fixture } from "./site"

/** The second site of playwright.config.ts: below a path, with the pages that only tests visit. */
const address = `${fixture}/fixture/hard/`

test("the hardest post stays within the page, narrow and wide", async ({ page }) => {
  for (const width of [320, 820, 1280, 1920]) {
    await page.setViewportSize({ width, height: 900 })
    await page.goto(address)
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth),
      `at ${width} px`,
    ).toBeLessThanOrEqual(width)
  }
})

test("thirty notes stand in the margin, and none overlaps another or the text", async ({
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.goto(address)
  const notes = page.getByRole("note")
  await expect(notes).toHaveCount(30)
  const boxes = await notes.evaluateAll((elements) =>
    elements.map((element) => {
      const { top, bottom, left } = element.getBoundingClientRect()
      return { top, bottom, left }
    }),
  )
  const right = await page
    .locator(".prose")
    .evaluate((prose) => prose.getBoundingClientRect().right)
  for (const [index, { top, left }] of boxes.entries()) {
    expect(left).toBeGreaterThan(right)
    expect(top).toBeGreaterThanOrEqual(boxes[index - 1]?.bottom ?? 0)
  }
})

test("axe finds nothing on it", async ({ page }) => {
  await page.goto(address)
  await page.evaluate(axe.source)
  for (const width of [360, 1440]) {
    await page.setViewportSize({ width, height: 900 })
    const found = await page.evaluate(async () => {
      const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run()
      return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
    })
    expect(found, `at ${width} px`).toEqual([])
  }
})
