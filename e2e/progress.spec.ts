import type { Page } from "@playwright/test"
import { expect, test } from "./site"

const part1 = "/posts/deep-learning-specialization-part-1/"
const part2 = "/posts/deep-learning-specialization-part-2/"
const series = "/series/deep-learning-specialization/"
const course = "/courses/deep-learning-specialization/"
const key = "partwise:progress:1"
const readPart1 = progressOf({ "deep-learning-specialization-part-1": "2026-03-03" })

function progressOf(read: Record<string, string>) {
  return JSON.stringify({ version: 1, read })
}

/** What the browser remembers before the first page is opened. */
const remember = (page: Page, text: string) =>
  page.addInitScript(([name, stored]) => localStorage.setItem(name, stored), [key, text] as const)

const markButton = (page: Page) => page.getByRole("button", { name: "Mark Part 1 as read" })

/** What the control at the end of a part says, or that for files. */
const statusOf = (page: Page) => page.locator("read-toggle, progress-file").getByRole("status")

const partsInSidebar = "nav[aria-label^=Series] > ol > li"

/** The marks that can be seen and heard in a list, by the text of their rows. */
const marked = (page: Page, rows: string) =>
  page.locator(rows).filter({
    has: page
      .getByText("read", { exact: true })
      .or(page.getByRole("img", { name: "read", exact: true }))
      .and(page.locator(":visible")),
  })

test("a reader marks Part 1, which the sidebar, the lists and the outline then show", async ({
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.goto(part1)
  await expect(marked(page, partsInSidebar)).toHaveCount(0)
  await markButton(page).click()
  await expect(statusOf(page)).toHaveText(/^Read on \d{1,2} \w+ \d{4}$/)
  await page.reload()
  await expect(statusOf(page)).toHaveText(/^Read on/)
  await expect(marked(page, partsInSidebar)).toHaveText([/Foundations/])
  await expect(marked(page, ".outline-map details")).toHaveCount(3)

  for (const address of ["/", "/series/", series]) {
    await page.goto(address)
    await expect(marked(page, ".entries > li")).toHaveText([/^Part 1/])
    await expect(page.getByRole("link", { name: "Continue with Part 2" })).toBeVisible()
    await expect(page.getByRole("link", { name: "Start with Part 1" })).toBeHidden()
    await expect(page.locator("[role=img] [data-read] > span:visible")).toHaveCount(3)
  }
  await page.goto("/posts/")
  await expect(marked(page, ".entries > li")).toHaveText([/– Part 1/])
  await page.goto(course)
  await expect(marked(page, "#content > div > details")).toHaveText([
    /^1Neural/,
    /^2Improving/,
    /^3Structuring/,
  ])

  await page.goto("/")
  await page.getByRole("link", { name: "Continue with Part 2" }).click()
  await expect(page).toHaveURL(part2)
  await page.getByRole("button", { name: "Mark Part 2 as read" }).click()
  await page.goto("/")
  await expect(page.getByText("You have read every part")).toBeVisible()
  await expect(page.locator("[data-unread]:visible")).toHaveCount(0)
})

test("another tab and a page from the history follow, and undo holds for all", async ({
  page,
  context,
}) => {
  await page.goto(part1)
  const other = await context.newPage()
  await other.goto("/")
  await markButton(page).click()
  await expect(other.getByRole("link", { name: "Continue with Part 2" })).toBeVisible()
  await page.getByRole("button", { name: "Undo" }).click()
  await expect(statusOf(page)).toHaveText("No longer read.")
  await expect(other.getByRole("link", { name: "Start with Part 1" })).toBeVisible()

  // A page that sleeps in the history hears of nothing until it is shown again.
  await page.evaluate(([name, text]) => localStorage.setItem(name, text), [key, readPart1] as const)
  await expect(markButton(page)).toBeVisible()
  await page.evaluate(() => {
    dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }))
  })
  await expect(statusOf(page)).toHaveText("Read on 3 March 2026")
})

test("progress goes into a file and comes back from it", async ({ page }) => {
  await page.goto(series)
  const save = page.getByRole("button", { name: "Save my progress to a file" })
  const status = statusOf(page)
  await save.click()
  await expect(status).toHaveText("Nothing is read yet.")

  const load = async (name: string, buffer: Buffer) => {
    const choosing = page.waitForEvent("filechooser")
    await page.getByRole("button", { name: "Load it from a file" }).click()
    await (await choosing).setFiles({ name, mimeType: "application/json", buffer })
  }
  await load("early.json", Buffer.from(readPart1))
  await expect(status).toHaveText("Loaded: 1 part, 1 of them new.")
  await expect(marked(page, ".entries > li")).toHaveCount(1)

  const downloading = page.waitForEvent("download")
  await save.click()
  const download = await downloading
  await expect(status).toHaveText("Saved to partwise-progress.json: 1 part.")
  const chunks: Buffer[] = []
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer)
  const saved = Buffer.concat(chunks)

  await page.evaluate(() => localStorage.clear())
  await page.reload()
  await expect(marked(page, ".entries > li")).toHaveCount(0)
  await load("partwise-progress.json", saved)
  await expect(marked(page, ".entries > li")).toHaveCount(1)

  await load("holiday.json", Buffer.from('{"version":2}'))
  await expect(status).toHaveText(
    "Nothing was loaded. Unexpected file, expected one of version 1 that was saved here.",
  )
  await load("later.json", Buffer.from(readPart1.replace("2026", "2099")))
  await page.goto(part1)
  await expect(statusOf(page)).toHaveText("Read on 3 March 2099")
})

