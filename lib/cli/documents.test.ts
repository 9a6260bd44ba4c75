import { existsSync, readFileSync } from "node:fs"
import { expect, test } from "vitest"

const documents = ["README.md", "CONTRIBUTING.md"]

/** Paths that are made by a command, or stand for any name. */
const made = /[<*]|(?:^|\/)x\./

/** Links to files, and code that looks like a path of this project. */
function pathsIn(markdown: string): readonly string[] {
  const links = [...markdown.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, path]) => path ?? "")
  const code = [...markdown.matchAll(/`([^`\s]+)`/g)].map(([, path]) => path ?? "")
  const roots =
    /^(?:app|bench|components|content|deploy|e2e|lib|public)(?:\/|$)|\.(?:md|ts|tsx|mjs)$/
  return [...links, ...code.filter((text) => roots.test(text) && !made.test(text))]
}

test.each(documents)("every path that %s names exists", (document) => {
  const paths = pathsIn(readFileSync(document, "utf8"))
  expect(paths.length).toBeGreaterThan(3)
  expect(paths.filter((path) => !existsSync(path))).toEqual([])
})

test.each(documents)("every command that %s names exists", (document) => {
  const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as {
    scripts: Record<string, string>
  }
  const named = [...readFileSync(document, "utf8").matchAll(/`?npm (?:run (\w+)|(start|test)\b)/g)]
  const commands = named.map(([, run, short]) => run ?? short ?? "")
  expect(commands.length).toBeGreaterThan(0)
  expect(commands.filter((command) => !(command in scripts))).toEqual([])
})

test("CONTRIBUTING.md can be read in one go", () => {
  expect(readFileSync("CONTRIBUTING.md", "utf8").split("\n").length).toBeLessThanOrEqual(130)
})
