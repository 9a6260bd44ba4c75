import { execFileSync } from "node:child_process"
import { readdirSync, readFileSync } from "node:fs"
import { join, resolve } from "node:path"
import { expect, test } from "vitest"
import { findPython } from "./python"

const folder = resolve("content/figures")
const python = findPython()

type Model = { defaults: object; numbersOf: (settings: object) => object }

/** Numbers of one kind, by their names, those of lists by their places. */
function flat(value: unknown, name = ""): readonly (readonly [name: string, number: number])[] {
  if (typeof value === "number") return [[name, value]]
  return Object.entries(value as object).flatMap(([key, one]) => flat(one, `${name}.${key}`))
}

// Without Python and NumPy nothing can be run; `npm test` installs them where it may.
test.skipIf(python === undefined).each(readdirSync(folder))(
  "the program that %s offers prints what its model computes",
  async (figure) => {
    const page = readFileSync(join(folder, figure, "index.mdx"), "utf8")
    const program = /^```python\n([^]*?)^```$/m.exec(page)?.[1]
    expect(program).toBeDefined()
    const printed = execFileSync(python ?? "", ["-c", program ?? ""], { encoding: "utf8" })
    const file = join(folder, figure, "model.ts")
    const { defaults, numbersOf } = (await import(file)) as Model
    const expected = flat(numbersOf(defaults))
    const found = flat(JSON.parse(printed))
    expect(found.map(([name]) => name)).toEqual(expected.map(([name]) => name))
    for (const [index, [name, number]] of expected.entries()) {
      const other = found[index]?.[1] ?? Number.NaN
      const apart = Math.abs(other - number) / Math.max(1e-12, Math.abs(number), Math.abs(other))
      expect(apart, `${name}: ${other} beside ${number}`).toBeLessThan(1e-9)
    }
  },
)
