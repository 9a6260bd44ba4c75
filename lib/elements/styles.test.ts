import { existsSync } from "node:fs"
import { readdir, readFile } from "node:fs/promises"
import { expect, test } from "vitest"

test("every element's styles are on the list of styles, once", async () => {
  const list = await readFile("lib/elements/all.css", "utf8")
  const imported = [...list.matchAll(/@import "\.\/(.+)\/style\.css";/g)].map(([, name]) => name)
  const entries = await readdir("lib/elements", { withFileTypes: true })
  const styled = entries
    .filter((entry) => entry.isDirectory() && existsSync(`lib/elements/${entry.name}/style.css`))
    .map(({ name }) => name)
  expect(imported).toEqual(styled.sort())
})
