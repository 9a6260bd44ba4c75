import { rm } from "node:fs/promises"
import { join } from "node:path"
import { afterAll, beforeAll, expect, test } from "vitest"
import { createWorkshop, type MadeUp } from "../testing/build"
import { allowedBy, etagOf, hashesIn, serve, type Answer } from "../testing/client"
import { nextPage } from "../testing/pages"

// Builds take each other's places while readers keep asking: no answer may be missing or mixed.

let workshop: Awaited<ReturnType<typeof createWorkshop>>
let site: Awaited<ReturnType<typeof serve>>

/** Builds that differ in all their contents and have the same addresses, but for hashed files. */
const version = (number: number): MadeUp => ({
  pages: {
    "/": nextPage({ title: `Home ${number}`, style: `v${number}`, inline: `theme(${number})` }),
    "/about": nextPage({ title: `About ${number}`, style: `v${number}`, inline: `a(${number})` }),
    [`/only-in-${number}`]: nextPage(),
  },
  assets: { [`chunks/v${number}.css`]: `/* ${number} */` },
  files: { "large.bin": Buffer.alloc(600_000, `${number}`), "a.txt": `${number}` },
  notFound: nextPage({ title: `Not found ${number}`, inline: `missing(${number})` }),
})

beforeAll(async () => {
  workshop = await createWorkshop()
  await workshop.deliver(version(1))
  site = await serve(workshop.dist)
})
afterAll(async () => {
  await site.stop()
  await workshop.remove()
})

const titleOf = ({ body }: Answer) => /<title>(.*?)<\/title>/.exec(body.toString())?.[1]

/** What is wrong with an answer, if anything is. */
function faultOf(path: string, { status, headers, body }: Answer): string | undefined {
  if (status !== (path === "/nothing" ? 404 : 200)) return `${path}: ${status}`
  if (headers["content-length"] !== String(body.length)) return `${path}: cut off`
  if (status === 200 && headers.etag !== etagOf(body)) return `${path}: another ETag's content`
  const encoded = headers["content-encoding"] !== undefined
  if (encoded || !headers["content-type"]?.startsWith("text/html")) return undefined
  const [allowed, needed] = [allowedBy(headers["content-security-policy"]), hashesIn(String(body))]
  return allowed.toSorted().join() === needed.toSorted().join() ? undefined : `${path}: policy`
}

test("builds follow each other under readers that ask without a pause", async () => {
  const paths = ["/", "/about/", "/large.bin", "/a.txt", "/nothing", "/_next/static/chunks/v1.css"]
  const faults: string[] = []
  let answers = 0
  const end = new AbortController()
  const read = async (encoding: string) => {
    for (let i = 0; !end.signal.aborted; i++) {
      const path = paths[i % paths.length] ?? "/"
      const answer = await site.ask(path, { "Accept-Encoding": encoding })
      if (path.endsWith("v1.css") && answer.status === 404) continue // gone with the third build
      const fault = faultOf(path, answer)
      if (fault) faults.push(fault)
      answers++
    }
  }
  const readers = ["identity", "identity", "br", "gzip"].map(read)

  for (const number of [2, 3, 4]) {
    await workshop.deliver(version(number))
    const isNew = async () => titleOf(await site.ask("/"))
    await expect.poll(isNew).toBe(`Home ${number}`)
    expect((await site.ask(`/_next/static/chunks/v${number - 1}.css`)).status).toBe(200)
    expect((await site.ask(`/_next/static/chunks/v${number}.css`)).status).toBe(200)
    expect((await site.ask(`/only-in-${number}/`)).status).toBe(200)
    expect((await site.ask(`/only-in-${number - 1}/`)).status).toBe(404)
  }
  end.abort()
  await Promise.all(readers)

  expect(faults).toEqual([])
  expect(answers).toBeGreaterThan(100)
  expect(titleOf(await site.ask("/nothing"))).toBe("Not found 4")
  expect((await site.ask("/_next/static/chunks/v2.css")).status).toBe(404)
  expect(site.openFiles()).toBe(0)
})

test("builds in quick succession: the last one stays", async () => {
  for (const number of [5, 6, 7]) {
    await workshop.deliver(version(number))
    await Promise.all(["/", "/about/", "/large.bin"].map((path) => site.ask(path)))
  }
  const { version: last } = await workshop.manifest()
  const served = async () =>
    (JSON.parse(String((await site.ask("/healthz")).body)) as { version: string }).version
  await expect.poll(served).toBe(last)
  expect(titleOf(await site.ask("/about/"))).toBe("About 7")
})

test("a reader of a large file gets all of the one it began", async () => {
  const before = await workshop.read("large.bin")
  const answer = site.ask("/large.bin")
  await workshop.deliver(version(8))
  const { status, headers, body } = await answer
  expect(status).toBe(200)
  expect(headers.etag).toBe(etagOf(body))
  expect([etagOf(before), etagOf(await workshop.read("large.bin"))]).toContain(headers.etag)
})

test("a site that goes and does not come back is an answer that says so, or what is in memory", async () => {
  const page = await site.ask("/")
  await workshop.write(`${workshop.dist}/.site.json`, "")
  await workshop.write(`${workshop.dist}/about/index.html.gz`, "")
  expect(await site.ask("/")).toMatchObject({ status: 200, body: page.body })
  const { status, headers } = await site.ask("/about/", { "Accept-Encoding": "gzip" })
  expect(status).toBe(503)
  expect(headers["retry-after"]).toBe("1")
})

test("without its build on the disk the server is not well, and says so", async () => {
  await rm(join(workshop.dist, ".site.json"))
  const { status, headers, body } = await site.ask("/healthz")
  expect(status).toBe(503)
  expect(headers["cache-control"]).toBe("no-store")
  expect(JSON.parse(String(body))).toEqual({ status: "the site is gone from the disk" })
})
