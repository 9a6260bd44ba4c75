import { describe, expect, test } from "vitest"
import { absenceOf, findNextDay, isVisible, siteEnvironment } from "./visibility"

/** The variables of a build, without those that Next.js demands of the type. */
const env = (variables: Record<string, string>) => variables as NodeJS.ProcessEnv

describe("the environment", () => {
  test.each([
    [{}, "production"],
    [{ SITE_ENV: "production" }, "production"],
    [{ SITE_ENV: "preview" }, "preview"],
    [{ SITE_ENV: "development" }, "development"],
    [{ VERCEL_ENV: "preview" }, "preview"],
    [{ SITE_ENV: "production", VERCEL_ENV: "preview" }, "production"],
    [{ SITE_ENV: "", VERCEL_ENV: "preview" }, "preview"],
    [{ SITE_ENV: "", VERCEL_ENV: "" }, "production"],
    [{ NODE_ENV: "development" }, "production"],
  ])("%j is %s", (variables, environment) => {
    expect(siteEnvironment(env(variables))).toBe(environment)
  })

  test.each([
    ["SITE_ENV", "staging"],
    ["SITE_ENV", "Preview"],
    ["VERCEL_ENV", "prod"],
  ])("%s=%s is refused", (name, word) => {
    expect(() => siteEnvironment(env({ [name]: word }))).toThrow(
      `Unexpected ${name}=${word}, expected production, preview or development`,
    )
  })
})

const day = "2024-06-15"

test.each([
  ["a post of the past", { draft: false, date: "2024-06-14" }],
  ["a post of today", { draft: false, date: "2024-06-15" }],
])("production shows %s", (_what, post) => {
  expect(isVisible(post, { environment: "production", day })).toBe(true)
})

test.each([
  ["a post of tomorrow", { draft: false, date: "2024-06-16" }],
  ["a draft of the past", { draft: true, date: "2024-06-14" }],
  ["a draft of tomorrow", { draft: true, date: "2024-06-16" }],
])("only preview and development show %s", (_what, post) => {
  expect(isVisible(post, { environment: "production", day })).toBe(false)
  expect(isVisible(post, { environment: "preview", day })).toBe(true)
  expect(isVisible(post, { environment: "development", day })).toBe(true)
})

test.each([
  ["draft", { draft: true, date: "2024-06-16" }],
  ["scheduled", { draft: false, date: "2024-06-16" }],
  [undefined, { draft: false, date: "2024-06-15" }],
])("what keeps a post from production is %s for %j", (absence, post) => {
  expect(absenceOf(post, day)).toBe(absence)
})

test("the next day is that of the first post to come that is no draft", () => {
  const dates = ["2024-06-15", "2024-08-01", "2024-07-01", "2024-06-16"]
  const posts = dates.map((date) => ({ date, draft: date === "2024-06-16" }))
  expect(findNextDay(posts, day)).toBe("2024-07-01")
  expect(findNextDay(posts, "2024-08-01")).toBeUndefined()
})
