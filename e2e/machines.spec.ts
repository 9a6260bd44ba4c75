import { addressesOf, expect, test } from "./site"

const part2 = "/posts/deep-learning-specialization-part-2/"

test("every page has a card of its own or that of the site, which is a picture @any-site", async ({
  page,
  request,
}) => {
  const seen = new Map<string, string>()
  for (const address of await addressesOf(request)) {
    await page.goto(address)
    const url = await page.locator('meta[property="og:image"]').getAttribute("content")
    const { pathname } = new URL(url ?? "")
    if (!seen.has(pathname)) {
      const response = await request.get(pathname)
      expect(response.headers()["content-type"], address).toMatch(/^image\//)
      const bytes = await response.body()
      // A post may have a picture of its own. The size stands in the first chunk of a PNG.
      if (pathname.startsWith("/cards/"))
        expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)], address).toEqual([1200, 630])
    }
    seen.set(pathname, address)
  }
  expect(seen.size).toBeGreaterThan(1)
})

test("a post is there as Markdown, by its own address and by what a client would rather have", async ({
  page,
  request,
}) => {
  await page.goto(part2)
  const link = page.getByRole("link", { name: "Markdown", exact: true })
  await expect(link).toHaveAttribute("href", `${part2}index.md`)
  const file = await request.get(`${part2}index.md`)
  expect(file.headers()["content-type"]).toBe("text/markdown; charset=utf-8")
  const text = await file.text()
  expect(text).toMatch(/^# Deep Learning Specialization course completed/)
  expect(text).toContain("$$\n\\left\\lfloor \\frac{n + 2p - f}{s} \\right\\rfloor + 1\n$$")
  expect(text).not.toMatch(/<(?:Figure|Cite|Term|Value|div|span)\b/)

  const liked = await request.get(part2, { headers: { Accept: "text/markdown, text/html;q=0.9" } })
  expect(await liked.text()).toBe(text)
  expect(liked.headers()["vary"]).toContain("Accept")
  const usual = await request.get(part2, { headers: { Accept: "text/html, */*;q=0.8" } })
  expect(usual.headers()["content-type"]).toBe("text/html; charset=utf-8")
  expect(usual.headers()["vary"]).toContain("Accept")
})

test("language models find a list of the texts, and all of them in one file", async ({
  request,
}) => {
  const list = await (await request.get("/llms.txt")).text()
  expect(list).toMatch(/^# Partwise\n\n> /)
  const links = [...list.matchAll(/\]\(https:\/\/partwise\.example(\/[^)]*)\)/g)]
  expect(links.length).toBeGreaterThan(4)
  for (const [, address = ""] of links)
    expect((await request.get(address)).status(), address).toBe(200)
  const whole = await (await request.get("/llms-full.txt")).text()
  for (const part of [1, 2]) {
    const address = `/posts/deep-learning-specialization-part-${part}/index.md`
    expect(whole).toContain(await (await request.get(address)).text())
  }
})

test("the page on following leads to every feed, each in three formats with the same posts", async ({
  page,
  request,
}) => {
  await page.goto("/")
  await page.getByRole("contentinfo").getByRole("link", { name: "Follow" }).click()
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Follow")
  const feeds = page.getByRole("main").getByRole("listitem")
  await expect(feeds).toHaveCount(2)
  for (const feed of await feeds.all()) {
    const ids = await Promise.all(
      ["Atom", "RSS", "JSON"].map(async (format) => {
        const link = feed.getByRole("link", { name: format })
        const response = await request.get((await link.getAttribute("href")) ?? "")
        const type = format === "JSON" ? "feed+json" : "xml"
        expect(response.headers()["content-type"]).toBe(`application/${type}; charset=utf-8`)
        const pattern = /(?:<id>|<guid[^>]*>|"id":")([^<"]*\/posts\/[^<"]*)/g
        return [...(await response.text()).matchAll(pattern)].map(([, id]) => id)
      }),
    )
    expect(ids[0]).toHaveLength(2)
    expect(ids[1]).toEqual(ids[0])
    expect(ids[2]).toEqual(ids[0])
  }
})

test("a feed that is opened in a browser says what it is and how to follow it", async ({
  page,
}) => {
  for (const address of ["/feed.xml", "/rss.xml"]) {
    await page.goto(address)
    await expect(page.getByText("This is a feed", { exact: false })).toBeVisible()
    await expect(page.getByText("Courses 4 and 5", { exact: false }).first()).toBeVisible()
    await expect(page.getByText("Introduction", { exact: false }).first()).toBeHidden()
  }
})
