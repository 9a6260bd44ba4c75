import type { Page } from "@playwright/test"
import { expect, test } from "./site"

// The post that shows what a post can hold: images among it.
const address = "/how-to-write-for-this-site/"

/** The first image that is shown smaller than it is. */
const imageOf = (page: Page) => page.locator(".enlarge img").first()

for (const [device, width, deviceScaleFactor, chosen] of [
  ["a phone", 390, 2, 768],
  ["a wide screen", 1440, 1, 768],
  ["a wide screen of many pixels", 1440, 2, 1600],
] as const) {
  test.describe(`on ${device}`, () => {
    test.use({ viewport: { width, height: 900 }, deviceScaleFactor })

    test("the browser takes a file of the newest format that is just wide enough", async ({
      page,
    }) => {
      await page.goto(address)
      const image = imageOf(page)
      await image.scrollIntoViewIfNeeded()
      await expect(image).toHaveJSProperty("complete", true)
      const { file, shown, natural } = await image.evaluate((element: HTMLImageElement) => ({
        file: element.currentSrc,
        shown: element.clientWidth * devicePixelRatio,
        natural: Number(element.getAttribute("width")),
      }))
      const made = Number(/-(\d+)\.avif$/.exec(file)?.[1])
      expect(made).toBeGreaterThanOrEqual(Math.min(shown, natural))
      expect(made).toBeLessThanOrEqual(Math.max(chosen, shown * 1.5))
      const response = await page.request.get(file)
      expect(response.headers()).toMatchObject({
        "content-type": "image/avif",
        "cache-control": "public, max-age=31536000, immutable",
      })
    })
  })
}

test("images keep their place while they load", async ({ page }) => {
  let open: () => void = () => undefined
  const opened = new Promise<void>((resolve) => (open = resolve))
  await page.route("**/images/**", async (route) => {
    await opened
    await route.continue()
  })
  await page.goto(address, { waitUntil: "domcontentloaded" })
  const image = imageOf(page)
  await image.scrollIntoViewIfNeeded()
  await page.evaluate(async () => void (await document.fonts.ready))
  const before = await image.boundingBox()
  open()
  await expect(image).toHaveJSProperty("complete", true)
  const after = await image.boundingBox()
  expect(before?.height).toBeGreaterThan(50)
  expect({ ...after, height: 0 }).toEqual({ ...before, height: 0 })
  // A narrow file has whole pixels as well: its height may be half of one off.
  expect(Math.abs((after?.height ?? 0) - (before?.height ?? 0))).toBeLessThan(1)
})

test("with the keyboard alone a reader enlarges an image and comes back to it", async ({
  page,
}) => {
  await page.goto(address)
  const button = page.getByRole("button", { name: /^Enlarge: / }).first()
  const alt = await imageOf(page).getAttribute("alt")
  await button.focus()
  await page.evaluate(() => document.fonts.ready) // formulas above it change their heights
  const scrolled = await page.evaluate(() => scrollY)
  await page.keyboard.press("Enter")

  const dialog = page.getByRole("dialog", { name: alt ?? "" })
  await expect(dialog.getByRole("button", { name: "Close" })).toBeFocused()
  const large = dialog.getByRole("img")
  await expect(large).toHaveJSProperty("complete", true)
  const widths = await large.evaluate((element: HTMLImageElement) => [
    element.clientWidth,
    document.documentElement.clientWidth,
  ])
  expect(widths[0]).toBeLessThanOrEqual(widths[1] ?? 0)
  await page.keyboard.press("End")
  expect(await page.evaluate(() => scrollY)).toBe(scrolled)

  await page.keyboard.press("Escape")
  await expect(dialog).toHaveCount(0)
  await expect(button).toBeFocused()
  expect(await page.evaluate(() => scrollY)).toBe(scrolled)
})

test("a click anywhere closes what is enlarged", async ({ page }) => {
  await page.goto(address)
  await page
    .getByRole("button", { name: /^Enlarge: / })
    .first()
    .click()
  await page.getByRole("dialog").click({ position: { x: 9, y: 300 } })
  await expect(page.getByRole("dialog")).toHaveCount(0)
})

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false })

  test("an image leads to all of it", async ({ page }) => {
    await page.goto(address)
    const link = page.locator("a.enlarge").first()
    const href = (await link.getAttribute("href")) ?? ""
    expect((await page.request.get(href)).headers()["content-type"]).toMatch(/^image\//)
  })
})
