import { expect, type Browser, type Page } from "@playwright/test"
import { ask, statusOf } from "./ask"
import type { Author } from "./author"
import {
  address,
  openCourse,
  part2,
  partsIn,
  seriesAddress,
  slug,
  title,
  topic,
  word,
} from "./draft"

export const secret = "what the author and the server know"

type Variables = Readonly<Record<string, string>>

/** Somebody whom the author shows a private preview. */
export type Guest = {
  page: Page
  /** The address of the preview, without a slash at its end. */
  preview: string
  /** What the author is given to send: a link to a post, or to all. */
  linkTo: (what: string, variables?: Variables) => Promise<string>
}

export async function inviteGuest(
  author: Author,
  browser: Browser,
  preview: string,
): Promise<Guest> {
  const context = await browser.newContext({ baseURL: preview })
  return {
    page: await context.newPage(),
    preview,
    async linkTo(what, variables = {}) {
      const known = { PREVIEW_SECRET: secret, SITE_URL: `${preview}/`, ...variables }
      const { code, said } = await author.post(["share", what], known)
      expect(code, said).toBe(0)
      return said
    },
  }
}

const missing = "This preview is private"

export async function expectPrivate({ page, preview }: Guest): Promise<void> {
  await expectRefusal(page, address, 401, missing)
  const others = ["/", "//", "/posts/", seriesAddress, "/addresses.json", "/robots.txt", "/none/"]
  for (const path of others) {
    const { status, headers, body } = await ask(preview + path)
    expect(status, path).toBe(401)
    expect(headers["x-robots-tag"], path).toBe("noindex, nofollow")
    expect(body, path).not.toMatch(word)
  }
}

async function expectRefusal(page: Page, url: string, status: number, words: string) {
  const response = await page.goto(url)
  expect(response?.status(), url).toBe(status)
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(words)
  expect(await page.content()).not.toMatch(word)
}

/** With a link to the draft a guest reads that, all that belongs to it, and nothing else. */
export async function openDraft({ page, preview, linkTo }: Guest): Promise<void> {
  const response = await page.goto(await linkTo(slug))
  expect(response?.status()).toBe(200)
  expect(response?.headers()["x-robots-tag"]).toBe("noindex, nofollow")
  await expect(page).toHaveURL(preview + address) // and no key in it
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(title)
  await expect(page.getByRole("note")).toContainText("Draft. Readers do not see this post")
  await expect(page.getByRole("heading", { name: "Another size" })).toBeVisible()
  await expect(partsIn(page)).toHaveText([/Part 1/, /Part 2/, /Part 3/])
  await expect(page.locator("body")).toHaveCSS("font-family", /serif/)
  const icon = await page.locator('link[rel="icon"]').evaluate(async (element) => {
    const { status } = await fetch((element as HTMLLinkElement).href)
    return status
  })
  expect(icon).toBe(200)
  for (const path of ["/", "/posts/", part2]) await expectRefusal(page, path, 401, missing)
}

/** With a link to a post that drafts stand beside, a guest reads it, and nothing of them. */
export async function openOne({ page, preview, linkTo }: Guest): Promise<void> {
  const url = `${preview}/posts/open/`
  await page.goto(await linkTo("open"))
  await expect(page).toHaveURL(url)
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Wombat")
  expect(await page.content()).not.toMatch(word)
  for (const path of ["nope/", "guest/", "../quokkaslug/", "%2e%2e/quokkaslug/"]) {
    const { headers } = await ask(await linkTo("open"))
    const Cookie = String(headers["set-cookie"]?.[0]).split(";", 1)[0] ?? ""
    const { status, body } = await ask(url + path, { Cookie })
    expect([401, 404], path).toContain(status)
    expect(body, path).not.toMatch(word)
  }
}

export async function openAll({ page, preview, linkTo }: Guest): Promise<void> {
  await page.goto(await linkTo("--all"))
  await expect(page).toHaveURL(`${preview}/`)
  await page.goto("/posts/")
  await expect(page.getByRole("listitem").filter({ hasText: title })).toContainText("Draft")
  await openCourse(page)
  await page.getByRole("link", { name: topic }).click()
  await expect(page).toHaveURL(`${preview}${address}#the-quokka-heading`)
}

export async function expectNoForgery({ page, preview, linkTo }: Guest): Promise<void> {
  const link = await linkTo(slug)
  expect(await statusOf(link)).toBe(303)
  const [, key = ""] = link.split("?share=")
  const all = Buffer.from(`${new URL(preview).hostname}/`).toString("base64url")
  const another = "http://another.preview.localhost"
  const other = (character: string) => (character === "A" ? "B" : "A")
  const altered = {
    "its signature": link.replace(/.(?=.{9}$)/, other),
    "its time": link.replace(/(?<=share=)\d+/, (time) => String(Number(time) + 1)),
    "its scope": link.replace(/(?<=share=\d+\.)[\w-]+/, all),
    "its secret": await linkTo(slug, { PREVIEW_SECRET: "a guess" }),
    "its host": (await linkTo(slug, { SITE_URL: another })).replace(another, preview),
    "its end": link.slice(0, -1),
  }
  const elsewhere = {
    "another page": `${preview}${part2}?share=${key}`,
    "no key": `${preview}${address}?share=`,
  }
  for (const [what, url] of Object.entries({ ...altered, ...elsewhere })) {
    const { status, headers, body } = await ask(url)
    expect(status, what).toBe(403)
    expect(headers["set-cookie"], what).toBeUndefined()
    expect(body, what).not.toMatch(word)
  }
  for (const [what, url] of Object.entries(altered)) {
    const { status } = await ask(preview + address, { Cookie: `share-0=${url.split("=")[1]}` })
    expect(status, `${what}, in a cookie`).toBe(401)
  }
  await expectRefusal(page, altered["its time"], 403, "This link does not open this page")
}

/** Links that are so many days old are made by a clock that is slow by as much. */
export async function expectExpiry({ page, linkTo }: Guest): Promise<void> {
  const linkOf = (days: number) => {
    const slow = `const { now } = Date; Date.now = () => now() - ${days} * 86_400_000`
    return linkTo(slug, {
      NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(slow)}`,
    })
  }
  expect(await statusOf(await linkOf(6))).toBe(303)
  await expectRefusal(page, await linkOf(8), 403, "This link has expired")
}
