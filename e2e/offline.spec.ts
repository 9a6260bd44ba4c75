import type { Page } from "@playwright/test"
import { expect, test } from "./site"

const series = "/series/deep-learning-specialization/"
const part1 = "/posts/deep-learning-specialization-part-1/"
const part2 = "/posts/deep-learning-specialization-part-2/"

const keepButton = (page: Page) =>
  page.getByRole("button", { name: "Keep this series on this device" })
const forgetButton = (page: Page) => page.getByRole("button", { name: "Forget it" })
const statusOf = (page: Page) => page.locator("keep-offline").getByRole("status")

async function keep(page: Page) {
  await page.goto(series)
  await keepButton(page).click()
  await expect(statusOf(page)).toContainText("On this device: 3 pages")
  await page.evaluate(() => navigator.serviceWorker.ready)
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
}

const kept = (page: Page) =>
  page.evaluate(async () => {
    const names = await caches.keys()
    const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()))
    return {
      addresses: requests.flat().map(({ url }) => new URL(url).pathname),
      workers: (await navigator.serviceWorker.getRegistrations()).length,
    }
  })

test("nothing is kept, and no worker is there, unless a reader asks for it", async ({ page }) => {
  for (const address of [series, part1]) {
    await page.goto(address)
    expect(await kept(page)).toEqual({ addresses: [], workers: 0 })
  }
})

test("a series is read without a network, with its figures, and forgotten at a word", async ({
  page,
  context,
  request,
}) => {
  await keep(page)
  const list = (await (await request.get(`${series}offline.json`)).json()) as {
    files: { address: string }[]
  }
  // Exactly the files of the series, and the list of them.
  expect((await kept(page)).addresses.toSorted()).toEqual(
    [...list.files.map(({ address }) => address), `${series}offline.json`].toSorted(),
  )

  await context.setOffline(true)
  for (const address of [part1, part2, series]) {
    await page.goto(address)
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible()
    expect(await page.evaluate(() => document.fonts.check("1em serif"))).toBe(true)
    expect(await page.evaluate(() => document.styleSheets.length)).toBeGreaterThan(0)
  }
  await page.goto(`${part2}#fig-gate`)
  const slider = page.getByLabel("Forget gate")
  await slider.focus()
  const says = page.locator("#fig-gate output")
  const before = await says.innerText()
  await slider.press("ArrowLeft")
  await expect(says).not.toHaveText(before)
  await context.setOffline(false)

  await page.goto(series)
  await forgetButton(page).click()
  await expect(keepButton(page)).toBeVisible()
  await expect.poll(() => kept(page)).toEqual({ addresses: [], workers: 0 })
})

test("a new release takes the place of what was kept, and what is gone goes", async ({ page }) => {
  await keep(page)
  // As an earlier release would have left it.
  await page.evaluate(
    async ([source, address]) => {
      const [name = ""] = await caches.keys()
      const cache = await caches.open(name)
      const list = await (await cache.match(source))?.json()
      for (const file of list.files) if (file.address === address) file.hash = "earlier"
      list.version = "earlier"
      list.files.push({ address: "/gone.css", hash: "x", size: 1 })
      await cache.put(source, new Response(JSON.stringify(list)))
      await cache.put(address, new Response("<p>Earlier</p>"))
      await cache.put("/gone.css", new Response(""))
    },
    [`${series}offline.json`, part1] as const,
  )
  await page.goto(part2) // any page of the series
  const now = () =>
    page.evaluate(async (address) => {
      const page = await caches.match(address)
      return {
        isEarlier: (await page?.text())?.includes("Earlier"),
        isGone: (await caches.match("/gone.css")) === undefined,
      }
    }, part1)
  await expect.poll(now).toEqual({ isEarlier: false, isGone: true })
})

test("what cannot be kept is said, and nothing stays half", async ({ page }) => {
  await page.route("**/*.woff2", (route) =>
    route.request().resourceType() === "fetch" ? route.fulfill({ status: 404 }) : route.continue(),
  )
  await page.goto(series)
  await keepButton(page).click()
  await expect(statusOf(page)).toContainText("It could not be kept: 404")
  expect((await kept(page)).addresses).toEqual([])
  await expect(keepButton(page)).toBeEnabled()
})
