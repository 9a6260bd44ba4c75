import { createHash } from "node:crypto"
import { gzipSync } from "node:zlib"
import type { Route } from "@playwright/test"
import { CspEvaluator } from "csp_evaluator/dist/evaluator.js"
import { Severity } from "csp_evaluator/dist/finding.js"
import { CspParser } from "csp_evaluator/dist/parser.js"
import { parse, type DefaultTreeAdapterMap } from "parse5"
import { addressesOf, expect, test } from "./site"

const post = "/posts/deep-learning-specialization-part-2/"

test(
  "pages load no framework script, and nothing from elsewhere",
  { tag: "@any-site" },
  async ({ page, request, baseURL }) => {
    const requested: string[] = []
    page.on("request", (one) => requested.push(one.url()))
    for (const address of await addressesOf(request)) {
      await page.goto(address, { waitUntil: "load" })
    }
    expect(requested.filter((url) => !url.startsWith(`${baseURL}/`))).toEqual([])
    expect(requested.filter((url) => /\/_next\/.*\.js/.test(url))).toEqual([])
  },
)

test("all that scripts add to pages is at most 8 kB, compressed, on every one", async ({
  page,
  request,
}) => {
  for (const address of await addressesOf(request)) {
    await page.goto(address, { waitUntil: "networkidle" })
    const { inline, urls } = await page.evaluate(() => ({
      // What is said to machines about a page is no script.
      inline: [...document.scripts]
        .filter(({ type, text }) => type !== "application/ld+json" && text !== "")
        .map(({ text }) => text),
      urls: performance
        .getEntriesByType("resource")
        .map(({ name }) => name)
        // What figures and the search run is held by their own tests.
        .filter((name) => name.endsWith(".js") && !/\/components\/|\/search-/.test(name)),
    }))
    expect(urls.length, address).toBeGreaterThan(0)
    const modules = await Promise.all(urls.map(async (url) => (await request.get(url)).body()))
    const bytes = [...inline.map((text) => Buffer.from(text)), ...modules].map(
      (code) => gzipSync(code, { level: 9 }).length,
    )
    expect(
      bytes.reduce((sum, one) => sum + one, 0),
      `${address}: ${urls.join()}`,
    ).toBeLessThanOrEqual(8192)
  }
})

test(
  "each page's policy names exactly its own inline scripts",
  { tag: "@any-site" },
  async ({ request }) => {
    for (const address of [...(await addressesOf(request)), "/nowhere/"]) {
      const response = await request.get(address)
      const elements = [...elementsOf(parse(await response.text()))]
      const hashes = elements
        .filter(
          ({ tagName, attrs }) => tagName === "script" && !attrs.some((a) => a.name === "src"),
        )
        .filter(({ attrs }) => !attrs.some((a) => a.name === "type" && a.value.endsWith("json")))
        .map((script) => `'sha256-${createHash("sha256").update(textOf(script)).digest("base64")}'`)
      const meta = elements.find(({ attrs }) =>
        attrs.some(({ value }) => value === "Content-Security-Policy"),
      )
      const policies = [
        response.headers()["content-security-policy"] ?? "",
        meta?.attrs.find(({ name }) => name === "content")?.value ?? "",
      ]
      for (const policy of policies) {
        const sources = /script-src ([^;]*)/.exec(policy)?.[1]?.split(" ") ?? []
        expect(new Set(sources), address).toEqual(new Set(["'self'", ...hashes]))
        expect(policy).not.toMatch(/script-src[^;]*unsafe/)
        const findings = new CspEvaluator(new CspParser(policy).csp).evaluate()
        const severe = findings.filter(({ severity }) => severity <= Severity.MEDIUM)
        expect(
          severe.map(({ description }) => description),
          address,
        ).toEqual([])
      }
      expect(policies[0]).toContain("frame-ancestors 'none'")
    }
  },
)

test("the chosen theme is there on the first paint, without the module", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "light" })
  await page.goto(post)
  const paper = () =>
    page.evaluate(() => getComputedStyle(document.body).backgroundColor.replaceAll(" ", ""))
  const light = await paper()

  const toggle = page.getByRole("button", { name: /^Theme/ })
  await expect(toggle).toHaveAccessibleName("Theme: as the system has it")
  await toggle.click()
  await expect(toggle).toHaveAccessibleName("Theme: light")
  await toggle.click()
  await expect(toggle).toHaveAccessibleName("Theme: dark")
  const dark = await paper()
  expect(dark).not.toBe(light)

  await page.route("**/enhance/*.js", (route) =>
    route.fulfill({ body: "", contentType: "text/javascript" }),
  )
  await page.reload()
  expect(await paper()).toBe(dark)
  await page.goto("/about/")
  expect(await paper()).toBe(dark)
  await page.unroute("**/enhance/*.js")
  await page.reload()
  await toggle.click()
  await expect(toggle).toHaveAccessibleName("Theme: as the system has it")
  expect(await paper()).toBe(light)
})

test("links of the site are fetched ahead, and pages change with a transition", async ({
  page,
}) => {
  await page.goto(post)
  const rules = await page.locator('script[type="speculationrules"]').textContent()
  expect(JSON.parse(rules ?? "")).toEqual({
    prefetch: [{ where: { href_matches: "/*" }, eagerness: "moderate" }],
  })
  const transitions = await page.evaluate(() =>
    [...document.styleSheets].some((sheet) =>
      [...sheet.cssRules].some(
        (rule) =>
          rule instanceof CSSMediaRule &&
          rule.conditionText.includes("prefers-reduced-motion: no-preference") &&
          rule.cssText.includes("@view-transition"),
      ),
    ),
  )
  expect(transitions).toBe(true)
})

test("a page moves nothing while a slow machine loads it", async ({ page }) => {
  // The frame at which a font arrives is the browser's affair; here they fail once a reader has seen the page.
  let late: Route[] = []
  await page.route("**/*.woff2", (route) => void late.push(route))
  const session = await page.context().newCDPSession(page)
  await session.send("Emulation.setCPUThrottlingRate", { rate: 6 })
  await page.addInitScript(() => {
    const shifts: string[] = []
    Object.assign(globalThis, { shifts })
    type Shift = PerformanceEntry & { value: number; sources: { node?: Node }[] }
    new PerformanceObserver((list) => {
      for (const { value, sources } of list.getEntries() as Shift[]) {
        shifts.push(`${value} of ${sources.map(({ node }) => node?.nodeName).join()}`)
      }
    }).observe({ type: "layout-shift", buffered: true })
  })
  const painted = () =>
    page.evaluate(async () => {
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
      return (globalThis as unknown as { shifts: string[] }).shifts
    })
  for (const width of [390, 900, 1440]) {
    late = []
    await page.setViewportSize({ width, height: 900 })
    await page.goto(post, { waitUntil: "domcontentloaded" })
    await painted()
    expect(late).not.toEqual([])
    await Promise.all(late.map((route) => route.fulfill({ contentType: "font/woff2" })))
    await page.waitForLoadState()
    const shifts = await painted()
    expect(shifts, `at ${width} px`).toEqual([])
  }
})

type Node = DefaultTreeAdapterMap["node"]
type Element = DefaultTreeAdapterMap["element"]

function* elementsOf(node: Node): Generator<Element> {
  if ("tagName" in node) yield node
  if ("childNodes" in node) for (const child of node.childNodes) yield* elementsOf(child)
}

const textOf = (element: Element) =>
  element.childNodes.map((node) => ("value" in node ? node.value : "")).join("")
