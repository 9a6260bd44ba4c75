import type { Page } from "@playwright/test"
import axe from "axe-core"
import { addressesOf, expect, test } from "./site"

/** WCAG 2.2, levels A and AA. */
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]

test(
  "axe finds nothing on any page, in either theme, narrow and wide",
  { tag: "@any-site" },
  async ({ page, request }) => {
    for (const address of [...(await addressesOf(request)), "/no-such-page/"]) {
      await page.goto(address)
      await openDisclosures(page)
      await page.evaluate(axe.source)
      for (const width of [360, 1440]) {
        await page.setViewportSize({ width, height: 900 })
        await frames(page)
        for (const colorScheme of ["light", "dark"] as const) {
          await page.emulateMedia({ colorScheme })
          const found = await violationsOn(page)
          expect(found, `${address} at ${width} px, ${colorScheme}`).toEqual([])
        }
      }
    }
  },
)

/** Two frames later what follows the size of the window has done so. */
const frames = (page: Page) =>
  page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
  )

test("a post survives the text spacing of WCAG 1.4.12", async ({ page, request }) => {
  await page.setViewportSize({ width: 360, height: 800 })
  for (const address of await addressesOf(request)) {
    await page.goto(address)
    await openDisclosures(page)
    const broken = await page.evaluate(() => {
      const sheet = new CSSStyleSheet()
      sheet.replaceSync(`
        * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
        p { margin-bottom: 2em !important }`)
      document.adoptedStyleSheets.push(sheet)
      const clipped = [...document.querySelectorAll("main *, header *, footer *")].filter(
        (element) => {
          const { overflowX, position } = getComputedStyle(element)
          // What is written in a field scrolls in it.
          const hides = /^(?:hidden|clip)$/.test(overflowX) && element.localName !== "input"
          return hides && position !== "absolute" && element.scrollWidth > element.clientWidth + 1
        },
      )
      const { scrollWidth, clientWidth } = document.documentElement
      return [
        ...clipped.map(({ outerHTML }) => outerHTML.slice(0, 80)),
        ...(scrollWidth > clientWidth
          ? [`scrolls sideways by ${scrollWidth - clientWidth} px`]
          : []),
      ]
    })
    expect(broken, address).toEqual([])
  }
})

test("the keyboard reaches everything, in the order of the page, and shows where it is", async ({
  page,
}) => {
  await page.goto("/posts/deep-learning-specialization-part-1/")
  await openDisclosures(page)
  const expected = await page.evaluate(
    () =>
      [
        ...document.querySelectorAll<HTMLElement>(
          "a[href], button, summary, [tabindex='0'], input",
        ),
      ].filter((element) => element.checkVisibility({ visibilityProperty: true })).length,
  )
  const seen: string[] = []
  for (let presses = 0; presses < expected; presses++) {
    await page.keyboard.press("Tab")
    const focus = await page.evaluate(() => {
      const element = document.activeElement as HTMLElement
      const { outlineStyle, outlineWidth } = getComputedStyle(element)
      const ring = outlineStyle !== "none" && parseFloat(outlineWidth) >= 2
      const { top, bottom } = element.getBoundingClientRect()
      const inView = bottom > 0 && top < innerHeight
      return {
        name: `${element.textContent?.trim()} ${element.outerHTML.slice(0, 90)}`,
        ring,
        inView,
      }
    })
    expect(focus, focus.name).toMatchObject({ ring: true, inView: true })
    seen.push(focus.name)
  }
  expect(seen).toHaveLength(expected)
  expect(seen[0]).toContain("Skip to the content")
})

test("the Tab key stops at a box that scrolls, and passes one that has nothing to scroll", async ({
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.goto("/posts/deep-learning-specialization-part-1/")
  const table = page.getByRole("group", { name: "Table 1." })
  const equation = page.getByRole("group", { name: "Equation 1" })
  await expect(table).not.toHaveAttribute("tabindex")
  await expect(equation).not.toHaveAttribute("tabindex")

  await page.setViewportSize({ width: 360, height: 800 })
  await expect(table).toHaveAttribute("tabindex", "0")
  await expect(equation).not.toHaveAttribute("tabindex")
  await table.focus()
  await page.keyboard.press("ArrowRight")
  await expect.poll(() => table.evaluate(({ scrollLeft }) => scrollLeft)).toBeGreaterThan(0)
})

const openDisclosures = (page: Page) =>
  page.evaluate(() => {
    for (const details of document.querySelectorAll("details")) details.open = true
  })

async function violationsOn(page: Page): Promise<readonly string[]> {
  const { violations } = await page.evaluate(
    (values) =>
      (globalThis as unknown as { axe: typeof axe }).axe.run(document, {
        runOnly: { type: "tag", values },
        resultTypes: ["violations"],
      }),
    tags,
  )
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary}`),
  )
}
