import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { afterEach, beforeEach, expect, test } from "vitest"
import { typeOf } from "../model/media-type"
import type { OfflineList } from "../model/offline"
import { hashOf, type ServedFile } from "./manifest"
import { offlineListsOf } from "./offline"

let root = ""
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "offline-"))
})
afterEach(() => rm(root, { recursive: true }))

async function listsOf(
  contents: Readonly<Record<string, string>>,
  index: { posts: readonly object[]; series: readonly object[] },
  base = "",
) {
  const files: Record<string, ServedFile> = {}
  for (const [address, text] of Object.entries(contents)) {
    const path = (address.endsWith("/") ? `${address}index.html` : address).slice(1)
    const type = address.endsWith("/") ? "text/html" : typeOf(address)
    const forms = { identity: { size: text.length, hash: hashOf(Buffer.from(text)) } }
    files[address] = { path, type, immutable: false, forms }
    await mkdir(dirname(join(root, path)), { recursive: true })
    await writeFile(join(root, path), text)
  }
  await mkdir(join(root, ".partwise"), { recursive: true })
  await writeFile(join(root, ".partwise/index.json"), JSON.stringify(index))
  const lists = await offlineListsOf(files, { root, folder: root, base })
  return lists.map(([address, text]) => ({ address, ...(JSON.parse(text) as OfflineList) }))
}

const index = {
  posts: [{ slug: "one", series: "s" }, { slug: "two", series: "s" }, { slug: "alone" }],
  series: [{ id: "s" }, { id: "empty" }],
}

test("a series needs its pages, what they show, and what that loads; other pages it does not", async () => {
  const contents = {
    "/series/s/": '<link rel="stylesheet" href="/a.css"><a href="/posts/one/">',
    "/posts/one/": '<img srcset="/images/x-1.png 1w, /images/x-2.png 2w"><a href="/alone.pdf">',
    "/posts/two/": '<link rel="alternate" href="/feed.json"><script src="/enhance/a.js"></script>',
    "/posts/alone/": '<img src="/images/y.png">',
    "/a.css": 'src:url(/f.woff2);background:url("/g.svg?1")',
    "/f.woff2": "f",
    "/g.svg": "<svg/>",
    "/enhance/a.js": 'import"./b.js";import("./c.js")',
    "/enhance/b.js": "b",
    "/enhance/c.js": "c",
    "/images/x-1.png": "1",
    "/images/x-2.png": "2",
    "/images/y.png": "3",
    "/feed.json": "{}",
  }
  for (const base of ["", "/blog"]) {
    const based = Object.fromEntries(
      Object.entries(contents).map(([address, text]) => [
        address,
        text.replaceAll(/(["( ])\/(?=\w)/g, `$1${base}/`),
      ]),
    )
    const [list, ...others] = await listsOf(based, index, base)
    expect(others).toEqual([])
    expect(list).toMatchObject({ address: "/series/s/offline.json", pages: 3 })
    const addresses = list?.files.map(({ address }) => address) ?? []
    expect(addresses.slice(0, 3)).toEqual(["/series/s/", "/posts/one/", "/posts/two/"])
    expect(addresses.slice(3).toSorted()).toEqual([
      "/a.css",
      "/enhance/a.js",
      "/enhance/b.js",
      "/enhance/c.js",
      "/f.woff2",
      "/g.svg",
      "/images/x-1.png",
      "/images/x-2.png",
    ])
  }
})

test("its version changes with any file of it, and with no other", async () => {
  const contents = {
    "/series/s/": "a",
    "/posts/one/": "b",
    "/posts/two/": "c",
    "/posts/alone/": "d",
  }
  const versionOf = async (change: object) =>
    (await listsOf({ ...contents, ...change }, index))[0]?.version
  const version = await versionOf({})
  expect(await versionOf({})).toBe(version)
  expect(await versionOf({ "/posts/alone/": "D" })).toBe(version)
  expect(await versionOf({ "/posts/two/": "C" })).not.toBe(version)
})
