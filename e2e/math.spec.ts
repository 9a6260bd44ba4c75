import { expect, test, fixture } from "./site"

/** On the second site of playwright.config.ts, which has the pages that only tests visit. */
const address = `${fixture}/fixture/math/`

test("a figure is found by its caption, and a reference leads to it", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 500 })
  await page.goto(address)
  const figure = page.getByRole("figure", { name: "Figure 1. A step of Adam" })
  await expect(figure).not.toBeInViewport()
  await page.getByRole("link", { name: "Figure 1" }).click()
  await expect(page).toHaveURL(/#adam-in-code$/)
  await expect(figure).toBeInViewport()
  await expect(page.getByRole("figure", { name: "Table 1. Usual rates." })).toContainText("Adam")
})

test("a numbered equation is mathematics, and a reference leads to it", async ({ page }) => {
  await page.goto(address)
  const equation = page.getByRole("group", { name: "Equation 1" })
  await expect(equation.getByRole("math")).toBeVisible()
  await page.getByRole("link", { name: "Equation 1" }).click()
  await expect(page.locator("#adam")).toContainText("(1)")
  await expect(equation).toBeInViewport()
  await expect(page.getByText("for $5 and $10")).toBeVisible()
})

for (const width of [320, 820, 1280, 1440, 1920]) {
  test(`nothing scrolls sideways at ${width} px but a long equation in its box`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 700 })
    await page.goto(address)
    const beyond = await page.evaluate(() => {
      window.scrollTo(1_000, 0)
      return window.scrollX
    })
    expect(beyond).toBe(0)

    const long = page.getByRole("group", { name: "Equation 2" })
    await long.focus()
    await page.keyboard.press("ArrowRight")
    await expect.poll(() => long.evaluate(({ scrollLeft }) => scrollLeft)).toBeGreaterThan(0)
    const number = await page.getByText("(2)", { exact: true }).boundingBox()
    const box = await long.boundingBox()
    expect(number?.x).toBeGreaterThanOrEqual((box?.x ?? Infinity) + (box?.width ?? Infinity))
    expect((number?.x ?? Infinity) + (number?.width ?? Infinity)).toBeLessThanOrEqual(width)
  })
}

test("a wide figure reaches into the margin, one for the margin stands there", async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 700 })
  await page.goto(address)
  const boxOf = async (name: string) => {
    const box = await page.getByRole("figure", { name }).boundingBox()
    return { left: box?.x ?? 0, right: (box?.x ?? 0) + (box?.width ?? 0) }
  }
  const text = await boxOf("Table 1.")
  const wide = await boxOf("Figure 1.")
  const aside = await boxOf("Figure 3.")
  expect(wide.left).toBe(text.left)
  expect(aside.left).toBeGreaterThan(text.right)
  expect(wide.right).toBeCloseTo(aside.right, 0)
  expect((await boxOf("Figure 2.")).right).toBeCloseTo(1440, 0)
})
