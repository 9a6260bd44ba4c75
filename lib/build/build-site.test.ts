import { expect, test } from "vitest"
import { isCurrent } from "./build-site"

test.each([
  ["of the same sources", { hash: "a" }, true],
  ["of other sources", { hash: "b" }, false],
  ["with a post of a day to come", { hash: "a", due: "2026-12-02" }, true],
  ["with a post of today", { hash: "a", due: "2026-12-01" }, false],
  ["with a post of a day that is over", { hash: "a", due: "2026-11-30" }, false],
])("a build %s", (_what, built, expected) => {
  expect(isCurrent(JSON.stringify(built), "a", "2026-12-01")).toBe(expected)
})

test.each(["", "a"])("a stamp that says %j is none", (built) => {
  expect(isCurrent(built, "a", "2026-12-01")).toBe(false)
})
