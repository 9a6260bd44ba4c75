import { HtmlValidate } from "html-validate/node"
import { addressesOf, expect, test } from "./site"

test("the HTML of every page is valid", { tag: "@any-site" }, async ({ request }) => {
  const validator = new HtmlValidate({
    extends: ["html-validate:standard"],
    elements: ["html5", { "nearest-pages": { flow: true, attributes: { source: {} } } }],
    rules: {
      "no-inline-style": "off", // Next.js hides its route announcer so
      "void-style": "off", // React closes void elements in XML's way, which HTML allows
      "attribute-boolean-style": "off",
      "attribute-empty-style": "off",
      "doctype-style": "off",
      "long-title": "off", // a title is as long as the author makes it
      "prefer-native-element": "off", // regions that scroll, a strip of segments with a name
      "no-redundant-role": "off",
      "tel-non-breaking": "off",
      "require-sri": "off", // everything comes from the site itself
    },
  })
  for (const address of [...(await addressesOf(request)), "/nowhere/"]) {
    const html = await (await request.get(address)).text()
    const { results } = await validator.validateString(html, address)
    const messages = results.flatMap(({ messages }) =>
      messages.map(
        ({ line, column, message, ruleId }) => `${line}:${column} ${message} (${ruleId})`,
      ),
    )
    expect(messages, address).toEqual([])
  }
})

test(
  "no internal link or anchor of any page is broken",
  { tag: "@any-site" },
  async ({ page, request, baseURL }) => {
    const ids = new Map<string, ReadonlySet<string>>()
    const links = new Map<string, string>()
    const addresses = await addressesOf(request)
    // Whoever writes a navigation of their own may leave a page to those who have its address.
    const queue = process.env["ANY_SITE"] ? ["/", ...addresses] : ["/"]
    for (const address of queue) {
      if (!address.endsWith("/")) {
        // A file, which a browser may keep instead of showing it.
        expect((await request.get(address)).status(), address).toBe(200)
        continue
      }
      const response = await page.goto(address)
      expect(response?.status(), address).toBe(200)
      expect(new URL(page.url()).pathname, "pages link to canonical addresses").toBe(address)
      const found = await page.evaluate(() => ({
        ids: [...document.querySelectorAll("[id]")].map(({ id }) => id),
        links: [...document.querySelectorAll("a")].map(({ href }) => href),
      }))
      ids.set(address, new Set(found.ids))
      for (const link of found.links) {
        const { origin, pathname } = new URL(link)
        if (origin !== baseURL) continue
        links.set(link, address)
        if (!queue.includes(pathname)) queue.push(pathname)
      }
    }

    expect(addresses.filter((address) => !ids.has(address))).toEqual([])
    for (const [link, from] of links) {
      const { pathname, hash } = new URL(link)
      if (hash === "") continue
      const id = decodeURIComponent(hash.slice(1))
      expect(ids.get(pathname)?.has(id), `${link}, linked from ${from}`).toBe(true)
    }
  },
)

test(
  "no page scrolls sideways at 320 px or reports an error, and each has one h1",
  { tag: "@any-site" },
  async ({ page, request }) => {
    for (const address of await addressesOf(request)) {
      for (const width of [320, 1440]) {
        await page.setViewportSize({ width, height: 800 })
        await page.goto(address)
        const scrollWidth = await page.evaluate(() => document.documentElement.scrollWidth)
        expect(scrollWidth, `${address} at ${width} px`).toBeLessThanOrEqual(width)
        await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1)
      }
    }
  },
)
