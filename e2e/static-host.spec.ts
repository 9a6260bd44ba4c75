import { createServer, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import sirv from "sirv"
import { expect, test } from "./site"

/** Another server than ours, which knows nothing of headers or redirects: any static host. */
function serve(folder: string, base: string): Promise<Server> {
  const files = sirv(folder, { dev: true })
  const server = createServer((request, response) => {
    const url = request.url ?? "/"
    if (!url.startsWith(`${base}/`)) return response.writeHead(404).end()
    request.url = url.slice(base.length)
    return files(request, response)
  })
  return new Promise((resolve) => server.listen(0, "localhost", () => resolve(server)))
}

for (const { folder, base } of [
  { folder: "dist", base: "" },
  { folder: "dist-fixture", base: "/blog" },
]) {
  test(`${folder} works, earlier addresses too, from a plain file server at ${base}/`, async ({
    page,
  }) => {
    const server = await serve(folder, base)
    try {
      const { port } = server.address() as AddressInfo
      const origin = `http://localhost:${port}`
      const queue = [`${origin}${base}/`]
      for (const address of queue) {
        if (!address.endsWith("/")) {
          expect((await page.request.get(address)).status(), address).toBe(200) // a picture, a feed
          continue
        }
        const response = await page.goto(address)
        expect(response?.status(), address).toBe(200)
        await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1)
        const found = await page.evaluate(() => ({
          links: [...document.querySelectorAll("a")].map(({ href }) => href.replace(/#.*/, "")),
          styled: getComputedStyle(document.body).fontFamily,
        }))
        expect(found.styled).toContain("serif")
        for (const link of found.links) {
          if (link.startsWith(`${origin}/`) && !queue.includes(link)) queue.push(link)
        }
      }
      expect(queue.length).toBeGreaterThan(10)

      await page.goto(`${origin}${base}/posts/dl_course_part1/`)
      await page.waitForURL(`${origin}${base}/posts/deep-learning-specialization-part-1/`)
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(/Part 1/)
    } finally {
      server.close()
      server.closeAllConnections()
    }
  })
}
