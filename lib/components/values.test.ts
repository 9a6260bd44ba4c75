import { writeFile } from "node:fs/promises"
import { join } from "node:path"
import { expect, test } from "vitest"
import { messageOf } from "../model/problem"
import { Reader } from "../source/reader"
import { inWorkspace, messagesWith, postSaying, writeFiles, type Files } from "../testing/workspace"
import { prepareComponents } from "./components"
import { keepValues, valuesFile } from "./values"

const model = (factor: number) => `const factor = ${factor}
export const times = ({ value }: { value: number }) => factor * value
export const halved = ({ value }: { value: number }) => value / 0
export const word = () => "<i>quokka</i>"
`
const figure = `import { InteractiveFigure, useFigure } from "partwise/figure"
import { times } from "./model"
export function Times() {
  const figure = useFigure({ value: 2 }, () => undefined)
  const result = times(figure.settings)
  return (
    <InteractiveFigure figure={figure} says={\`It is \${result}.\`} table={{ columns: ["times"], rows: [[result]] }} controls={<i />}>
      <b>{result}</b>
    </InteractiveFigure>
  )
}
`
const figurePage = `---
title: Times
description: A figure.
---

import { Times } from "./figure"

<Times />
`
const filesOf = (text: string, factor = 1000): Files => ({
  ...postSaying(text),
  "figures/times/index.mdx": figurePage,
  "figures/times/figure.tsx": figure,
  "figures/times/model.ts": model(factor),
})

const document = "content/posts/own/index.mdx"

async function prepare(root: string) {
  const reader = new Reader(root)
  const content = await reader.read()
  await reader.close()
  return prepareComponents(root, content)
}

test("a value is what a function of a model gives, printed for people, and is text alone", async () => {
  const text = `<Value of="times.times" value={1.5} /> and <Value of="times.times" value={0.0012345} digits={2} />, <Value of="times.word" />.`
  await inWorkspace(filesOf(text), async (root) => {
    const { frameOf, problems } = await prepare(root)
    expect(problems.filter(({ severity }) => severity === "error")).toEqual([])
    expect([0, 1, 2].map((use) => frameOf(document, use, ""))).toEqual([
      { html: "1,500", isText: true },
      { html: "1.2", isText: true },
      { html: "&lt;i>quokka&lt;/i>", isText: true },
    ])
  })
})

test.each([
  [`<Value of="times" />`, "tag-attribute"],
  [`<Value value={1} />`, "tag-attribute"],
  [`<Value of="times.times" value={1} digits={0} />`, "tag-attribute"],
  [`<Value of="times.times" value={1}>one</Value>`, "tag-place"],
  [`<Value of="times.thrice" value={1} />`, "component"],
  [`<Value of="thrice.times" value={1} />`, "component"],
  [`<Value of="times.halved" value={1} />`, "component"],
  [`<Value of="times.times" value="one" />`, "component-type"],
  [`<Value of="times.times" factor={1} />`, "component-type"],
])("%s is a problem of the rule %s, at its place", async (tag, rule) => {
  const errors = (await messagesWith(filesOf(`It is ${tag} now.`))).filter(
    (message) => !message.includes("(value-unkept"),
  )
  expect(errors.some((message) => message.endsWith(`(${rule})`))).toBe(true)
  expect(errors.every((message) => message.startsWith(`${document}:`))).toBe(true)
})

test("a change of a model names every sentence and figure that shows another number by it", async () => {
  const text = `First <Value of="times.times" value={3} />.\n\nThen <Value of="times.times" value={0} />.`
  await inWorkspace(filesOf(text), async (root) => {
    const before = await prepare(root)
    expect(before.problems.map(({ rule }) => rule)).toEqual(Array(3).fill("value-unkept"))
    await keepValues(root, before.values)
    expect((await prepare(root)).problems).toEqual([])

    await writeFiles(root, { "figures/times/model.ts": model(1001) })
    const after = await prepare(root)
    expect(after.problems.map(messageOf)).toEqual([
      `content/figures/times/index.mdx:8:1: Unexpected It is 2002.; The numbers times 2,002 of <Times>, expected It is 2000.; The numbers times 2,000 as in ${valuesFile}; once the text around it says so too, npm run post -- values keeps what is new (value-changed)`,
      `${document}:7:7: Unexpected 3,003 of <times.times value=3>, expected 3,000 as in ${valuesFile}; once the text around it says so too, npm run post -- values keeps what is new (value-changed)`,
    ])
    await keepValues(root, after.values)
    expect((await prepare(root)).problems).toEqual([])

    await writeFile(join(root, valuesFile), "{")
    await expect(prepare(root)).rejects.toThrow(/content\/values\.json, expected JSON/)
  })
})
