import { expect, type Page } from "@playwright/test"
import { strFromU8, unzipSync } from "fflate"
import { ask, crawl, statusOf } from "./ask"
import type { Author } from "./author"
import {
  address,
  id,
  openCourse,
  part2,
  partsIn,
  series,
  seriesAddress,
  title,
  topic,
  word,
} from "./draft"
import { expectNoDraft } from "./drafts"

/** Addresses that a site may have although no page leads to them, or that it may not have at all. */
const hidden =
  `/posts/ /series/ /tags/ /search/ /addresses.json /search/map.json /index.json /feed.xml
/rss.xml /atom.xml /feed.json /sitemap.xml /robots.txt /llms.txt /llms-full.txt /_headers /_redirects
/.site.json /.release.json /readers.json /nowhere/`.split(/\s+/)

/** What lists the posts for programs. */
const lists = [
  `${seriesAddress}feed.xml`,
  `${seriesAddress}offline.json`,
  "/feed.xml",
  "/sitemap.xml",
  "/addresses.json",
]

/** Whether the book of the series has the post: what is packed no search of bytes would find. */
async function isInBook({ live }: Author): Promise<boolean> {
  const { status, bytes: epub } = await ask(`${live}${seriesAddress}${id}.epub`)
  expect(status).toBe(200)
  const files = unzipSync(epub)
  return Object.values(files).some((bytes) => word.test(strFromU8(bytes)))
}

/** Before the post is published the site is as if there were none. */
export async function expectTwoParts(author: Author, page: Page): Promise<void> {
  await page.goto("/")
  await expect(page.getByRole("link", { name: "CNNs and sequence models" })).toBeVisible()
  await page.goto(seriesAddress)
  await expect(page.getByText("Series in 2 parts")).toBeVisible()
  await page.goto(part2)
  await expect(partsIn(page)).toHaveText([/Part 1/, /Part 2/])
  await openCourse(page)
  await expect(page.getByText(topic)).toBeVisible()
  await expect(page.getByRole("link", { name: topic })).toHaveCount(0)
  expect((await page.goto(address))?.status()).toBe(404)

  const answers = await crawl(author.live, ["/", address, ...hidden])
  for (const asked of [part2, ...lists]) expect(answers.get(asked)?.status, asked).toBe(200)
  const told = [...answers].filter(([, { headers, body }]) =>
    word.test(JSON.stringify(headers) + body),
  )
  expect(told.map(([asked]) => asked)).toEqual([])
  expect(await isInBook(author)).toBe(false)
  await expectNoDraft(author)
}

export async function expectThreeParts(author: Author, page: Page, day: string): Promise<void> {
  const form = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" })
  const date = form.format(new Date(day))
  await page.goto(address)
  const article = page.getByRole("article")
  await expect(article.getByText(`Part 3 of 3 in ${series}`)).toBeVisible()
  await expect(article.getByRole("time").first()).toHaveText(date)
  await expect(article.getByText("Quokkawords.")).toBeVisible()
  await expect(page.getByText("Readers do not see this post")).toHaveCount(0)
  const canonical = page.locator('link[rel="canonical"]')
  await expect(canonical).toHaveAttribute("href", author.live + address)
  await expect(partsIn(page)).toHaveText([/Part 1/, /Part 2/, /Part 3/])
  for (const path of ["/", "/posts/", seriesAddress]) {
    await page.goto(path)
    await expect(page.getByRole("listitem").filter({ hasText: title })).toContainText(date)
  }
  await expect(page.getByText("Series in 3 parts")).toBeVisible()
  for (const list of lists) {
    const { body } = await ask(author.live + list)
    const forms = [address, decodeURI(address)]
    expect(forms.filter((form) => body.includes(form)).length, list).toBeGreaterThan(0)
  }
  expect(await isInBook(author)).toBe(true)
}

/** What a proxy in front of the server counts on. */
export async function expectHealth({ live }: Author): Promise<void> {
  expect(await statusOf(`${live}/healthz`)).toBe(200)
  const [style = "/none"] = /\/_next\/static\/[^"]+\.css/.exec((await ask(`${live}/`)).body) ?? []
  expect((await ask(live + style)).headers["cache-control"]).toContain("immutable")
}
