import { expect, test } from "vitest"
import {
  findReadDay,
  formatProgress,
  loadProgress,
  markProgress,
  mergeProgress,
  migrateProgress,
  parseProgress,
  progressFrom,
  progressKey,
  rulesOf,
  saveProgress,
  slugsOf,
  type Progress,
  type Shelf,
} from "./progress"

const read = new Map([
  ["nets", "2026-03-03"],
  ["ответы", "2026-03-04"],
])

test("what is written is read again, from storage and from a file", () => {
  expect(progressFrom(formatProgress(read))).toEqual(read)
  expect(parseProgress(formatProgress(read))).toEqual(read)
})

test.each([
  ["nothing", null],
  ["an empty text", ""],
  ["damaged JSON", '{"version":1,"read":{"nets":"2026'],
  ["another version", '{"version":2,"read":{"nets":"2026-03-03"}}'],
  ["no version", '{"read":{"nets":"2026-03-03"}}'],
  ["no object", "7"],
  ["null", "null"],
  ["no list", '{"version":1}'],
])("%s in storage is as if nothing were read", (_name, text) => {
  expect(progressFrom(text)).toEqual(new Map())
})

test("of a list with damaged entries, storage keeps the others", () => {
  const text = `{"version":1,"read":{"nets":"2026-03-03","a":"yesterday","b":7,"c":"2026-02-30","\\"]{}":"2026-03-03","__proto__":"2026-03-03"}}`
  expect([...progressFrom(text)]).toEqual([["nets", "2026-03-03"]])
})

test.each([
  ["no JSON", "{", "expected one of version 1 that was saved here"],
  ["no object", "7", "Unexpected file"],
  ["null", "null", "Unexpected file"],
  ["another version", '{"version":2,"read":{}}', "expected one of version 1"],
  ["no list", '{"version":1}', "Unexpected file"],
  ["no day", '{"version":1,"read":{"nets":"soon"}}', 'Unexpected ["nets","soon"]'],
  ["no slug", '{"version":1,"read":{"a b":"2026-03-03"}}', 'Unexpected ["a b","2026-03-03"]'],
])("a file with %s is refused", (_name, text, message) => {
  expect(() => parseProgress(text)).toThrow(message)
})

test("the later day wins when two are merged, whichever comes first", () => {
  const one = new Map([
    ["a", "2026-01-01"],
    ["b", "2026-01-02"],
  ])
  const other = new Map([
    ["b", "2026-01-01"],
    ["c", "2026-01-03"],
  ])
  const both = new Map([
    ["a", "2026-01-01"],
    ["b", "2026-01-02"],
    ["c", "2026-01-03"],
  ])
  expect(mergeProgress(one, other)).toEqual(both)
  expect(mergeProgress(other, one)).toEqual(both)
})

test("a post is known by its slug and by those of its aliases", () => {
  const aliases = ["/posts/old-nets/", "/posts/%D0%B0", "/archive/nets/", "/posts/nets/"]
  expect(slugsOf({ slug: "nets", aliases })).toEqual(["nets", "old-nets", "а"])
})

test("marking and unmarking take the former slugs along", () => {
  const old: Progress = new Map([["old-nets", "2026-01-01"]])
  const slugs = ["nets", "old-nets"]
  expect(findReadDay(old, slugs)).toBe("2026-01-01")
  expect(findReadDay(old, ["other"])).toBeUndefined()
  expect(markProgress(old, slugs, "2026-02-01")).toEqual(new Map([["nets", "2026-02-01"]]))
  expect(markProgress(old, slugs)).toEqual(new Map())
  expect(old.size).toBe(1)
})

test("an entry under a former slug moves to the present one, with the later day", () => {
  const slugs = [["nets", "old-nets", "older-nets"], ["other"]]
  const old = new Map([
    ["old-nets", "2026-01-02"],
    ["older-nets", "2026-01-01"],
    ["gone", "2025-01-01"],
  ])
  const moved = new Map([
    ["gone", "2025-01-01"],
    ["nets", "2026-01-02"],
  ])
  expect(migrateProgress(old, slugs)).toEqual(moved)
  expect(migrateProgress(moved, slugs)).toBe(moved) // so that nothing need be written
})

test("storage keeps what is saved", () => {
  const stored = new Map<string, string>()
  const shelf: Shelf = {
    getItem: (key) => stored.get(key) ?? null,
    setItem: (key, text) => void stored.set(key, text),
  }
  expect(loadProgress(() => shelf)).toEqual(new Map())
  expect(saveProgress(() => shelf, read)).toBe(true)
  expect([...stored.keys()]).toEqual([progressKey])
  expect(loadProgress(() => shelf)).toEqual(read)
})

test("storage that is full or forbidden throws nothing, and says that it kept nothing", () => {
  const full: Shelf = {
    getItem: () => null,
    setItem: () => {
      throw new DOMException("full", "QuotaExceededError")
    },
  }
  const forbidden = (): Shelf => {
    throw new DOMException("forbidden", "SecurityError")
  }
  expect(saveProgress(() => full, read)).toBe(false)
  expect(saveProgress(forbidden, read)).toBe(false)
  expect(loadProgress(forbidden)).toEqual(new Map())
})

test("the rules of a page name what is read, and nothing else", () => {
  expect(rulesOf(new Map())).toBe("")
  expect(rulesOf(new Map([["nets", "2026-03-03"]]))).toBe(
    '[data-read~="nets"]{visibility:inherit}[data-unread~="nets"]{visibility:hidden}',
  )
})

test("of very many posts a page has rules for those that were marked last", () => {
  const many = new Map(Array.from({ length: 50_000 }, (_, i) => [`post-${i}`, "2026-03-03"]))
  const rules = rulesOf(many)
  expect(rules.match(/data-read/g)).toHaveLength(5_000)
  expect(rules).toContain('"post-49999"')
  expect(parseProgress(formatProgress(many)).size).toBe(50_000)
})
