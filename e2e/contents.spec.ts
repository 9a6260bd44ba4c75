import { expect, test } from "./site"

const part1 = "/posts/deep-learning-specialization-part-1/"

test("the section being read is marked, and the page stays where it is", async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 500 })
  await page.goto(part1)
  const contents = page.getByRole("navigation", { name: "On this page" })
  const current = contents.locator("[aria-current=true]")
  await expect(current).toHaveCount(0)
  for (const name of ["Motivation", "Reflections", "Course content"]) {
    await page.getByRole("heading", { name, level: 2 }).evaluate((heading) => {
      scrollTo({ top: heading.getBoundingClientRect().top + scrollY - 100 })
    })
    const top = await page.evaluate(() => scrollY)
    await expect(current).toHaveText(name)
    await expect(current).toBeInViewport()
    expect(await page.evaluate(() => scrollY)).toBe(top)
  }
  await page.getByRole("heading", { name: "Regularisation" }).evaluate((heading) => {
    heading.scrollIntoView()
  })
  const module = page.locator(".outline-map details").filter({ hasText: "Hyperparameter" })
  await expect(module.locator("[aria-current=true]")).not.toHaveCount(0)
  await contents.getByRole("link", { name: "Back to top" }).click()
  await expect(current).toHaveCount(0)
  expect(await page.evaluate(() => scrollY)).toBe(0)
})

test("on a phone the contents close when an entry is chosen", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 })
  await page.goto(part1)
  const bar = page.locator("summary").filter({ hasText: "Contents" })
  const reflections = page
    .getByRole("navigation", { name: "On this page" })
    .getByRole("link", { name: "Reflections" })
  await bar.click()
  await reflections.click()
  await expect(page.getByRole("heading", { name: "Reflections" })).toBeInViewport()
  await expect(reflections).toBeHidden()
})

test("on a phone a bar says where the reader is, and opens the way on", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 })
  await page.goto(`${part1}#regularisation`)
  const bar = page.locator(".post-side > summary")
  await expect(bar).toBeInViewport()
  await expect(bar).toHaveText(/^Part 1Course 2: .*Regularisation$/)
  await bar.click()
  const series = page.getByRole("navigation", { name: /^Series/ })
  await expect(series).toBeVisible()
  await page.keyboard.press("Escape")
  await expect(series).toBeHidden()
  await expect(bar).toBeFocused()
})

test("the bar opens although its words change while it is pressed", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 })
  await page.goto(`${part1}#regularisation`)
  const bar = page.locator(".post-side > summary")
  await expect(bar).toHaveText(/Regularisation$/)
  await bar.hover({ position: { x: 120, y: 20 } }) // upon its words
  await page.mouse.down()
  await page.getByRole("heading", { name: "TensorFlow or PyTorch" }).evaluate((heading) => {
    heading.scrollIntoView()
  })
  await expect(bar).toHaveText(/TensorFlow or PyTorch$/)
  await page.mouse.up()
  await expect(page.getByRole("navigation", { name: /^Series/ })).toBeVisible()
})

test("the contents show the subsections of the section being read", async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 800 })
  await page.goto(part1)
  const contents = page.getByRole("navigation", { name: "On this page" })
  const subsection = contents.getByRole("link", { name: "Regularisation" })
  await expect(subsection).toBeHidden()
  await page.getByRole("heading", { name: "Regularisation" }).evaluate((heading) => {
    heading.scrollIntoView()
  })
  await expect(subsection).toHaveAttribute("aria-current", "true")
  await expect(subsection).toBeInViewport()
})
