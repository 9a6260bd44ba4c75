import type { Browser } from "@playwright/test"
import type { Day } from "../model/dates"

/**
 * Prints a page that a site could have: tagged, with an outline, so that it can be read aloud and gone
 * through.
 *
 * @param site where its styles, fonts and pictures are served, with a slash at its end
 * @param day that the file says it was made: not today's, so that the same book has the same bytes
 * @throws Error if something that it needs does not come
 */
export async function printPdf(
  browser: Browser,
  html: string,
  { site, day }: { site: string; day: Day },
): Promise<Buffer> {
  const page = await browser.newPage()
  const missing: string[] = []
  page.on("response", (response) => {
    if (response.status() >= 400) missing.push(response.url())
  })
  page.on("requestfailed", (request) => missing.push(request.url()))
  const address = `${site}book-to-print`
  await page.route(address, (route) => route.fulfill({ contentType: "text/html", body: html }))
  await page.goto(address, { waitUntil: "networkidle" })
  await page.evaluate("document.fonts.ready.then(() => true)")
  const pdf = await page.pdf({ preferCSSPageSize: true, tagged: true, outline: true, format: "A4" })
  await page.close()
  if (missing.length > 0) throw new Error(`Unexpected absence of ${missing.join(", ")}`)
  return settled(pdf, day)
}

/**
 * The same as long, with another day, and with the nodes of the tree of tags numbered from 1 in their order:
 * a browser numbers them by all that it has seen before. Nothing in the file moves.
 */
function settled(pdf: Buffer, day: Day): Buffer {
  const stamp = `D:${day.replaceAll("-", "")}000000+00'00'`
  const text = pdf.toString("latin1")
  const nodes = [...new Set(text.match(/(?<=\(node)\d{8}(?=\))/g))].sort()
  const numbers = new Map(nodes.map((node, index) => [node, String(index + 1).padStart(8, "0")]))
  const done = text
    .replaceAll(/(?<=\(node)\d{8}(?=\))/g, (node) => numbers.get(node) ?? node)
    .replaceAll(/\/(CreationDate|ModDate) \((D:[^)]*)\)/g, (_all, name: string, old: string) => {
      return `/${name} (${stamp.slice(0, old.length).padEnd(old.length, "0")})`
    })
  return Buffer.from(done, "latin1")
}
