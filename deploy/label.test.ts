import { expect, test } from "vitest"
import { findLabel, labelsOf, previewUrl } from "./label"

test.each([
  ["attention", "attention"],
  ["Attention", "attention"],
  ["draft/attention", "draft-attention"],
  ["draft/Größe_2", "draft-grosse-2"],
  ["naïve-bayes", "naive-bayes"],
  ["a..b", "a-b"],
  ["--x--", "x"],
  ["live", "live"],
])("the preview of %s is at %s", (branch, label) => {
  expect(labelsOf(branch)[0]).toBe(label)
})

test.each(["注意", "draft/注意", "💥", "///", "a".repeat(64), "ü".repeat(200), "-/-", "@"])(
  "%s has a hash in its label, because letters are left out",
  (branch) => {
    expect(labelsOf(branch)).toEqual([expect.stringMatching(/^[a-z0-9-]+-[0-9a-f]{8}$/)])
  },
)

const odd = [
  "../x",
  "..",
  ".git",
  "a/../../b",
  "\0",
  "a\0b",
  "-rf",
  "$(id)",
  "a b",
  "*",
  "x.lock",
  "",
]

test.each(odd)("the labels of %j are names of folders and hosts", (branch) => {
  for (const label of labelsOf(branch)) {
    expect(label).toMatch(/^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/)
    expect(label.length).toBeLessThanOrEqual(63)
  }
})

test("branches that are alike have second labels of their own", () => {
  const alike = ["draft/a", "draft-a", "Draft/a", "draft--a"]
  expect(new Set(alike.map((branch) => labelsOf(branch)[0]))).toEqual(new Set(["draft-a"]))
  expect(new Set(alike.map((branch) => labelsOf(branch)[1])).size).toBe(alike.length)
})

test("the address of a preview ends with one slash", () => {
  expect(previewUrl("https://*.preview.example.org", "a")).toBe("https://a.preview.example.org/")
  expect(previewUrl("http://*.localhost:3330/", "a")).toBe("http://a.localhost:3330/")
})

const pattern = "https://*.preview.example.org:8443"

test.each([
  ["a.preview.example.org", "a"],
  ["A.Preview.example.org.:8443", "a"],
  ["preview.example.org", ""],
  ["a.b.preview.example.org", ""],
  ["..preview.example.org", ""],
  ["%2e%2e.preview.example.org", ""],
  ["../x.preview.example.org", ""],
  ["-a.preview.example.org", ""],
  ["example.org", undefined],
  ["apreview.example.org", undefined],
  ["127.0.0.1:3000", undefined],
  ["[::1]:3000", undefined],
  ["", undefined],
  [undefined, undefined],
])("a request to %s is for the preview %j", (host, label) => {
  expect(findLabel(host, pattern)).toBe(label)
})

test("without previews all hosts are the live site's", () => {
  expect(findLabel("a.preview.example.org")).toBeUndefined()
})
