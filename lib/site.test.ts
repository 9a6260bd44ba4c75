import { expect, test } from "vitest"
import { siteUrl } from "./site"

const env = (variables: Record<string, string>) => variables as NodeJS.ProcessEnv

test.each([
  [{}, "https://a.example"],
  [{ SITE_URL: "" }, "https://a.example"],
  [{ SITE_URL: "http://localhost:3000" }, "http://localhost:3000"],
  [{ SITE_URL: "https://b.example///" }, "https://b.example"],
])("with %j the site is at %s", (variables, url) => {
  expect(siteUrl("https://a.example/", env(variables))).toBe(url)
})

test.each(["b.example", "ftp://b.example", "https://[", "/"])(
  "%s is no address of a site",
  (url) => {
    expect(() => siteUrl("https://a.example", env({ SITE_URL: url }))).toThrow(
      `Unexpected SITE_URL=${url}, expected an address with http:// or https://`,
    )
  },
)
