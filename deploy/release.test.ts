import { expect, test } from "vitest"
import { rollbackTarget, staleOf, type Release } from "./release"
import { formatRelease } from "./rollback"
import { branchesIn } from "./receive"
import { isDue } from "./update"

const release = (number: number, more: Partial<Release> = {}): Release => ({
  number,
  commit: "0123456789abcdef",
  url: "https://example.org/",
  built: "2026-01-01T00:00:00.000Z",
  isCurrent: false,
  ...more,
})

test.each([
  [[1, 2, 3], 3, []],
  [[1, 2, 3, 9, 10, 11], 11, [1]],
  [[1, 2, 3, 9, 10, 11], 1, []],
  [[1, 2, 3, 9, 10, 11, 12], 1, [2]],
])("of the releases %j with %i served, %j go", (numbers, current, stale) => {
  expect(staleOf(numbers, current, 5)).toEqual(stale)
})

test("rollback goes one back, or to the release that is named", () => {
  const releases = [release(1), release(4), release(9, { isCurrent: true }), release(10)]
  expect(rollbackTarget(releases).number).toBe(4)
  expect(rollbackTarget(releases, 1).number).toBe(1)
  expect(rollbackTarget(releases, 10).number).toBe(10)
  expect(() => rollbackTarget(releases, 2)).toThrow("release 2, expected one of 1, 4, 9, 10")
  expect(() => rollbackTarget([release(3, { isCurrent: true })])).toThrow(
    "Unexpected rollback from release 3, expected one before it: there are 3",
  )
  expect(() => rollbackTarget([release(3)])).toThrow("Unexpected absence of a live release")
})

test.each([
  ["no post is to come", {}, false, false],
  ["a post is due tomorrow", { due: "2026-01-03" }, false, false],
  ["a post is due today", { due: "2026-01-02" }, false, true],
  ["a post was due yesterday", { due: "2026-01-01" }, false, true],
  ["an author went back to it", { due: "2026-01-01" }, true, false],
])("when %s", (_when, more, held, due) => {
  expect(isDue(release(1, more), held, "2026-01-02")).toBe(due)
})

test("the list says which release is served, and what comes next", () => {
  const current = release(12, { isCurrent: true, due: "2026-02-01" })
  expect(formatRelease(current)).toBe(
    "* 12 01234567 built 2026-01-01T00:00:00.000Z, next post on 2026-02-01",
  )
  expect(formatRelease(release(9))).toBe("  9 01234567 built 2026-01-01T00:00:00.000Z")
})

test("a push changes branches; tags and notes are none", () => {
  const updates = "0 1 refs/heads/main\n1 0 refs/heads/a/b\n0 1 refs/tags/v1\n0 1 refs/notes/x\n"
  expect(branchesIn(updates)).toEqual(["main", "a/b"])
  expect(branchesIn("")).toEqual([])
})
