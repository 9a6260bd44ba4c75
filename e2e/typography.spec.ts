import type { Locator } from "@playwright/test"
import { expect, fixture, test } from "./site"

const elements = `${fixture}/fixture/elements/`

test.beforeEach(async ({ page }) => {
  await page.goto(elements)
})

const styleOf = (locator: Locator, name: string) =>
  locator.evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), name)

test("code reads from left to right, in its own letters, in a text from right to left", async ({
  page,
}) => {
  const passage = page.locator("div[dir=rtl]")
  for (const code of await passage.locator("code").all()) {
    expect(await styleOf(code, "direction")).toBe("ltr")
    expect(await styleOf(code, "font-family")).toMatch(/JetBrains|jetbrains|monospace/)
    expect(await styleOf(code, "font-family")).not.toMatch(/Naskh/)
  }
  expect(await styleOf(passage.locator("p").first(), "font-family")).toMatch(/Naskh/)
  expect(await styleOf(passage.locator("pre"), "text-align")).toMatch(/^(?:start|left)$/)
})

test("quotations, lists and tables of a text from right to left begin on the right", async ({
  page,
}) => {
  const passage = page.locator("div[dir=rtl]")
  const quote = passage.locator("blockquote")
  expect(await styleOf(quote, "border-right-width")).toBe("2px")
  expect(await styleOf(quote, "border-left-width")).toBe("0px")
  expect(parseFloat(await styleOf(passage.locator("ul"), "padding-right"))).toBeGreaterThan(10)
  expect(await styleOf(passage.locator("td").first(), "text-align")).toBe("start")
  expect(await styleOf(quote.locator("code"), "font-style")).toBe("normal")
})

test("no line begins with the comma behind a formula, or ends with the bracket before it", async ({
  page,
}) => {
  for (const width of [320, 360, 414]) {
    await page.setViewportSize({ width, height: 700 })
    const torn = await page.evaluate(() =>
      [...document.querySelectorAll(".prose p > .joined")].flatMap((joined) => {
        const boxes = [...joined.childNodes].flatMap((node) => {
          const range = new Range()
          range.selectNode(node)
          return [...range.getClientRects()]
        })
        const tops = boxes.map(({ top, bottom }) => (top + bottom) / 2)
        const isTorn = Math.max(...tops) - Math.min(...tops) > 14
        return isTorn ? [joined.parentElement?.textContent] : []
      }),
    )
    expect(torn).toEqual([])
  }
  const joined = page
    .locator("p")
    .filter({ hasText: /^a+ and/ })
    .locator(".joined")
  await expect(joined).toHaveCount(60)
})

test("headings go down to the sixth level, each smaller than a heading and set apart", async ({
  page,
}) => {
  const sizes: number[] = []
  for (const name of ["Copied", "Deep", "Deeper", "Deep down", "Deepest"]) {
    const heading = page.getByRole("heading", { name, exact: true })
    sizes.push(parseFloat(await styleOf(heading, "font-size")))
    expect(Number(await styleOf(heading, "font-weight"))).toBe(600)
    expect(parseFloat(await styleOf(heading, "margin-top"))).toBeGreaterThan(10)
  }
  expect(sizes).toEqual(sizes.toSorted((a, b) => b - a))
})

test.describe("in the dark", () => {
  test.use({ colorScheme: "dark" })

  test("pictures do not glare, until the reader chooses light", async ({ page }) => {
    await page.goto("/how-to-write-for-this-site/")
    const picture = page.locator(".prose img").first()
    await expect(picture).toHaveCSS("filter", "brightness(0.8)")
    const theme = page.getByRole("button", { name: /theme/i })
    await theme.click()
    await expect(picture).toHaveCSS("filter", "brightness(1)")
  })

  test("the mark in the title is a sign of the text, in its colour", async ({ page }) => {
    await page.goto("/posts/deep-learning-specialization-part-2/")
    await expect(page.getByRole("heading", { level: 1 })).toContainText("✔\uFE0E")
    expect(await page.locator("body").innerText()).not.toContain("\uFE0F")
  })
})

test.describe("in forced colours", () => {
  test.use({ contextOptions: { forcedColors: "active" } })

  test("what says where the reader is can be told from the rest", async ({ page }) => {
    await page.setViewportSize({ width: 1440, height: 900 })
    await page.goto("/posts/deep-learning-specialization-part-2/")
    const strip = page.getByRole("img", { name: /modules of/ })
    const grounds = await strip
      .locator("> span")
      .evaluateAll((all) => all.map((one) => getComputedStyle(one).backgroundColor))
    expect(new Set(grounds).size).toBe(2)
    expect(grounds.at(-1)).not.toBe(grounds[0])
    for (const ground of grounds) {
      expect(ground).not.toBe(await styleOf(page.locator("body"), "background-color"))
    }
    await page.goto("/posts/deep-learning-specialization-part-2/#gru-and-lstm")
    await expect(page.locator(":target")).toHaveCSS("outline-style", "solid")
  })
})
