import { expect, test, type Page } from "@playwright/test"
import { expectStatus } from "./author/ask"
import { createAuthor, type Author, type Said } from "./author/author"
import { counter, filesBesidePosts } from "./author/beside"

// What an author puts beside a post, or shows in it of other sites: components, files, films, frames.

const base = "/blog"
const address = `${base}/posts/live/`

let author: Author
let built: Said
let site: string

test.describe.configure({ mode: "serial" })
test.beforeAll(async () => {
  author = await createAuthor()
  await author.clone()
  for (const [file, text] of Object.entries(filesBesidePosts)) await author.write(file, text)
  const settings = await author.read("content/site.yaml")
  await author.write("content/site.yaml", `${settings}\nframeHosts: [example.org]\n`)
  site = author.live.replace("blog.localhost", "localhost")
  built = await author.build({ SITE_URL: site + base })
  author.start({ SITE_URL: site + base })
  await expectStatus(`${site}/healthz`, 200)
})
test.afterAll(() => author.remove())

test("a build says what each component costs a reader, and what costs nothing is not there", () => {
  expect(built.code, built.said).toBe(0)
  expect(built.said).toMatch(/content\/components\/dial\.tsx {2}0\.\d \+ \d\.\d/)
  expect(built.said).toMatch(/content\/posts\/live\/counter\.tsx {2}0\.\d \+ [5-9]\.\d/)
})

test("without a script a component shows its first frame", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(site + address)
  await expect(page.getByText("Count 3")).toBeVisible()
  await expect(page.getByText("What stands between.")).toBeVisible()
  await expect(page.getByText("20 of 100")).toBeVisible()
  await expect(page.getByText("a plain fact")).toBeVisible()
  await context.close()
})

test("a feed has the words that the author gives, or what the first frame says", async ({
  request,
}) => {
  const feed = await (await request.get(`${site}${base}/feed.xml`)).text()
  expect(feed).toContain("A dial for the rate")
  expect(feed).toContain("Count 3")
  expect(feed).not.toContain("live-component")
})

test("a component wakes when it comes near, and nothing else on the page is touched", async ({
  page,
}) => {
  await page.goto(site + address)
  await page.getByText("More of it").click()
  await expect(page.getByRole("button", { name: /^Copy/ })).not.toHaveCount(0)
  const copyButtons = await page.getByRole("button", { name: /^Copy/ }).count()
  await page.getByText("A sentence to select").selectText()
  const selected = await page.evaluate(() => String(getSelection()))
  await expect(page.locator("live-component[data-awake]")).toHaveCount(0)

  await page.getByText("Count 3").scrollIntoViewIfNeeded()
  await expect(page.locator("live-component[data-awake]")).toHaveCount(5)
  await page.getByRole("button", { name: "One more than 3" }).click()
  await expect(page.getByText("Count 4")).toBeVisible()
  await expect(page.getByText("Count 10")).toBeVisible()
  await page.getByRole("button", { name: "One more than 10" }).click()
  await expect(page.getByText("Count 11")).toBeVisible()
  await expect(page.getByText("What stands between.")).toBeVisible()

  await expect(page.getByText("What was folded.")).toBeVisible()
  expect(await page.getByRole("button", { name: /^Copy/ }).count()).toBe(copyButtons)
  expect(await page.evaluate(() => String(getSelection()))).toBe(selected)
  const ids = await page.evaluate(() => [...document.querySelectorAll("[id]")].map(({ id }) => id))
  expect(new Set(ids).size).toBe(ids.length)
})

/** Holds the scripts of components back until it is called. */
async function holdScripts(page: Page): Promise<() => void> {
  let release = () => {}
  const released = new Promise<void>((done) => (release = done))
  await page.route("**/components/*.js", async (route) => {
    await released
    await route.continue()
  })
  return release
}

test("what a reader does before the script has come is done when it comes", async ({ page }) => {
  const release = await holdScripts(page)
  await page.goto(site + address)
  await page.getByRole("button", { name: "One more than 3" }).click()
  await page.getByRole("button", { name: "One more than 10" }).focus()
  await page.keyboard.press("Enter")
  await page.getByRole("slider", { name: "Rate" }).fill("70")
  // What does something by itself has done it.
  await page.getByText("Opened 0 times").click()
  await expect(page.getByText("Folded by a component.")).toBeVisible()
  await expect(page.getByText("Count 3")).toBeVisible()
  release()
  await expect(page.getByText("Count 4")).toBeVisible()
  await expect(page.getByText("Count 11")).toBeVisible()
  await expect(page.getByText("70 of 100")).toBeVisible()
  await expect(page.getByText("Opened 1 times")).toBeVisible()
  await expect(page.getByText("Folded by a component.")).toBeVisible()
  await expect(page.getByRole("slider", { name: "Rate" })).toHaveValue("70")
})

