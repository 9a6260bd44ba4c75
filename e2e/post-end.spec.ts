import { expect, test, fixture } from "./site"

const post = "/posts/deep-learning-specialization-part-1/"
const folder = "content/posts/deep-learning-specialization-part-1/index.mdx"
const repository = "https://github.com/partwise/partwise"

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled })

    test("a reader cites a post, corrects it or answers it", async ({ page }) => {
      await page.goto(post)
      const end = page.getByRole("region", { name: "About this post" })
      await expect(end.getByText("@misc{")).toBeHidden()
      await end.getByText("Cite this post").click()
      const bibtex = end.getByRole("region", { name: "BibTeX" })
      await expect(bibtex).toContainText(/^@misc\{author2024-deep-learning-specialization-part-1,/)
      await expect(bibtex).toContainText("title = {Ng’s {Deep} {Learning}")
      await expect(bibtex).toContainText("url = {https://partwise.example/posts/")
      await expect(end.getByText(/^The Partwise author\. “Ng’s/)).toContainText(
        /”\. Partwise, 12 February 2024\. https:/,
      )

      const href = (name: string) => end.getByRole("link", { name }).getAttribute("href")
      expect(await href("Edit this page")).toBe(`${repository}/edit/main/${folder}`)
      expect(await href("History")).toBe(`${repository}/commits/main/${folder}`)
      expect(await href("CC BY 4.0")).toBe("https://creativecommons.org/licenses/by/4.0/")
      expect(await href("Reply by e-mail")).toMatch(
        /^mailto:author@partwise\.example\?subject=Re%3A%20Ng%E2%80%99s%20Deep%20Learning/,
      )
    })
  })
}

test("what a part said stands between its last sentence and the way on", async ({ page }) => {
  await page.goto(post)
  const recap = page.locator(".prose + p")
  await expect(recap).toHaveText(/^In short: Courses 1 to 3 teach how a network learns,/)
  await expect(page.locator(".prose + p + read-toggle")).toBeAttached()
})

test("the way on comes right after the text, and then what is about it", async ({ page }) => {
  await page.goto(post)
  const order = await page.evaluate(() =>
    [
      ...document.querySelectorAll(
        "article > :is(.prose, read-toggle, nav, section), article .post-end",
      ),
    ].map((element) => element.ariaLabel ?? element.querySelector("h2[id]")?.textContent ?? ""),
  )
  expect(order.slice(1)).toEqual(["", "Parts of the series", "References", "About this post"])
})

test("on paper a post says how to cite it, and nothing that only a screen can do", async ({
  page,
}) => {
  await page.goto(post)
  await page.emulateMedia({ media: "print" })
  const end = page.locator(".post-end")
  await expect(end.getByText(/^The Partwise author\. “/)).toBeVisible()
  await expect(end.getByText("CC BY 4.0")).toBeVisible()
  await expect(end.getByText("Edit this page")).toBeHidden()
  await expect(end.getByText("@misc{")).toBeHidden()
})

/** The second site of playwright.config.ts: below a path, with the pages that only tests visit. */
const elements = `${fixture}/fixture/elements/`

test("callouts say what they are, and fold without script", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(elements)
  await expect(page.getByRole("note", { name: "Note" })).toHaveText(/^\s*Note\s*A note\.\s*$/)
  await expect(page.getByRole("note", { name: "Warning" })).toHaveText(
    /^\s*Warning: A title of its own\s*A warning\.\s*$/,
  )
  await expect(page.getByText("A caution.")).toBeHidden()
  await page.getByText("Closed at first").click()
  await expect(page.getByText("A caution.")).toBeVisible()
  await context.close()
})

test("a callout that opens above what is being read does not move it", async ({ page }) => {
  await page.goto(elements)
  const below = page.getByText("The paragraph below.")
  await below.evaluate((element) => {
    element.scrollIntoView({ block: "start" })
  })
  const topOf = () => below.evaluate((element) => Math.round(element.getBoundingClientRect().top))
  const before = await topOf()
  await page.getByText("Closed at first").evaluate((title) => {
    title.closest("details")?.setAttribute("open", "")
  })
  await expect(page.getByText("A caution.")).toBeAttached()
  expect(Math.abs((await topOf()) - before)).toBeLessThanOrEqual(1)
})

test("quotations, tasks and passages in another language", async ({ page }) => {
  await page.goto(elements)
  const quote = page.getByRole("figure")
  await expect(quote.locator("figcaption")).toHaveText("— Ada Lovelace")
  await expect(quote.getByRole("blockquote")).toHaveText("“It’s a quotation…”")
  await expect(
    page.getByRole("listitem").filter({ hasText: "Read" }).getByRole("img"),
  ).toHaveAccessibleName("Done:")
  await expect(
    page.getByRole("listitem").filter({ hasText: "Write" }).getByRole("img"),
  ).toHaveAccessibleName("To do:")
  const passage = page.locator("div[lang=ar]")
  await expect(passage).toHaveCSS("direction", "rtl")
  await expect(passage).toHaveCSS("text-align", "start")
})
