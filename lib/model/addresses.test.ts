import { expect, test } from "vitest"
import {
  canonicalAddress,
  fileAddress,
  isWellEncoded,
  moduleAddress,
  pageAddress,
  postAddress,
  previewFile,
} from "./addresses"

test.each([
  ["/", "/"],
  ["/posts/one/", "/posts/one/"],
  ["/posts/one", "/posts/one/"],
  ["/posts/one//", "/posts/one/"],
  ["/posts/one/index.html", "/posts/one/"],
  ["/posts/one/index.htm", "/posts/one/"],
  ["/index.html", "/"],
  ["/posts/one.html", "/posts/one.html/"],
  ["/posts/index.html.bak", "/posts/index.html.bak/"],
  ["/feed.xml", "/feed.xml"],
  ["/feed.xml/", "/feed.xml/"],
  ["/series/nets/feed.xml", "/series/nets/feed.xml"],
  ["/posts/feed.xml", "/posts/feed.xml/"],
])("%s is %s", (path, address) => {
  expect(canonicalAddress(path)).toBe(address)
})

test("letters of any script are encoded once, however they were written", () => {
  const address = "/posts/%C3%A9t%C3%A9/"
  expect(canonicalAddress("/posts/été/")).toBe(address)
  expect(canonicalAddress("/posts/%C3%A9t%c3%a9/")).toBe(address)
  expect(canonicalAddress("/posts/e\u0301te\u0301/")).toBe(address)
  expect(postAddress("été")).toBe(address)
})

test.each([
  ["/a%2Fb/", "/a%2Fb/"],
  ["/a%23b%3fc/", "/a%23b%3Fc/"],
  ["/100%25/", "/100%25/"],
  ["/%2541/", "/%2541/"],
  ["/%61/", "/a/"],
  ["/a%20b/", "/a%20b/"],
  ["/a,b;c=d@e:f+g$h&i/", "/a,b;c=d@e:f+g$h&i/"],
  ["/a%2Cb%40c/", "/a,b@c/"],
])("%s is %s, and stays it", (path, address) => {
  expect(canonicalAddress(path)).toBe(address)
  expect(canonicalAddress(address)).toBe(address)
})

test.each(["/%E0%A4%A", "/%", "/100%", "/%zz", "/%FF", "/\ud800"])(
  "%j is not well encoded",
  (path) => {
    expect(isWellEncoded(path)).toBe(false)
    expect(() => canonicalAddress(path)).toThrow(URIError)
  },
)

test.each(["/", "/été", "/%C3%A9", "/100%25", "/🙂"])("%j is well encoded", (path) => {
  expect(isWellEncoded(path)).toBe(true)
})

test("every address that is made here is canonical", () => {
  const made = [postAddress("深度"), pageAddress("über"), moduleAddress("a", "б_в-1")]
  expect(made.map(canonicalAddress)).toEqual(made)
  expect(fileAddress(postAddress("深度"), "net.png")).toBe(`${postAddress("深度")}net.png`)
})

test.each([
  ["/", "", "index.json"],
  ["/posts/one/", "", "posts/one/index.json"],
  ["/posts/one/", "index", "posts/one/at-index.json"],
  ["/posts/f%C3%BCr/", "a/../b", "posts/f.fcr/at-a.2f.2e.2e.2fb.json"],
])("the preview of %s at %j is in %s: each in a file of its own", (address, id, file) => {
  expect(previewFile(address, id)).toBe(file)
})
