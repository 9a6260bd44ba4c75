import { expect, test } from "./site"

/** The second site of playwright.config.ts: below a path, with the pages that only tests visit. */
const blog = "http://localhost:3211/blog"

test.beforeEach(async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 })
})

test("an island's scripts wait until a reader scrolls near it, and it works", async ({ page }) => {
  const scripts: string[] = []
  page.on("request", (request) => {
    if (/\/_next\/.*\.js$/.test(request.url())) scripts.push(request.url())
  })
  await page.goto(`${blog}/fixture/`, { waitUntil: "networkidle" })
  expect(scripts).toEqual([])
  await expect(page.getByRole("button", { name: "Step" })).toBeDisabled()

  await page.mouse.wheel(0, 2_400) // the island is now within a screen, and not yet in view
  const step = page.getByRole("button", { name: "Step" })
  await expect(step).not.toBeInViewport()
  await expect(step).toBeEnabled()
  await step.click()
  await step.click()
  await expect(page.getByRole("status")).toHaveText("Step 2")
  expect(scripts.length).toBe(new Set(scripts).size)
})

test("a reader with a keyboard meets no dead control", async ({ page }) => {
  await page.goto(`${blog}/fixture/`)
  const source = page.getByRole("link", { name: "Source", exact: true }).first()
  await source.focus({ timeout: 5_000 }) // focus alone starts it, whether or not it scrolls
  const step = page.getByRole("button", { name: "Step" })
  await expect(step).toBeEnabled()
  await page.keyboard.press("Shift+Tab")
  await expect(step).toBeFocused()
  await page.keyboard.press("Enter")
  await expect(page.getByRole("status")).toHaveText("Step 1")
})

test("a reader who jumps to an island by its address finds it working", async ({ page }) => {
  await page.goto(`${blog}/fixture/`)
  await page.keyboard.press("End")
  await page.getByRole("button", { name: "Step" }).click()
  await expect(page.getByRole("status")).toHaveText("Step 1")
})

test("a route that must run is answered by Next.js", async ({ request }) => {
  const response = await request.get(`${blog}/fixture/running/?question=why`)
  expect(await response.json()).toEqual({ question: "why" })
})

test("without JavaScript an island shows its first frame", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(`${blog}/fixture/`)
  await expect(page.getByRole("status")).toHaveText("Step 0")
  await context.close()
})

test("below a path every link leads to a page of the site", async ({ page }) => {
  const queue = [`${blog}/`]
  for (const address of queue) {
    const response = await page.goto(address)
    expect(response?.status(), address).toBe(200)
    const links = await page.evaluate(() =>
      [...document.querySelectorAll("a")].map(({ href }) => href),
    )
    for (const link of links) {
      const { origin, pathname } = new URL(link)
      if (origin !== new URL(blog).origin) continue
      expect(pathname, `linked from ${address}`).toMatch(/^\/blog\//)
      if (!queue.includes(origin + pathname)) queue.push(origin + pathname)
    }
  }
  expect(queue.length).toBeGreaterThan(10)
})
