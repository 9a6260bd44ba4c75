import { existsSync, readdirSync, readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { elements } from "./all"

const root = "lib/elements"
const folders = readdirSync(root, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)

test.each([
  ["all.ts", "element"],
  ["feed.ts", "feed"],
])("%s lists every folder that has such a file", (list, file) => {
  const listed = [
    ...readFileSync(`${root}/${list}`, "utf8").matchAll(/from "\.\/([\w-]+)\/(\w+)"/g),
  ]
    .filter(([, , name]) => name === file)
    .map(([, folder]) => folder)
  const there = folders.filter((folder) => existsSync(`${root}/${folder}/${file}.ts`))
  expect(new Set(listed)).toEqual(new Set(there))
})

test("a tag belongs to one element", () => {
  const tags = elements.flatMap(({ tags = {}, rendered = {} }) => [
    ...Object.keys(tags),
    ...Object.keys(rendered),
  ])
  expect(tags.length).toBeGreaterThan(20)
  expect(tags).toEqual([...new Set(tags)])
})
