import { expect, test } from "vitest"
import { siteUrl } from "./site"

test.each([
  ["", "https://a.example"],
  ["http://localhost:3000", "http://localhost:3000"],
  ["https://b.example///", "https://b.example"],
])("with SITE_URL=%s the site is at %s", (override, url) => {
  expect(siteUrl("https://a.example/", override)).toBe(url)
})

test.each(["b.example", "ftp://b.example", "https://[", "/"])(
  "%s is no address of a site",
  (url) => {
    expect(() => siteUrl("https://a.example", url)).toThrow(
      `Unexpected SITE_URL=${url}, expected an address with http:// or https://`,
    )
  },
)
