import { existsSync } from "node:fs"
import { mkdir, readFile } from "node:fs/promises"
import { join } from "node:path"
import { expect, test } from "vitest"
import { withPosts } from "../../testing/posts"
import { createCheck } from "../../testing/workspace"

const said = {
  name: "Slow reading",
  description: "Long books, a chapter at a time.",
  url: "https://slow.example.org",
  author: "Ada Byron",
  language: "en-GB",
}
const optionsOf = (values: object) =>
  Object.entries(values).flatMap(([name, value]) => [`--${name}`, String(value)])

const withRoom = (root: string) => mkdir(join(root, "e2e"), { recursive: true })

test("a site of one's own begins empty and sound, and the demo is kept for tests", async () => {
  await withPosts({}, async (run, root) => {
    await withRoom(root)
    const { code, printed } = await run("begin", ...optionsOf(said))
    expect(code).toBe(0)
    expect(printed.join("\n")).toContain("npm run post -- new")
    const site = await readFile(join(root, "content/site.yaml"), "utf8")
    expect(site).toContain("name: Slow reading\n")
    expect(site).toContain("  name: Ada Byron\n")
    expect(site).not.toMatch(/partwise/i)
    expect(existsSync(join(root, "content/posts"))).toBe(false)
    expect(existsSync(join(root, "e2e/content/site.yaml"))).toBe(true)
    expect(await createCheck(root)()).toEqual([])

    // Once it is one's own, it stays as it is.
    const again = await run("begin", ...optionsOf({ ...said, name: "Another" }))
    expect(again.code).toBe(1)
    expect(again.errors.join()).toContain("nothing was changed")
    expect(await readFile(join(root, "content/site.yaml"), "utf8")).toBe(site)
  })
})

test("what was not said is asked for", async () => {
  const asked: string[] = []
  const answers = ["Slow reading", "Long books.", "https://slow.example.org", "Ada", "", "de"]
  const ask = (question: string) => {
    asked.push(question)
    return Promise.resolve(answers[asked.length - 1] ?? "")
  }
  await withPosts(
    {},
    async (run, root) => {
      await withRoom(root)
      expect((await run("begin")).code).toBe(0)
      expect(asked).toHaveLength(6)
      const site = await readFile(join(root, "content/site.yaml"), "utf8")
      expect(site).toContain("language: de\n")
      expect(site).not.toContain("email")
    },
    { ask },
  )
})

test.each([
  [{}, "Unexpected absence of --name, --description, --url, --author, --language"],
  [{ ...said, url: "slow.example.org" }, "Unexpected --url slow.example.org, expected "],
  [{ ...said, language: "English" }, "Unexpected --language English, expected a language tag"],
  [{ ...said, email: "nobody" }, "Unexpected --email nobody, expected an e-mail address"],
])("of %j it says what is wrong, and changes nothing", async (values, words) => {
  await withPosts({}, async (run, root) => {
    await withRoom(root)
    const { code, errors } = await run("begin", ...optionsOf(values))
    expect(code).toBe(2)
    expect(errors.join("\n")).toContain(words)
    expect(existsSync(join(root, "content/posts"))).toBe(true)
    expect(existsSync(join(root, "e2e/content"))).toBe(false)
  })
})
