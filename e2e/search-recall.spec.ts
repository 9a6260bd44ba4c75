import { readFileSync } from "node:fs"
import { expect, test } from "./site"

/** How many pages a reader looks at. */
const first = 3

type Query = { text: string; wanted: readonly string[] }

const lines = readFileSync("lib/search/queries.txt", "utf8")
  .split("\n")
  .filter((line) => line !== "" && !line.startsWith("#"))
const queries = lines.map((line): Query => {
  const [text = "", wanted = ""] = line.split(" > ")
  return { text, wanted: wanted.split(" ") }
})

for (const [kind, some] of [
  ["spelt as they should be", queries.slice(0, 50)],
  ["misspelt", queries.slice(50)],
] as const) {
  test(`nine in ten queries ${kind} lead to their place among the first three pages`, async ({
    page,
  }) => {
    expect(some).toHaveLength(50)
    await page.goto("/search/")
    const list = page.locator("ol.search-results")
    const missed: string[] = []
    for (const { text, wanted } of some) {
      await page.getByRole("searchbox").fill(text)
      await expect(list).toHaveAttribute("aria-busy", "false")
      const shown = await list.evaluate(
        (element, count) =>
          Array.from(element.children)
            .slice(0, count)
            .flatMap((item) => Array.from(item.querySelectorAll("a")))
            .map(({ pathname, hash }) => pathname + hash.replace(/:~:.*/, "").replace(/^#$/, "")),
        first,
      )
      const isShown = (address: string) =>
        shown.some((one) => one === address || one.startsWith(`${address}#`))
      if (!wanted.some(isShown)) missed.push(text)
    }
    expect(missed.length, missed.join(", ")).toBeLessThanOrEqual(some.length / 10)
  })
}

test("where queries are to lead is on the site", async ({ request }) => {
  for (const address of new Set(queries.flatMap(({ wanted }) => wanted))) {
    const [page = "", id] = address.split("#")
    const html = await (await request.get(page)).text()
    expect(html, address).toContain(id === undefined ? "</html>" : ` id="${id}"`)
  }
})
