import { rename, rm } from "node:fs/promises"
import { join } from "node:path"
import { expect, test } from "vitest"
import { inWorkspace, sound, writeFiles } from "../testing/workspace"
import { Reader } from "./reader"

test("what goes away while the content is read is looked at again, and is no problem", async () => {
  await inWorkspace({}, async (root) => {
    const at = (name: string) => join(root, "content/posts", name)
    const reading = new AbortController()
    const comeAndGo = async (name: string) => {
      const files = { [`posts/${name}/index.mdx`]: sound["posts/two/index.mdx"] }
      while (!reading.signal.aborted) {
        await writeFiles(root, files)
        await rename(at(name), at(`${name}-moved`))
        await rm(at(`${name}-moved`), { recursive: true })
      }
    }
    const goings = ["a", "b", "c", "d"].map(comeAndGo)
    const reader = new Reader(root)
    try {
      for (let reads = 0; reads < 60; reads++) {
        const { readings } = await reader.read()
        const problems = [...readings.values()].flatMap((reading) => reading.problems)
        expect(problems.filter(({ rule }) => rule === "file-read")).toEqual([])
      }
    } finally {
      reading.abort()
      await Promise.all(goings)
    }
    expect((await reader.read()).files.map(({ name }) => name)).not.toContain("a")
    await reader.close()
  })
})
