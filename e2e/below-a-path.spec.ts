import { expect, test, fixture as blog } from "./site"

/** The second site of playwright.config.ts: below a path, with the pages that only tests visit. */

test("a route that must run is answered by Next.js", async ({ request }) => {
  const response = await request.get(`${blog}/fixture/running/?question=why`)
  expect(await response.json()).toEqual({ question: "why" })
})

test("below a path every link leads to a page of the site", async ({ page }) => {
  const queue = [`${blog}/`]
  for (const address of queue) {
    if (!address.endsWith("/")) {
      expect((await page.request.get(address)).status(), address).toBe(200)
      continue // a file
    }
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
