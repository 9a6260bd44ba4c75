import { expect, test } from "./site"

const guide = "/how-to-write-for-this-site/"
const part2 = "/posts/deep-learning-specialization-part-2/"

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled })

    test("on paper a post has its figures, tables, formulas, notes and references", async ({
      page,
    }) => {
      await page.goto(guide)
      await page.emulateMedia({ media: "print" })
      const pictures = page.locator("figure img")
      for (const picture of await pictures.all()) await expect(picture).toBeVisible()
      expect(await pictures.count()).toBeGreaterThan(2)

      await page.goto(part2)
      for (const part of [
        page.locator("figure.figure-table").getByRole("table"),
        page.locator("math[display=block]").first(),
        page.getByRole("heading", { name: "Notes" }),
        page.getByRole("heading", { name: "References" }),
      ]) {
        await expect(part).toBeVisible()
      }
      // What only a screen can do is not there: to open, to mark, to go on.
      for (const part of await page.locator(".outline, .post-side, read-toggle, .pager").all()) {
        await expect(part).toBeHidden()
      }
      await expect(page.getByRole("button")).toHaveCount(0)
    })
  })
}

test("on paper the page of a course has every topic with its papers, and pages have numbers", async ({
  page,
}) => {
  await page.goto("/courses/deep-learning-specialization/")
  await page.emulateMedia({ media: "print" })
  const outline = page.locator(".outline")
  await expect(outline.getByRole("link", { name: "Residual networks" })).toBeVisible()
  await expect(outline.getByRole("link", { name: "He et al., 2016" })).toBeVisible()
  const rules = await page.evaluate(() =>
    [...document.styleSheets].flatMap(({ cssRules }) => [...cssRules].map((rule) => rule.cssText)),
  )
  expect(rules.join("\n")).toMatch(/@bottom-center \{[^}]*counter\(page\)/)
})

test("on paper what is the title of something stays with it", async ({ page }) => {
  await page.goto("/posts/deep-learning-specialization-part-1/")
  await page.emulateMedia({ media: "print" })
  const titles = page.locator(".prose :is(h2, h3, figcaption, .tab-title)")
  const alone = await titles.evaluateAll((elements) =>
    elements
      .filter((element) => getComputedStyle(element).breakAfter !== "avoid")
      .map((element) => element.textContent),
  )
  expect(alone).toEqual([])
  await expect(titles.filter({ hasText: "TensorFlow" }).first()).toBeVisible()
})
