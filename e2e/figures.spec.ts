import { gzipSync } from "node:zlib"
import type { Locator, Page } from "@playwright/test"
import { expect, test } from "./site"

// The contract of every figure that readers change, whichever there are.

/** Addresses of the pages of all figures. */
async function figuresOf(page: Page): Promise<readonly string[]> {
  await page.goto("/figures/")
  const links = await page.locator("#content h2 a").all()
  const addresses = await Promise.all(links.map((link) => link.getAttribute("href")))
  expect(addresses.length).toBeGreaterThan(0)
  return addresses.map(String)
}

const figureOn = (page: Page) => page.locator("figure:has(.interactive)").first()
const saysOf = (figure: Locator) => figure.getByRole("status")
const controlsOf = (figure: Locator) => figure.locator("input, select, .figure-controls button")

/** Moves a control by the keyboard, as far as it goes either way. */
const ways: Readonly<Record<string, readonly string[]>> = {
  range: ["Home", "End", "ArrowLeft"],
  "select-one": ["ArrowDown", "End", "Home"],
  checkbox: ["Space"],
  number: ["ArrowUp"],
  submit: ["Enter"],
  button: ["Enter"],
}

async function open(page: Page, address: string): Promise<Locator> {
  await page.goto(address)
  const figure = figureOn(page)
  await figure.scrollIntoViewIfNeeded()
  await expect(figure.locator("xpath=.//live-component")).toHaveAttribute("data-awake", "")
  return figure
}

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false })

  test("every figure shows its first frame, says what is seen, and has no control", async ({
    page,
  }) => {
    for (const address of await figuresOf(page)) {
      await page.goto(address)
      const figure = figureOn(page)
      await expect(saysOf(figure), address).toHaveText(/\d/)
      await expect(figure.locator("figcaption"), address).toHaveText(/^Figure\s1\. \S/)
      await expect(figure.locator(".figure-stage > *").first(), address).toBeVisible()
      await expect(figure.locator(".figure-controls"), address).toBeHidden()
      await figure.getByText("The numbers").click()
      await expect(figure.getByRole("columnheader").first(), address).toBeVisible()
      await expect(page.locator("pre").filter({ hasText: "json.dumps" }), address).toBeVisible()
    }
  })
})

test("every figure is worked by the keyboard alone, and never shows what is no number", async ({
  page,
}) => {
  for (const address of await figuresOf(page)) {
    const figure = await open(page, address)
    const before = await figure.innerText()
    let changes = 0
    for (const control of await controlsOf(figure).all()) {
      if (!(await control.isVisible()) || !(await control.isEnabled())) continue
      const name = await control.evaluate((one: HTMLInputElement) =>
        one.tagName === "BUTTON" ? "button" : one.type,
      )
      for (const key of ways[name] ?? []) {
        await control.focus()
        await page.keyboard.press(key)
        const text = await figure.innerText()
        expect(text, `${address}: ${key}`).not.toMatch(/NaN|Infinity|undefined|null|\[object/)
        if (text !== before) changes++
      }
    }
    expect(changes, address).toBeGreaterThan(1)
  }
})

test("a link holds the state of a figure, Reset takes it back, and a link that is no good says so", async ({
  page,
}) => {
  for (const address of await figuresOf(page)) {
    const figure = await open(page, address)
    const start = await saysOf(figure).innerText()
    for (const control of await controlsOf(figure).all()) {
      const name = await control.evaluate((one: HTMLInputElement) => one.type)
      for (const key of ways[name] ?? []) {
        if (await figure.getByRole("button", { name: "Reset" }).isVisible()) break
        await control.focus()
        await page.keyboard.press(key)
      }
    }
    await expect(figure.getByRole("button", { name: "Reset" }), address).toBeVisible()
    const changed = await saysOf(figure).innerText()
    const link =
      (await figure.getByRole("link", { name: "Link to this state" }).getAttribute("href")) ?? ""

    await page.goto("about:blank")
    const again = await open(page, address + link)
    await expect(saysOf(again), address).toHaveText(changed)
    await again.getByRole("button", { name: "Reset" }).click()
    await expect(saysOf(again), address).toHaveText(start)

    const [id = ""] = link.split("?")
    for (const bad of [
      "?nothing=1",
      "?=%",
      `?${link.split("?")[1]?.split("=")[0]}=%5B%5B%5B1e999`,
    ]) {
      await page.goto("about:blank")
      const tampered = await open(page, address + id + bad)
      await expect(saysOf(tampered), bad).toHaveText(/^Unexpected .*expected a link from this page/)
    }
  }
})

test("figures of one page know nothing of each other", async ({ page }) => {
  await page.goto("/posts/deep-learning-specialization-part-2/")
  const figures = page.locator("figure:has(.interactive)")
  const count = await figures.count()
  expect(count).toBeGreaterThan(5)
  const said = await figures.locator("output").allInnerTexts()
  const gate = figures.filter({ has: page.getByLabel("Forget gate") })
  await gate.getByLabel("Forget gate").press("Home")
  await expect(saysOf(gate)).not.toHaveText(said.find((text) => text.includes("cat’s")) ?? "")
  const after = await figures.locator("output").allInnerTexts()
  expect(after.filter((text, index) => text !== said[index])).toHaveLength(1)
})

test("on paper a figure keeps its picture and its words, and leaves its controls", async ({
  page,
}) => {
  const [address = ""] = await figuresOf(page)
  await page.emulateMedia({ media: "print" })
  await page.goto(address)
  const figure = figureOn(page)
  await expect(figure.locator(".figure-stage")).toBeVisible()
  await expect(saysOf(figure)).toBeVisible()
  await expect(figure.locator(".figure-controls")).toBeHidden()
})

test("nothing of a figure moves by itself", async ({ page }) => {
  for (const address of await figuresOf(page)) {
    await open(page, address)
    expect(await page.evaluate(() => document.getAnimations().length), address).toBe(0)
  }
})

test("a figure's own scripts are at most 10 kB, and what all figures share 12 kB", async ({
  page,
  request,
}) => {
  const scripts = new Map<string, readonly string[]>()
  for (const address of await figuresOf(page)) {
    await open(page, address)
    const urls = await page.evaluate(() =>
      performance
        .getEntriesByType("resource")
        .map(({ name }) => name)
        .filter((name) => name.includes("/components/")),
    )
    scripts.set(address, urls)
  }
  const lists = [...scripts.values()]
  const shared = new Set(lists[0]?.filter((url) => lists.every((urls) => urls.includes(url))))
  const sizeOf = async (urls: readonly string[]) => {
    const bodies = urls.map(async (url) => gzipSync(await (await request.get(url)).body()).length)
    return (await Promise.all(bodies)).reduce((sum, one) => sum + one, 0)
  }
  expect(shared.size).toBeGreaterThan(0)
  expect(await sizeOf([...shared])).toBeLessThanOrEqual(12_288)
  for (const [address, urls] of scripts) {
    const own = urls.filter((url) => !shared.has(url))
    expect(own.length, address).toBeGreaterThan(0)
    expect(await sizeOf(own), address).toBeLessThanOrEqual(10_240)
  }
})
