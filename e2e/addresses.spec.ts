import { addressesOf, expect, test } from "./site"

const part1 = "/posts/deep-learning-specialization-part-1/"
const part2 = "/posts/deep-learning-specialization-part-2/"

for (const [old, now] of [
  ["/posts/dl_course_part1", part1],
  ["/posts/dl_course_part2", part2],
] as const) {
  for (const ending of ["/", "", "/index.html"]) {
    test(`the old address ${old}${ending} arrives`, async ({ page, request }) => {
      await page.goto(old + ending)
      await expect(page).toHaveURL(now)
      // The last hop is the alias's own; one before it may add the slash.
      let address = old + ending
      for (let hop = 0; hop < 2 && address !== now; hop++) {
        const response = await request.get(address, { maxRedirects: 0 })
        expect(response.status()).toBe(308)
        address = new URL(response.headers()["location"] ?? "", response.url()).pathname
      }
      expect(address).toBe(now)
    })
  }
}

test(
  "every address arrives with and without its slash",
  { tag: "@any-site" },
  async ({ request }) => {
    for (const address of await addressesOf(request)) {
      const response = await request.get(address.replace(/(.)\/$/, "$1"))
      expect(response.status(), address).toBe(200)
      expect(new URL(response.url()).pathname).toBe(address)
    }
  },
)

test(
  "every page has a title of its own, also where it is shared",
  { tag: "@any-site" },
  async ({ request }) => {
    const titles = new Map<string, string>()
    for (const address of await addressesOf(request)) {
      const html = await (await request.get(address)).text()
      for (const pattern of [/<title>([^<]+)/, /<meta property="og:title" content="([^"]+)"/]) {
        const title = `${pattern.source} ${pattern.exec(html)?.[1]}`
        expect(titles.get(title), `${address}: ${title}`).toBeUndefined()
        titles.set(title, address)
      }
    }
  },
)

test("an address that is almost right suggests the page that was meant", async ({ page }) => {
  const response = await page.goto("/posts/deep-learning-specialisation-part-2/")
  expect(response?.status()).toBe(404)
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "There is no page at this address",
  )
  const suggestions = page.locator("nearest-pages").getByRole("link")
  await expect(suggestions.first()).toHaveText("Deep Learning Specialization course completed ✔︎")
  await suggestions.first().click()
  await expect(page).toHaveURL(part2)
})

test(
  "without JavaScript a 404 still leads to everything",
  { tag: "@any-site" },
  async ({ browser, baseURL }) => {
    const context = await browser.newContext({ javaScriptEnabled: false, baseURL })
    const page = await context.newPage()
    const response = await page.goto("/nowhere/")
    expect(response?.status()).toBe(404)
    await page.getByRole("link", { name: "all posts" }).click()
    await expect(page).toHaveURL("/posts/")
    await context.close()
  },
)