test("a mark under a former slug holds, and moves to the present one", async ({ page }) => {
  await remember(page, progressOf({ dl_course_part1: "2026-03-03" }))
  await page.goto("/")
  await expect(marked(page, ".entries > li")).toHaveText([/^Part 1/])
  expect(await page.evaluate((name) => localStorage.getItem(name), key)).toBe(readPart1)
})

test("damaged data is as none, and storage that is forbidden is told", async ({ page }) => {
  await remember(page, '{"version":1,"read":{"deep-learning')
  await page.goto(part1)
  await markButton(page).click()
  await expect(statusOf(page)).toHaveText(/^Read on/)

  await page.addInitScript(() => {
    Object.defineProperty(globalThis, "localStorage", {
      get() {
        throw new DOMException("forbidden", "SecurityError")
      },
    })
  })
  await page.reload()
  await markButton(page).click()
  await expect(statusOf(page)).toHaveText(
    "This browser does not keep it: its storage is full or forbidden.",
  )
})

test("the keyboard alone marks a part and takes it back", async ({ page }) => {
  await page.goto(part1)
  await markButton(page).press("Enter")
  const undo = page.getByRole("button", { name: "Undo" })
  await expect(undo).toBeFocused()
  await page.keyboard.press("Space")
  await expect(markButton(page)).toBeFocused()
})

/** Where all that a reader's progress might move is; what follows a text depends on other scripts too. */
const places = (page: Page) =>
  page.evaluate(() =>
    [
      ...document.querySelectorAll(
        "nav[aria-label^=Series] *, header *, .entries *, #content > div > details *, main:not(:has(.prose)) ~ footer",
      ),
    ].flatMap((element) => {
      if (element.closest(".prose")) return []
      const { x, y, width, height } = element.getBoundingClientRect()
      return [element.tagName, x, y, width, height].join(" ")
    }),
  )

test("no mark moves anything", async ({ page }) => {
  for (const width of [390, 1440]) {
    await page.setViewportSize({ width, height: 900 })
    for (const address of ["/", series, course, part1, part2]) {
      await page.goto(address)
      await page.evaluate(() => localStorage.clear())
      await page.reload()
      const without = await places(page)
      await page.evaluate(([name, text]) => localStorage.setItem(name, text), [
        key,
        readPart1,
      ] as const)
      await page.reload()
      await expect(page.locator("[data-read]:visible").first()).toBeAttached()
      expect(await places(page), `${address} at ${width} px`).toEqual(without)
    }
  }
})

test("marks are there before any module has run, and controls have their place", async ({
  page,
}) => {
  const toggle = page.locator("read-toggle")
  for (const width of [360, 1440]) {
    await page.setViewportSize({ width, height: 900 })
    await page.goto(part1)
    await page.evaluate(() => localStorage.clear())
    await page.reload()
    await expect(markButton(page)).toBeVisible()
    const unread = await toggle.boundingBox()
    await markButton(page).click()
    await expect(statusOf(page)).toHaveText(/^Read on/)
    expect((await toggle.boundingBox())?.height).toBe(unread?.height)

    await page.route("**/enhance/*", (route) =>
      route.fulfill({ contentType: "text/javascript", body: "" }),
    )
    await page.reload()
    await expect(marked(page, "article > header > .meta")).toHaveCount(1)
    await expect(toggle).toBeEmpty()
    expect((await toggle.boundingBox())?.height).toBe(unread?.height)
    await page.unroute("**/enhance/*")
  }
})

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false })

  test("there is no control that does nothing", async ({ page }) => {
    await page.goto(part1)
    await expect(page.getByRole("button")).toHaveCount(0)
    await page.goto(series)
    await expect(page.getByRole("button")).toHaveCount(0)
    await expect(page.getByText("nothing is sent anywhere")).toBeHidden()
    await expect(page.getByRole("link", { name: "Start with Part 1" })).toBeVisible()
    await expect(page.getByRole("link", { name: "Continue with Part 2" })).toBeHidden()
  })
})

test("the skip link leads to the article, past series and contents", async ({ page }) => {
  await page.goto(part1)
  await page.keyboard.press("Tab")
  await page.keyboard.press("Enter")
  await page.keyboard.press("Tab")
  await expect(page.getByRole("article").locator(":focus")).toHaveCount(1)
})
