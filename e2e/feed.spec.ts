import type { Page } from "@playwright/test"
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from "feedsmith"
import { addressesOf, expect, test, fixture } from "./site"

const seriesAddress = "/series/deep-learning-specialization/"
const seriesFeed = `${seriesAddress}feed.xml`

type Entry = {
  id: string
  title: string
  link: string
  published: string
  updated: string
  content: string
}

/** A feed as a browser reads it: not at all, if it is not well-formed. */
async function readFeed(page: Page, address: string) {
  const response = await page.request.get(address)
  expect(response.status()).toBe(200)
  expect(response.headers()["content-type"]).toBe("application/xml; charset=utf-8")
  expect(response.headers()["cache-control"]).toBe("public, max-age=0, must-revalidate")
  return page.evaluate(
    (xml) => {
      const { documentElement: feed } = new DOMParser().parseFromString(xml, "application/xml")
      const text = (element: Element, name: string) =>
        element.querySelector(`:scope > ${name}`)?.textContent ?? ""
      const link = (element: Element, rel: string) =>
        element.querySelector(`:scope > link[rel="${rel}"]`)?.getAttribute("href") ?? ""
      return {
        root: `${feed.namespaceURI} ${feed.localName}`,
        title: text(feed, "title"),
        updated: text(feed, "updated"),
        self: link(feed, "self"),
        home: link(feed, "alternate"),
        entries: [...feed.querySelectorAll("entry")].map((entry): Entry => ({
          id: text(entry, "id"),
          title: text(entry, "title"),
          link: link(entry, "alternate"),
          published: text(entry, "published"),
          updated: text(entry, "updated"),
          content: text(entry, "content"),
        })),
      }
    },
    await response.text(),
  )
}

/** What a reader of feeds would ask for, and what it would stumble over. */
const look = (page: Page, content: string) =>
  page.evaluate((html) => {
    const { body } = new DOMParser().parseFromString(html, "text/html")
    const all = (selector: string) => [...body.querySelectorAll(selector)]
    const attributes = all("*").flatMap(({ attributes }) => [...attributes])
    return {
      links: all("a").map((link) => link.getAttribute("href") ?? ""),
      images: all("img").map((image) => image.getAttribute("src") ?? ""),
      strange: [
        ...all("script, style, svg, button, input, source, iframe, pre code *").map(
          ({ outerHTML }) => outerHTML,
        ),
        ...all("img:not([alt][width][height])").map(({ outerHTML }) => outerHTML),
        ...attributes
          .map(({ name }) => name)
          .filter((name) => /^(?:class|style|id|role|tabindex|on.*|aria-.*|data-.*)$/.test(name)),
      ],
      length: body.textContent.length,
    }
  }, content)

const discovered = (page: Page) => page.locator('head > link[rel="alternate"]')

for (const { site, base } of [
  { site: "the site", base: "" },
  { site: "a site below a path", base: fixture },
]) {
  test(`${site} has a feed, from which every link and picture leads somewhere`, async ({
    page,
  }) => {
    await page.goto(`${base}/`)
    const found = discovered(page)
    await expect(found).toHaveAttribute("type", "application/atom+xml")
    const feed = await readFeed(page, await found.evaluate((link: HTMLLinkElement) => link.href))
    expect(feed.root).toBe("http://www.w3.org/2005/Atom feed")
    expect(feed.title).toBe("Partwise")
    expect(feed.self).toBe(`${feed.home}feed.xml`)
    if (base) expect(feed.home).toBe(`${base}/`)

    await page.goto(`${base}/posts/`)
    const listed = page.locator("#content .entry-title")
    const newest = (await listed.allTextContents()).slice(0, 20)
    expect(feed.entries.map(({ title }) => title)).toEqual(newest)
    const days = feed.entries.map(({ published }) => published)
    expect(days).toEqual(days.toSorted().toReversed())
    expect(feed.updated).toBe(
      feed.entries
        .map(({ updated }) => updated)
        .sort()
        .at(-1),
    )

    const asked = new Map<string, string>()
    for (const { link, content } of feed.entries) {
      const { links, images, strange, length } = await look(page, content)
      expect(strange, link).toEqual([])
      expect(length, link).toBeGreaterThan(1000)
      for (const address of [link, ...links, ...images]) {
        expect(address).toMatch(/^(?:https?:\/\/|mailto:)/)
        if (address.startsWith(feed.home)) asked.set(address, link)
      }
      expect(images.filter((image) => !/\.(?:png|jpe?g|gif)$/.test(image))).toEqual([])
    }
    expect(asked.size).toBeGreaterThan(20)
    await expectThere(page, asked, feed.home, `${base}/`)
  })
}