test("a component that fails shows its first frame again, and the others live on", async ({
  page,
}) => {
  const errors: string[] = []
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()))
  await page.goto(site + address)
  await page.getByRole("button", { name: "Break it" }).click()
  await expect.poll(() => errors.join()).toContain("It is broken")
  await expect(page.getByRole("button", { name: "Break it" })).toBeVisible()
  await page.getByRole("button", { name: "One more than 3" }).click()
  await expect(page.getByText("Count 4")).toBeVisible()
})

test("files beside a post are served as what they are, and never run", async ({
  page,
  request,
}) => {
  const folder = `${site}${base}/posts/files/`
  await page.goto(folder)
  for (const [name, type] of [
    ["data", "text/csv; charset=utf-8"],
    ["notebook", "application/x-ipynb+json; charset=utf-8"],
    ["from the root", "text/plain; charset=utf-8"],
  ] as const) {
    const href = await page.getByRole("link", { name, exact: true }).getAttribute("href")
    const response = await request.get(new URL(href ?? "", folder).href)
    expect(response.status(), name).toBe(200)
    expect(response.headers()["content-type"], name).toBe(type)
    expect(response.headers()["x-content-type-options"], name).toBe("nosniff")
  }
  expect((await request.get(`${folder}rows.tsx`)).status()).toBe(404)
  await page.getByText(/rows$/).scrollIntoViewIfNeeded()
  await expect(page.getByText("3 rows")).toBeVisible()
})

test("a film waits for its reader, and keeps its place", async ({ page }) => {
  await page.goto(`${site}${base}/posts/files/`)
  const film = page.locator("video").first()
  await expect(film).toHaveAttribute("aria-label", "A film of a wave")
  await expect(film).toHaveAttribute("preload", "none")
  await expect(film).not.toHaveAttribute("autoplay")
  const { width = 0, height = 0 } = (await film.boundingBox()) ?? {}
  expect(width / height).toBeCloseTo(16 / 9, 1)
  await expect(page.locator("video track[kind=captions]")).toHaveAttribute("src", /wave\.vtt$/)
})

test("what is on another site loads when a reader asks for it, and not before", async ({
  page,
}) => {
  const asked: string[] = []
  await page.route(/^https:/, (route) => {
    asked.push(route.request().url())
    return route.fulfill({ contentType: "text/html", body: "<p>Shown</p>" })
  })
  const refused: string[] = []
  page.on("console", (message) => message.type() === "error" && refused.push(message.text()))
  await page.goto(`${site}${base}/posts/files/`)
  expect(asked).toEqual([])
  await page.getByRole("link", { name: /But what is a neural network/ }).click()
  await expect(
    page.frameLocator('iframe[title="But what is a neural network?"]').getByText("Shown"),
  ).toBeVisible()
  await page.getByRole("link", { name: /A plot/ }).click()
  await expect(page.frameLocator('iframe[title="A plot"]').getByText("Shown")).toBeVisible()
  expect(asked).toEqual([
    "https://www.youtube-nocookie.com/embed/aircAruvnKk",
    "https://demo.example.org/plot?a=1",
  ])
  expect(refused).toEqual([])
  await expect(page.getByRole("link", { name: /A post elsewhere/ })).toHaveAttribute(
    "href",
    "https://bsky.app/profile/a.example/post/1",
  )
})

test("in development a saved component shows at once, at each address of the machine", async ({
  page,
}) => {
  const origin = await author.develop()
  await expectStatus(`${origin}/posts/live/`, 200)
  for (const [host, word] of [
    ["localhost", "Tally"],
    ["127.0.0.1", "Number"],
  ] as const) {
    await page.goto(`${origin.replace("localhost", host)}/posts/live/`)
    // A page that has just been built anew in development is put in place of the first.
    await expect(() => page.getByText(/^\w+ 3$/).scrollIntoViewIfNeeded()).toPass()
    // Until Next.js's own scripts have looked at a page in development, they take clicks for themselves.
    await expect(page.locator("live-component[data-awake]")).toHaveCount(5)
    await page.getByRole("button", { name: "One more than 3" }).click()
    await expect(page.getByText(/^\w+ 4$/)).toBeVisible()
    await author.write("content/posts/live/counter.tsx", counter.replace("Count {", `${word} {`))
    await expect(page.getByText(`${word} 3`)).toBeVisible()
    await page.getByRole("button", { name: "One more than 3" }).click()
    await expect(page.getByText(`${word} 4`)).toBeVisible()
  }
})
