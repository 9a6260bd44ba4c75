import { expect, test } from "vitest"
import { repositoryLinksOf, siteUrl } from "./site"

test.each([
  ["", "https://a.example"],
  ["http://localhost:3000", "http://localhost:3000"],
  ["https://b.example///", "https://b.example"],
  ["http://[::1]:3000/@me/", "http://[::1]:3000/@me"],
])("with SITE_URL=%s the site is at %s", (override, url) => {
  expect(siteUrl("https://a.example/", override)).toBe(url)
})

test.each([
  "b.example",
  "ftp://b.example",
  "https://[",
  "/",
  "https://user:word@b.example/a",
  "https://b.example/?q",
  "https://b.example/#f",
  "https://b.example\\a",
])("%s is no address of a site", (url) => {
  expect(() => siteUrl("https://a.example", url)).toThrow(
    `Unexpected SITE_URL=${url}, expected an address such as https://example.org/blog, without a user, ? and #`,
  )
})

test("a file of the site in its repository, whatever its name", () => {
  const repository = "https://github.com/owner/name"
  expect(
    repositoryLinksOf({ repository, branch: "release/2" }, "content/posts/深-#1/index.mdx"),
  ).toEqual({
    edit: `${repository}/edit/release/2/content/posts/%E6%B7%B1-%231/index.mdx`,
    history: `${repository}/commits/release/2/content/posts/%E6%B7%B1-%231/index.mdx`,
  })
  expect(repositoryLinksOf({ branch: "main" }, "content/site.yaml")).toBeUndefined()
})
