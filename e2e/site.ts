import { test as base, type APIRequestContext } from "@playwright/test"

/** Where the site is served; `TEST_PORT` where another program has the port. */
export const port = Number(process.env["TEST_PORT"] || 3210)

/** A second site, with the pages that only tests visit, below a path. */
export const fixture = `http://localhost:${port + 1}/blog`

/** Every address of the site: the pages that the site itself lists, and those that list them. */
export async function addressesOf(request: APIRequestContext): Promise<readonly string[]> {
  const response = await request.get("/addresses.json")
  const pages = (await response.json()) as [address: string, title: string][]
  const addresses = pages.map(([address]) => address)
  const courses = addresses.filter((address) => /^\/courses\/[^/]+\/$/.test(address))
  return [
    "/",
    "/posts/",
    "/search/",
    "/follow/",
    ...(addresses.some((address) => address.startsWith("/tags/")) ? ["/tags/"] : []),
    ...(addresses.some((address) => address.startsWith("/series/")) ? ["/series/"] : []),
    ...(courses.length > 1 ? ["/courses/"] : []),
    ...(addresses.some((address) => address.startsWith("/figures/")) ? ["/figures/"] : []),
    ...addresses,
  ]
}

/** A test that fails if the browser's console reports an error, or a script throws one. */
export const test = base.extend<{ quietConsole: void }>({
  quietConsole: [
    async ({ page }, use) => {
      const errors: string[] = []
      page.on("pageerror", ({ message }) => errors.push(message))
      page.on("console", (message) => {
        if (message.type() === "error") errors.push(`${message.location().url}: ${message.text()}`)
      })
      await use()
      // A browser reports the 404 that a test asks for, and that it was too busy to let one page fade into
      // the next, as styles ask it to.
      const own = /status of 404|^Transition was aborted because of invalid state/
      const unexpected = errors.filter((error) => !own.test(error))
      if (unexpected.length > 0) throw new Error(unexpected.join("\n"))
    },
    { auto: true },
  ],
})

export { expect } from "@playwright/test"
