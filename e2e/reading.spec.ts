import type { Page } from "@playwright/test"
import { expect, test } from "./site"

const part1 = "/posts/deep-learning-specialization-part-1/"
const part2 = "/posts/deep-learning-specialization-part-2/"
const series = "Deep Learning Specialization"

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled })

    test("a reader lands on Part 2, follows a topic, goes to Part 1 and comes back", async ({
      page,
    }) => {
      await page.setViewportSize({ width: 1440, height: 900 })
      await page.goto(part2)
      const article = page.getByRole("article")
      await expect(article.getByText(`Part 2 of 2 in ${series}`)).toBeVisible()
      await expect(page).toHaveTitle(
        /Deep Learning Specialization course completed ✔\uFE0E, Part 2 of 2/,
      )

      await followTopic(page)
      await expect(page).toHaveURL(`${part2}#residual-networks`)
      await expect(page.getByRole("heading", { name: "Residual networks" })).toBeInViewport()

      const sidebar = page.getByRole("navigation", { name: `Series: ${series}` })
      await expect(sidebar.locator('[aria-current="page"]')).toHaveText(
        "Part 2CNNs and sequence models",
      )
      await sidebar.getByRole("link", { name: "Part 1 Foundations" }).click()
      await expect(page).toHaveURL(part1)

      const pager = page.getByRole("navigation", { name: "Parts of the series" })
      await expect(pager.locator('[rel="next"]')).toHaveCount(1)
      await pager.getByRole("link", { name: /Next · Part 2/ }).click()
      await expect(page).toHaveURL(part2)
      await expect(pager.locator("[rel]")).toHaveText("Previous · Part 1Foundations")
      await pager.getByRole("link", { name: /End of the series/ }).click()
      await expect(page).toHaveURL("/series/deep-learning-specialization/")
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(series)
    })

    test("on a phone the series and the sections are one disclosure", async ({ page }) => {
      await page.setViewportSize({ width: 390, height: 664 })
      await page.goto(part1)
      const sidebar = page.getByRole("navigation", { name: `Series: ${series}` })
      const other = sidebar.getByRole("link", { name: /CNNs and sequence models/ })
      await expect(other).toBeHidden()
      await page.getByText("Contents", { exact: true }).click()
      await other.click()
      await expect(page).toHaveURL(part2)

      const first = await page.locator(".prose > p").first().boundingBox()
      expect(first?.y).toBeLessThan(500)
      await page.getByText("Contents", { exact: true }).click()
      const contents = page.getByRole("navigation", { name: "On this page" })
      await expect(contents.getByRole("link", { name: "GRU and LSTM" })).toBeVisible()
      await contents.getByRole("link", { name: "Course summary" }).click()
      await expect(page.getByRole("heading", { name: "Course summary" })).toBeInViewport()
    })
  })
}

/** From the outline in the text of Part 2: closes and opens module 4, then follows one of its topics. */
async function followTopic(page: Page) {
  const outline = page.getByRole("article").locator(".prose")
  const module = outline.getByRole("group").filter({ hasText: "Convolutional Neural Networks" })
  const topic = module.getByRole("link", { name: "Residual networks" })
  await expect(topic).toBeVisible() // the modules of the page being read are open
  await expect(outline.getByRole("link", { name: "Gradient checking" })).toBeHidden()
  await module.getByText("Convolutional Neural Networks").click()
  await expect(topic).toBeHidden()
  await module.getByText("Convolutional Neural Networks").click()
  await topic.click()
}

test("the home page leads to both parts, the course and a module", async ({ page }) => {
  await page.goto("/")
  await page.getByRole("link", { name: "Foundations" }).click()
  await expect(page).toHaveURL(part1)
  await page.getByRole("link", { name: "Course", exact: true }).click()
  await page.getByRole("link", { name: "About this module" }).last().click()
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sequence Models")
  const topic = page.getByRole("listitem").filter({ hasText: "The transformer" }).first()
  await expect(topic.getByRole("link", { name: "Attention Is All You Need" })).toHaveAttribute(
    "href",
    /^https:\/\/(?:doi|arxiv)\.org\//,
  )
  await topic.getByRole("link", { name: "The transformer" }).click()
  await expect(page).toHaveURL(`${part2}#the-transformer`)
})

test("the keyboard reaches the content first, and every disclosure", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 })
  await page.goto(part2)
  await page.keyboard.press("Tab")
  await expect(page.getByRole("link", { name: "Skip to the content" })).toBeFocused()
  const summary = page.locator("summary").filter({ hasText: "Contents" })
  await summary.focus()
  await page.keyboard.press("Enter")
  await expect(page.getByRole("link", { name: "Introduction" }).first()).toBeVisible()
})
