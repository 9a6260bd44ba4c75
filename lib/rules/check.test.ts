import { messageOf, byPlace } from "../model/problem"
import { readFile } from "node:fs/promises"
import { expect, test, vi } from "vitest"
import { Reader } from "../source/reader"
import {
  createCheck,
  edited,
  inWorkspace,
  messagesWith,
  sound,
  writeFiles,
} from "../testing/workspace"

vi.mock("node:fs/promises", async (importOriginal) => {
  const real = await importOriginal<typeof import("node:fs/promises")>()
  return { ...real, readFile: vi.fn<typeof real.readFile>(real.readFile) }
})

const broken = {
  ...edited("site.yaml", "language: en-GB", "language: english!"),
  ...edited("series/nets.yaml", "course: deep", "course: depe"),
  ...edited("courses/deep.yaml", "provider: School\n", ""),
  ...edited("posts/one/index.mdx", "date: 2024-01-01", "date: soon"),
  ...edited("posts/two/index.mdx", "Text.", "[a](/a/) {b} <C />\n\n![d](d.png)"),
  "pages/about.mdx": "",
  "references.bib": `${sound["references.bib"]}@x\n`,
  "stray.txt": "",
}

test("one run reports the problems of all files, in the order of files, then of places", async () => {
  const messages = await messagesWith(broken)
  expect(messages.map((message) => message.replace(/: .* \(/, " ("))).toEqual([
    "content/courses/deep.yaml:1:1 (field-missing)",
    "content/pages/about.mdx:1:1 (front-matter)",
    "content/posts/one/index.mdx:4:7 (field-type)",
    "content/posts/two/index.mdx:11:1 (link-target)",
    "content/posts/two/index.mdx:11:10 (mdx-expression)",
    "content/posts/two/index.mdx:11:14 (tag-unknown)",
    "content/posts/two/index.mdx:13:1 (image-missing)",
    "content/references.bib:6:1 (bibliography)",
    "content/series/nets.yaml:3:9 (course-unknown)",
    "content/site.yaml:4:11 (field-type)",
    "content/stray.txt:1:1 (file-place)",
  ])
})

test("the problems are sorted by number, not by digit", async () => {
  const body = `${"Text.\n\n".repeat(60)}${"[a](/a/) ".repeat(12)}`
  const problems = await inWorkspace(edited("posts/two/index.mdx", "Text.", body), (root) =>
    createCheck(root)(),
  )
  expect(problems).toHaveLength(12)
  expect(problems).toEqual([...problems].sort((a, b) => a.place.column - b.place.column))
  expect(problems).toEqual(problems.toReversed().sort(byPlace))
})

test("a second run reads only what has changed, and forgets what was mended", async () => {
  await inWorkspace(edited("posts/two/index.mdx", "Text.", "{a}"), async (root) => {
    const check = createCheck(root)
    const first = await check()
    expect(first.map(({ file }) => file)).toEqual(["content/posts/two/index.mdx"])

    vi.mocked(readFile).mockClear()
    expect(await check()).toEqual(first)
    expect(readFile).not.toHaveBeenCalled()

    await writeFiles(root, { "posts/two/index.mdx": sound["posts/two/index.mdx"] })
    expect(await check()).toEqual([])
    expect(vi.mocked(readFile).mock.calls).toEqual([[`${root}/content/posts/two/index.mdx`]])
  })
})

test("a second run notices what has come and gone", async () => {
  await inWorkspace({}, async (root) => {
    const check = createCheck(root)
    expect(await check()).toEqual([])
    await writeFiles(root, { "pages/about.mdx": undefined, "pages/new.mdx": "" })
    expect((await check()).map((one) => messageOf(one).replace(/: .* \(/, " ("))).toEqual([
      "content/pages/new.mdx:1:1 (front-matter)",
      "content/posts/one/index.mdx:12:55 (link-target)",
    ])
    await writeFiles(root, {
      "pages/about.mdx": sound["pages/about.mdx"],
      "pages/new.mdx": undefined,
    })
    expect(await check()).toEqual([])
  })
})

test("bodies are read in the language of the site, anew where that changes", async () => {
  const post = "content/posts/two/index.mdx"
  const files = { "posts/two/index.mdx": sound["posts/two/index.mdx"].replace("Text.", '"Text."') }
  await inWorkspace(files, async (root) => {
    const reader = new Reader(root, { compile: true })
    await reader.read()
    expect(await reader.compiledOf(post)).toEqual([expect.stringContaining("“Text.”")])
    await writeFiles(root, edited("site.yaml", "en-GB", "de"))
    await reader.read(new Set(["content/site.yaml"]))
    expect(await reader.compiledOf(post)).toEqual([expect.stringContaining("„Text.“")])
  })
})
