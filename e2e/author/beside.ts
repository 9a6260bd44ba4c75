// Posts with all that can stand beside them.

const shared = "../../components/dial"

const post = `---
title: Live
description: Components of one's own.
date: 2026-01-05
---

import { Counter, Fact, Folder, Fragile } from "./counter"
import { Dial } from "${shared}"

## First

<details>
<summary>More of it</summary>

What was folded.

</details>

A sentence to select, and <Fact word="plain" />.

\`\`\`js
const a = 1
\`\`\`

${"A line of text that takes the component below the window.\n\n".repeat(60)}

## Second

<Counter start={3} />

<Counter start={10}>
What *stands* between.
</Counter>

<Dial label="Rate" feed="A dial for the rate" />

<Fragile />

<Folder />
`

export const counter = `import { useId, useState, type ReactNode } from "react"

type Props = { start: number; children?: ReactNode }

export function Counter({ start, children }: Props) {
  const [count, setCount] = useState(start)
  const id = useId()
  return (
    <section aria-labelledby={id}>
      <p id={id}>Count {count}</p>
      <button type="button" onClick={() => setCount((before) => before + 1)}>
        One more than {start}
      </button>
      {children}
    </section>
  )
}

export const Fact = ({ word }: { word: string }) => <strong>a {word} fact</strong>

export function Folder() {
  const [opened, setOpened] = useState(0)
  return (
    <details>
      <summary onClick={() => setOpened(opened + 1)}>Opened {opened} times</summary>
      <p>Folded by a component.</p>
    </details>
  )
}

export function Fragile() {
  const [broken, setBroken] = useState(false)
  if (broken) throw new Error("It is broken")
  return (
    <button type="button" onClick={() => setBroken(true)}>
      Break it
    </button>
  )
}
`

const dial = `import { useState } from "react"

export function Dial({ label }: { label: string }) {
  const [value, setValue] = useState(20)
  return (
    <label style={{ display: "block" }}>
      {label}
      <input type="range" value={value} onChange={(event) => setValue(Number(event.target.value))} />
      <output>{value} of 100</output>
    </label>
  )
}
`

const filesPost = `---
title: Files
description: What stands beside a post.
date: 2026-01-06
---

The [data](data.csv), a [notebook](./notes.ipynb) and [from the root](/files/paper.txt).

![A film of a wave](wave.mp4)

<Video src="wave.mp4" title="The wave again" captions="wave.vtt" lang="en" />

<Embed src="https://www.youtube.com/watch?v=aircAruvnKk" title="But what is a neural network?" />

<Embed src="https://bsky.app/profile/a.example/post/1" title="A post elsewhere" />

<iframe src="https://demo.example.org/plot?a=1" title="A plot" width="600"></iframe>

import { Rows } from "./rows"

<Rows />
`

const rows = `import { useEffect, useState } from "react"

export function Rows() {
  const [count, setCount] = useState(0)
  useEffect(() => {
    void fetch("data.csv").then(async (data) => setCount((await data.text()).trim().split("\\n").length))
  }, [])
  return <p>{count} rows</p>
}
`

/** Two posts with what stands beside them, and what both can reach. */
export const filesBesidePosts: Readonly<Record<string, string>> = {
  "content/posts/live/index.mdx": post,
  "content/posts/live/counter.tsx": counter,
  "content/components/dial.tsx": dial,
  "content/posts/files/index.mdx": filesPost,
  "content/posts/files/rows.tsx": rows,
  "content/posts/files/data.csv": "a,b\n1,2\n3,4\n",
  "content/posts/files/notes.ipynb": '{"cells": []}',
  "content/posts/files/wave.mp4": "no film, but a file",
  "content/posts/files/wave.vtt": "WEBVTT\n",
  "public/files/paper.txt": "A paper.",
}
