import { mkdir, mkdtemp, rm, utimes, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { messageOf, type Problem } from "../model/problem"
import { prepareComponents } from "../components/components"
import { checkContent } from "../rules/check"
import { Reader } from "../source/reader"

/** Files by their paths below `content`; one that is `undefined` is left out. */
export type Files = Readonly<Record<string, string | Uint8Array | undefined>>

/** Content that the check finds no fault with: one of everything. */
export const sound = {
  "site.yaml": `name: Partwise
description: Writing that comes in parts.
url: https://partwise.example
language: en-GB
author:
  name: The author
`,
  "posts/one/index.mdx": `---
title: One
description: The first part.
date: 2024-01-01
series: nets
part: 1
aliases: [/first/]
---

## Layers

See [depth](/posts/two/#depth), [layers](#layers) and [about](/about/).

<CourseOutline course="deep" module="vision" />

{/* A comment. */}

| A     | B        |
| :---- | -------- |
| *one* | {"{"}[^1] |

[^1]: A note, with <kbd>A</kbd>.

<details>
<summary>More</summary>

- a
- b

</details>
`,
  "posts/two/index.mdx": `---
title: Two
description: The second part.
date: 2024-01-02
series: nets
part: 2
---

## Depth

Text.
`,
  "pages/about.mdx": `---
title: About
description: Who writes.
---

Hello.

As [@minsky1969, p. 3] and @minsky1969 write of <Term>layers</Term>.[^2]

[^2]: A note by [@minsky1969].
`,
  "series/nets.yaml": `title: Nets
description: All about nets.
course: deep
planned:
  - part: 3
    title: Three
`,
  "courses/deep.yaml": `title: Deep
provider: School
instructor: Teacher
url: https://example.com/deep
modules:
  - slug: basics
    title: Basics
    topics:
      - slug: layers
        title: Layers
        post: one
        heading: layers
        papers: [minsky1969]
      - slug: depth
        title: Depth
        post: two
  - slug: vision
    title: Vision
    topics:
      - slug: edges
        title: Edges
`,
  "glossary.yaml": `- term: layer
  definition: Units side by side.
  also: [strata]
  see: [two, https://example.com]
`,
  "references.bib": `@book{minsky1969,
  author = {Minsky, Marvin and Papert, Seymour},
  title = {Perceptrons},
  year = {1969}
}
`,
}

/** One of the sound files, with a piece of it replaced. */
export function edited(path: keyof typeof sound, from: string, to: string): Files {
  if (!sound[path].includes(from)) throw new Error(`Unexpected ${from}, expected a part of ${path}`)
  return { [path]: sound[path].replace(from, () => to) }
}

/** A post that is a part of nothing, with fields and a body of its own; the body begins in line 7. */
export const post = (front: string, body = "Text."): Files => ({
  "posts/own/index.mdx": `---\n${front}\n---\n\n${body}\n`,
})
const fields = "title: Own\ndescription: A post.\ndate: 2024-01-03"
export const postWith = (fieldsToo: string) => post(`${fields}\n${fieldsToo}`)
export const postSaying = (body: string) => post(fields, body)

/** A temporary folder with the sound content under these files. */
export async function createWorkspace(files: Files = {}): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), "partwise-"))
  await writeFiles(root, { ...sound, ...files })
  return root
}

/** Calls with a folder that holds the sound content under these files, and removes it afterwards. */
export async function inWorkspace<Result>(
  files: Files,
  use: (root: string) => Promise<Result>,
): Promise<Result> {
  const root = await createWorkspace(files)
  try {
    return await use(root)
  } finally {
    await rm(root, { recursive: true })
  }
}

export async function writeFiles(root: string, files: Files): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    const file = join(root, "content", path)
    await mkdir(dirname(file), { recursive: true })
    if (text === undefined) await rm(file, { force: true })
    else await writeFile(file, text)
  }
}

/**
 * The sound content under other files, time after time. Each time only what differs is written and read
 * again, as in a watch.
 */
export async function createOverlay(options?: ConstructorParameters<typeof Reader>[1]) {
  const root = await createWorkspace()
  const check = createCheck(root, options)
  let time = 0
  const lay = async (files: Files) => {
    await writeFiles(root, files)
    // Two versions of one size may follow each other faster than the clock of the disk counts.
    time++
    for (const [path, text] of Object.entries(files)) {
      if (text !== undefined) await utimes(join(root, "content", path), time, time)
    }
  }
  return {
    root,
    async with<Result>(
      files: Files,
      use: (problems: readonly Problem[]) => Result | Promise<Result>,
    ): Promise<Result> {
      await lay(files)
      try {
        return await use(await check())
      } finally {
        const before: Files = sound
        await lay(Object.fromEntries(Object.keys(files).map((path) => [path, before[path]])))
      }
    },
  }
}

let overlay: ReturnType<typeof createOverlay> | undefined

/** What the check prints of the sound content with these files. */
export async function messagesWith(files: Files): Promise<readonly string[]> {
  overlay ??= createOverlay()
  return (await overlay).with(files, (problems) => problems.map(messageOf))
}

/** Checks content again and again, as it changes. */
export function createCheck(root: string, options?: ConstructorParameters<typeof Reader>[1]) {
  const reader = new Reader(root, options)
  return async (edited?: ReadonlySet<string>) => {
    const content = await reader.read(edited)
    const { problems } = await prepareComponents(root, content)
    return checkContent(content, { components: problems })
  }
}
