import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { expect, test } from "vitest"
import { openKeptPages } from "./pages"

test("a page is found by its address, percent-encoded or not, and only if it may be kept", async () => {
  const root = await mkdtemp(join(tmpdir(), "partwise-"))
  const pages = { "/posts/gr%C3%B6%C3%9Fe/": "a1", "/posts/one/": "b2" }
  await mkdir(join(root, ".partwise"))
  await writeFile(join(root, ".partwise/pages.json"), JSON.stringify(pages))
  const kept = await openKeptPages(root, "code")
  expect(kept?.addresses).toEqual(["/posts/größe/", "/posts/one/"])
  await kept?.save("/posts/größe/", { kind: "post" }, Buffer.from("ß"))
  await kept?.save("/about/", { kind: "page" }, Buffer.from("no"))
  expect(await kept?.load("/posts/gr%C3%B6%C3%9Fe/")).toEqual({ kind: "post" })
  expect(String(await kept?.loadHtml("/posts/gr%C3%B6%C3%9Fe/"))).toBe("ß")
  expect(await kept?.has("/posts/größe/")).toBe(true)
  expect(await kept?.has("/posts/one/")).toBe(false)
  expect(await kept?.load("/posts/one/")).toBeUndefined()
  expect(await (await openKeptPages(root, "other"))?.load("/posts/größe/")).toBeUndefined()
  expect(await openKeptPages(root, undefined)).toBeUndefined()
  await rm(root, { recursive: true })
})
