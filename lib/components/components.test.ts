import { readdir, readFile, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { expect, test } from "vitest"
import { componentsFolder } from "../model/build-folders.mjs"
import { messageOf } from "../model/problem"
import { Reader } from "../source/reader"
import { inWorkspace, postSaying, writeFiles, type Files } from "../testing/workspace"
import { prepareComponents } from "./components"

const counter = `import { useId, useState, memo } from "react"
import { double } from "./arithmetic"
export function Counter({ start = 1, children }) {
  const [count, setCount] = useState(start)
  const id = useId()
  return <button id={id} onClick={() => setCount(double(count))}>{count}{children}</button>
}
export const Plain = ({ word }: { word: string }) => <b>{word}</b>
export const Kept = memo(Plain)
export const Drawn = () => <canvas ref={(canvas) => void canvas?.getContext("2d")} />
export default function Folded({ children }) {
  const [open, setOpen] = useState(false)
  return <div onClick={() => setOpen(!open)}>{open ? children : "Closed"}</div>
}
`.replaceAll("children }", "children }: any")

const files: Files = {
  ...postSaying(`import Folded, { Counter, Plain, Kept, Drawn } from "./counter"

<Counter start={4} />

<Counter>A *text*.</Counter>

<Folded>Hidden</Folded>

<Plain word="a" /> and <Kept word="b" />.

<Drawn />`),
  "posts/own/counter.tsx": counter.replaceAll("children }: any })", "children }: any)"),
  "posts/own/arithmetic.ts": "export const double = (value: number) => 2 * value\n",
}
const document = "content/posts/own/index.mdx"

async function prepare(root: string) {
  const reader = new Reader(root)
  const content = await reader.read()
  await reader.close()
  return prepareComponents(root, content)
}

test("what components show first, and whether they live", async () => {
  await inWorkspace(files, async (root) => {
    const { problems, frameOf, writeScripts } = await prepare(root)
    expect(problems).toEqual([])
    const frames = [0, 1, 2, 3, 4, 5].map((use) => frameOf(document, use, `<i>${use}</i>`))
    expect(frames.map(({ html }) => html)).toEqual([
      '<button id="c0-P0-0">4</button>',
      '<button id="c1-P0-0">1<component-children><i>1</i></component-children></button>',
      "<div>Closed</div>",
      "<b>a</b>",
      "<b>b</b>",
      "<canvas></canvas>",
    ])
    expect(frames.map(({ script }) => script?.name)).toEqual([
      "Counter",
      "Counter",
      "default",
      undefined,
      undefined,
      "Drawn",
    ])
    expect(frames.map(({ script }) => script?.hidden)).toEqual([
      undefined,
      undefined,
      "<i>2</i>",
      undefined,
      undefined,
      undefined,
    ])
    const [weighed] = await writeScripts(root)
    expect(weighed).toMatchObject({ file: "content/posts/own/counter.tsx" })
    expect(weighed?.own).toBeLessThan(1_000)
    expect(weighed?.shared).toBeLessThan(9_000)
    const name = frames[0]?.script?.module.replace("/components/", "") ?? ""
    const script = await readFile(join(root, componentsFolder, name), "utf8")
    expect(script).not.toContain(root)
  })
})

test("another component leaves a script as it is, and so does a second build", async () => {
  await inWorkspace(files, async (root) => {
    const prepared = async () => (await prepare(root)).frameOf(document, 0, "")
    const first = await prepared()
    expect(await prepared()).toEqual(first)
    const other = postSaying('import { Other } from "./other"\n\n<Other />')
    await writeFiles(root, {
      "posts/other/index.mdx": other["posts/own/index.mdx"],
      "posts/other/other.tsx": `import { useState } from "react"
export const Other = () => <button onClick={useState(1)[1] as () => void}>Other</button>
`,
    })
    expect(await prepared()).toEqual(first)
  })
})

/** As a post imports it. */
const sharedFile = "../../components/shared"

test("what only a draft uses is in nothing that readers get, nor what it alone imports", async () => {
  const shared = `import { useState } from "react"
import { openly, secretly } from "./words"
export const Open = () => { const [n] = useState(0); return <b onClick={() => alert(openly(n))}>open</b> }
export const Secret = () => { const [n] = useState(0); return <i onClick={() => alert(secretly(n))}>x</i> }
`
  const words = `export const openly = (n: number) => "for all " + n
export const secretly = (n: number) => "xylophone " + n
`
  const draft = `---
title: Own draft
description: A post.
date: 2024-01-03
draft: true
---

import { Secret } from "${sharedFile}"

<Secret />
`
  const files: Files = {
    ...postSaying(`import { Open } from "${sharedFile}"\n\n<Open />`),
    "posts/hidden/index.mdx": draft,
    "components/shared.tsx": shared,
    "components/words.ts": words,
  }
  await inWorkspace(files, async (root) => {
    const { problems, frameOf, writeScripts } = await prepare(root)
    expect(problems).toEqual([])
    frameOf(document, 0, "")
    await writeScripts(root)
    const folder = join(root, componentsFolder)
    const scripts = await Promise.all(
      (await readdir(folder)).map((name) => readFile(join(folder, name), "utf8")),
    )
    const has = (words: RegExp) => scripts.some((script) => words.test(script))
    expect({ open: has(/for all/), secret: has(/xylophone|Secret/) }).toEqual({
      open: true,
      secret: false,
    })
  })
})

test("what a component imports by a path is in the content", async () => {
  const outside = "../../../secret.json"
  const files: Files = {
    ...postSaying('import { Told } from "./told"\n\n<Told />'),
    "posts/own/told.tsx": `import secret from "${outside}"\nexport const Told = () => <b>{JSON.stringify(secret)}</b>\n`,
  }
  await inWorkspace(files, async (root) => {
    await writeFile(join(root, "secret.json"), '{ "key": "quokka" }')
    const { problems } = await prepare(root)
    expect(problems.map(messageOf)).toContain(
      "content/posts/own/told.tsx:1:20: Unexpected code (../../../secret.json is outside of the folder content), expected a component that can be bundled (component)",
    )
  })
})
