import { execFileSync } from "node:child_process"
import { existsSync, readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { breachesOf, circlesIn, floorsFrom, importsIn, type Source } from "./floors"

/** What breaks the table, and what goes round: to be mended, then struck off here. */
const breaches: readonly string[] = []
const circles: readonly string[] = []

const floors = floorsFrom(readFileSync("CONTRIBUTING.md", "utf8"))
const ours = ["ls-files", "--cached", "--others", "--exclude-standard", "*.ts", "*.tsx", "*.mjs"]
const sources: readonly Source[] = execFileSync("git", ours, { encoding: "utf8" })
  .split("\n")
  .filter((file) => file !== "" && existsSync(file))
  .map((file) => ({ file, text: readFileSync(file, "utf8") }))

test("imports point down, as the table of floors in CONTRIBUTING.md allows", () => {
  const found = breachesOf(importsIn(sources), floors)
  const isKnown = (line: string) => breaches.some((rooms) => line.startsWith(`${rooms}: `))
  expect(found.filter((line) => !isKnown(line))).toEqual([])
  // One that is mended is struck off.
  expect(breaches.filter((rooms) => !found.some((line) => line.startsWith(`${rooms}: `)))).toEqual(
    [],
  )
})

test("no files import each other in a circle, not even types", () => {
  expect(circlesIn(importsIn(sources))).toEqual(circles)
})

test("every file is in a room of the table, and every room has files", () => {
  const rooms = [...floors.keys()].filter((room) => !room.startsWith("."))
  const isIn = (file: string, room: string) => file.startsWith(`${room}/`)
  const files = sources.map(({ file }) => file).filter((file) => file.includes("/"))
  expect(files.filter((file) => !rooms.some((room) => isIn(file, room)))).toEqual([])
  expect(rooms.filter((room) => !files.some((file) => isIn(file, room)))).toEqual([])
})

/** What is wrong with one file of such imports. */
const wrongWith = (file: string, text: string) => breachesOf(importsIn([{ file, text }]), floors)

test.each([
  ["lib/model/zz.ts", 1, `import { parseMdx } from "../mdx/literal"`],
  ["lib/model/zz.ts", 2, `import { isImage } from "../images/file"\nimport "../feed/atom"`],
  ["lib/mdx/zz.ts", 2, `export { atom } from "../feed/atom"\nexport * from "../images/encode"`],
  ["lib/deliver/zz.ts", 2, `await import("../feed/atom")\nimport x from '../mdx/tags'`],
  ["lib/rules/zz.ts", 1, `import {\n  atom,\n  type Feed,\n} from "@/lib/feed/atom"`],
  ["components/zz.tsx", 1, `import type { Site } from "@/lib/site/read"`],
  ["components/zz.tsx", 1, `type Site = typeof import("@/lib/site/read")`],
  ["lib/enhance/zz.mjs", 1, `/** @type {import("../feed/atom").Feed} */`],
  ["app/zz.tsx", 1, `import { readDocuments } from "@/lib/rules/check"`],
  ["lib/model/zz.ts", 2, `import { sound } from "../testing/workspace"\nimport "./slug.test"`],
  ["e2e/zz.spec.ts", 1, `import { slugOf } from "@/lib/model/slug"`],
])("%s may not import, %i times: %s", (file, count, text) => {
  expect(wrongWith(file, text)).toHaveLength(count)
})

test.each([
  ["lib/feed/zz.ts", `import { slugOf } from "../model/slug"`],
  ["lib/model/zz.test.ts", `import { sound } from "../testing/workspace"\nimport "../mdx/tags"`],
  ["deploy/testing/zz.ts", `import { client } from "../../lib/testing/client"\nimport "../queue"`],
  ["app/page.tsx", `import { allPosts } from "@/lib/site/read"\nimport "./globals.css"`],
])("%s may import: %s", (file, text) => {
  expect(wrongWith(file, text)).toEqual([])
})

test("a circle is found, wherever it begins", () => {
  const sources = [
    { file: "lib/model/a.ts", text: `import type { B } from "./b"` },
    { file: "lib/model/b.ts", text: `import { c } from "./c"` },
    { file: "lib/model/c.ts", text: `export type { B } from "./b"` },
  ]
  expect(circlesIn(importsIn(sources))).toEqual([
    "lib/model/b.ts → lib/model/c.ts → lib/model/b.ts",
  ])
})
