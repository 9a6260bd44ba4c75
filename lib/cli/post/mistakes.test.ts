import { readFile } from "node:fs/promises"
import { join } from "node:path"
import { expect, test } from "vitest"
import { createOverlay, type Files } from "../../testing/workspace"
import { printProblems } from "./check"

const file = join(import.meta.dirname, "mistakes.md")
const markdown = await readFile(file, "utf8")

/** A heading, or a block between fences: what is printed or, with a path, a file. */
const part =
  /^## (?<title>.+)$|^(?<fence>`{4,})(?<kind>\w+)(?: (?<path>.+))?\n(?<text>[^]*?)^\k<fence>$/gm

/** The text of a file as it stands on the disk. */
const encoders: Readonly<Record<string, (text: string) => string | Uint8Array>> = {
  base64: (text) => Buffer.from(text, "base64"),
  latin1: (text) => Buffer.from(text, "latin1"),
  windows: (text) => `\uFEFF${text.replaceAll("\n", "\r\n")}`,
}

const mistakes = new Map<string, Record<string, string | Uint8Array>>()
let last: Record<string, string | Uint8Array> = {}
for (const { groups: { title, kind = "", path, text = "" } = {} } of markdown.matchAll(part)) {
  if (title !== undefined) mistakes.set(title, (last = {}))
  if (path !== undefined) last[path] = encoders[kind]?.(text) ?? text
}

const overlay = await createOverlay({ spelling: true })
const { root } = overlay

const printedFor = (files: Files) =>
  overlay.with(files, async (problems) => {
    const printed: string[] = []
    const print = (line: string) => printed.push(line)
    const io = { root, env: {}, print, error: print, paint: (_style: string, text: string) => text }
    await printProblems(problems, false, io)
    return `${printed.join("\n")}\n`
  })

const printed = new Map<string, string>()

test.each([...mistakes])("%s", async (title, files) => {
  const found = await printedFor(files)
  printed.set(title, found)
  expect(found).toMatch(
    /^content\/[^:]+:\d+:\d+: Unexpected .+, expected .+ \([a-z-]+(?:, a warning)?\)$/m,
  )
})

test("of all of them the check prints what is kept", async () => {
  expect(mistakes.size).toBeGreaterThan(90)
  let mistake = ""
  const now = markdown.replaceAll(part, (...match) => {
    const [whole, groups] = [match[0], match.at(-1) as Record<string, string | undefined>]
    mistake = groups["title"] ?? mistake
    if (groups["kind"] !== "text" || groups["path"] !== undefined) return whole
    return `${groups["fence"]}text\n${printed.get(mistake) ?? groups["text"]}${groups["fence"]}`
  })
  await expect(now).toMatchFileSnapshot(file)
})
