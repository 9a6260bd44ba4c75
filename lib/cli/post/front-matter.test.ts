import { expect, test } from "vitest"
import { withField } from "./front-matter"

const text = `---
# About it.
title: "A: b" # quoted
draft: true # not yet
tags: [a, "b c"]
aliases:
  - /one/
  - /two/
date: 2024-01-01
---

draft: true

---
`

test.each<[string, unknown, string, string]>([
  ["draft", undefined, "draft: true # not yet\ntags", "tags"],
  ["date", "2027-03-03", "date: 2024-01-01", "date: 2027-03-03"],
  ["title", "C: d", '"A: b"', '"C: d"'],
  ["aliases", ["/a/"], "\n  - /one/\n  - /two/", " [/a/]"],
  ["aliases", undefined, "aliases:\n  - /one/\n  - /two/\n", ""],
  ["part", 2, "date: 2024-01-01\n", "date: 2024-01-01\npart: 2\n"],
  ["part", undefined, "", ""],
])("%s becomes %j, and nothing else changes", (name, value, before, after) => {
  expect(withField(text, "a.mdx", name, value)).toBe(text.replace(before, after))
  const windows = (unix: string) => unix.replaceAll("\n", "\r\n")
  expect(withField(windows(text), "a.mdx", name, value).replaceAll("\r\n", "\n")).toBe(
    text.replace(before, after),
  )
})

test.each(["", "title: a\n", "---\ntitle: [\n---\n"])("%j has no front matter", (text) => {
  expect(() => withField(text, "a.mdx", "draft", true)).toThrow(
    "a.mdx:1:1: Unexpected front matter",
  )
})
