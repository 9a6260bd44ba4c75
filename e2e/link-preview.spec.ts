import { expect, test } from "./site"

const part1 = "/posts/deep-learning-specialization-part-1/"
const part2 = "/posts/deep-learning-specialization-part-2/"

test("a link shows where it leads, by mouse and by keyboard, and asks for nothing before that", async ({
  page,
}) => {
  const asked: string[] = []
  page.on("request", (request) => {
    if (request.url().includes("/previews/")) asked.push(request.url())
  })
  await page.goto(part2)
  const link = page.locator("#content").getByRole("link", { name: "Table 1 in Part 1" })
  const box = page.locator("#link-popover")
  await link.scrollIntoViewIfNeeded()
  expect(asked).toEqual([])
  await link.hover()
  await expect(box).toBeVisible()
  await expect(box.getByRole("table")).toContainText("Sequence Models")
  await expect(box).toContainText("Part 1")
  expect(asked).toHaveLength(1)
  await page.keyboard.press("Escape")
  await expect(box).toBeHidden()

  await page.keyboard.press("Tab")
  await link.focus()
  await page.keyboard.press("Shift+Tab")
  await page.keyboard.press("Tab")
  await expect(box.getByRole("table")).toBeVisible()
  expect(asked).toHaveLength(1)
  await page.keyboard.press("Tab")
  await expect(box.getByRole("link", { name: "Go there" })).toBeFocused()
  await page.keyboard.press("Enter")
  await expect(page).toHaveURL(/part-1\/#courses$/)
})

test("a link within a page shows the formula or the table that it names, without a request", async ({
  page,
}) => {
  await page.goto(part2)
  await page.evaluate(() => performance.clearResourceTimings())
  const box = page.locator("#link-popover")
  const prose = page.locator(".prose")
  await prose.getByRole("link", { name: "Equation 1", exact: true }).first().hover()
  await expect(box.locator("math")).toBeVisible()
  await prose.getByRole("link", { name: "Table 1", exact: true }).first().hover()
  await expect(box.getByRole("table")).toBeVisible()
  // What is copied has no id that is there twice.
  const ids = await page.evaluate(() => [...document.querySelectorAll("[id]")].map(({ id }) => id))
  expect(new Set(ids).size).toBe(ids.length)
  const requests = await page.evaluate(() =>
    performance.getEntriesByType("resource").map(({ name }) => name),
  )
  expect(requests.filter((name) => name.includes("/previews/"))).toEqual([])
})

test.describe("by touch", () => {
  test.use({ hasTouch: true })

  test("the first touch shows where a link leads, and the second goes there", async ({ page }) => {
    await page.goto(part2)
    const link = page.locator(".prose").getByRole("link", { name: "Part 1", exact: true }).first()
    await link.tap()
    const box = page.locator("#link-popover")
    await expect(box).toContainText("Part 1 of 2")
    await link.tap()
    await expect(page).toHaveURL(new RegExp(`${part1}$`))
  })

  test("where nothing can be had of it, the first touch goes there", async ({ page }) => {
    await page.route("**/previews/**", (route) => route.fulfill({ status: 204 }))
    await page.goto(part2)
    await page.locator(".prose").getByRole("link", { name: "Part 1", exact: true }).first().tap()
    await expect(page).toHaveURL(new RegExp(`${part1}$`))
  })
})

test("every preview is small, and of a page of the site", async ({ page, request }) => {
  await page.goto(part2)
  const links = await page
    .locator(".prose a[href^='/']:not([class], .outline a)")
    .evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""))
  expect(new Set(links).size).toBeGreaterThan(20)
  for (const href of new Set(links)) {
    const [path = "", id = ""] = href.split("#")
    if (!path.endsWith("/")) continue
    const plain = (text: string) =>
      text.replaceAll(/[^\w-]/gu, (sign) => `.${(sign.codePointAt(0) ?? 0).toString(16)}`)
    const name = id === "" ? "index" : `at-${plain(decodeURIComponent(id))}`
    const answer = await request.get(`/previews${path}${name}.json`)
    expect(answer.status(), href).toBe(200)
    expect((await answer.body()).length, href).toBeLessThanOrEqual(3000)
  }
})