/** Every address is answered, and has the element that its fragment names. */
async function expectThere(
  page: Page,
  asked: ReadonlyMap<string, string>,
  home: string,
  start: string,
): Promise<void> {
  const ids = new Map<string, ReadonlySet<string>>()
  for (const [address, from] of asked) {
    const [path = "", fragment] = address.replace(home, start).split("#", 2)
    if (!ids.has(path)) {
      const response = await page.request.get(path)
      expect(response.status(), `${path}, linked from ${from}`).toBe(200)
      const html = path.endsWith("/") ? await response.text() : ""
      ids.set(path, new Set([...html.matchAll(/ id="([^"]*)"/g)].map(([, id = ""]) => id)))
    }
    if (fragment === undefined) continue
    expect([...(ids.get(path) ?? [])], `from ${from}`).toContain(decodeURIComponent(fragment))
  }
}

test("every page says where the feed is, and a part where that of its series is", async ({
  page,
  request,
}) => {
  for (const address of [...(await addressesOf(request)), "/nowhere/"]) {
    await page.goto(address)
    await expect(discovered(page).first(), address).toHaveAttribute("href", "/feed.xml")
  }
  for (const address of ["/posts/deep-learning-specialization-part-2/", seriesAddress]) {
    await page.goto(address)
    await expect(discovered(page)).toHaveCount(2)
    await expect(discovered(page).last()).toHaveAttribute("href", seriesFeed)
  }
})

test("a program that knows the formats reads the same of each, with whole posts", async ({
  request,
}) => {
  const textOf = async (address: string) => (await request.get(address)).text()
  for (const page of ["/", seriesAddress, "/tags/deep-learning/"]) {
    const atom = parseAtomFeed(await textOf(`${page}feed.xml`))
    const rss = parseRssFeed(await textOf(`${page}rss.xml`))
    const json = parseJsonFeed(JSON.parse(await textOf(`${page}feed.json`)))
    const titles = atom.entries?.map(({ title }) => title?.value) ?? []
    expect(titles.length, page).toBeGreaterThan(0)
    expect(rss.items?.map(({ title }) => title)).toEqual(titles)
    expect(json.items?.map(({ title }) => title)).toEqual(titles)
    expect(rss.items?.map(({ guid }) => guid?.value)).toEqual(atom.entries?.map(({ id }) => id))
    expect(json.items?.map(({ id }) => id)).toEqual(atom.entries?.map(({ id }) => id))
    const bodies = [
      atom.entries?.map(({ content }) => content?.value),
      rss.items?.map(({ content }) => content?.encoded),
      json.items?.map(({ content_html: html }) => html),
    ]
    for (const list of bodies) expect(list).toEqual(bodies[0])
    for (const body of bodies[0] ?? []) expect(body?.length, page).toBeGreaterThan(10_000)
  }
})

test("a reader follows a series from its page or its last part, and gets all its parts", async ({
  page,
}) => {
  await page.goto("/posts/deep-learning-specialization-part-2/")
  const end = page.getByRole("region", { name: "About this post" })
  await expect(end.getByRole("link", { name: "Follow this series" })).toHaveAttribute(
    "href",
    seriesFeed,
  )
  await page.goto(seriesAddress)
  const link = page.locator("#content").getByRole("link", { name: "Follow by feed" })
  await expect(link).toHaveAttribute("href", seriesFeed)

  const feed = await readFeed(page, seriesFeed)
  expect(feed.title).toBe("Deep Learning Specialization · Partwise")
  expect(feed.entries.map(({ title }) => title)).toEqual([
    "Ng’s Deep Learning Specialization – Part 1",
    "Deep Learning Specialization course completed ✔\uFE0E",
  ])
  // They were moved once, and readers of feeds know them by where they were first.
  expect(feed.entries.map(({ id }) => new URL(id).pathname)).toEqual([
    "/posts/dl_course_part1/",
    "/posts/dl_course_part2/",
  ])
})

test("the footer of every page leads to the feed", { tag: "@any-site" }, async ({ page }) => {
  await page.goto("/about/")
  const feed = page.getByRole("contentinfo").getByRole("link", { name: "Follow" })
  await expect(feed).toHaveAttribute("href", "/follow/")
})

interface Sitemap {
  readonly origin: string
  readonly pages: readonly (readonly [address: string, ...modified: string[]])[]
}

/** The sitemap, found as a search engine finds it: robots.txt names it. */
async function sitemapOf(page: Page): Promise<Sitemap> {
  const robots = await (await page.request.get("/robots.txt")).text()
  const [, sitemap = ""] = /^Sitemap: (.*)$/m.exec(robots) ?? []
  const { origin, pathname } = new URL(sitemap)
  const response = await page.request.get(pathname)
  expect(response.headers()["content-type"]).toMatch(/^(?:application|text)\/xml/)
  await page.goto("/")
  const pages = await page.evaluate(
    (xml) => {
      const { documentElement } = new DOMParser().parseFromString(xml, "application/xml")
      return [...documentElement.children].map(({ children }): [string, ...string[]] => {
        const [address = "", ...modified] = [...children].map(({ textContent }) => textContent)
        return [address, ...modified]
      })
    },
    await response.text(),
  )
  return { origin, pages }
}

test(
  "the sitemap has every page of the site and no other, and robots are told of it",
  { tag: "@any-site" },
  async ({ page, request }) => {
    const { origin, pages } = await sitemapOf(page)
    const addresses = (await addressesOf(request)).map((address) => origin + address)
    expect(pages.map(([address]) => address).sort()).toEqual(addresses.sort())
  },
)

test("the sitemap says when a post was last changed", async ({ page }) => {
  const { origin, pages } = await sitemapOf(page)
  const part1 = `${origin}/posts/deep-learning-specialization-part-1/`
  expect(pages.find(([address]) => address === part1)).toEqual([part1, "2024-02-12"])
})
