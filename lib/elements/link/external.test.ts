import { messageOf } from "../../model/problem"
import { expect, test } from "vitest"
import { edited, inWorkspace, messagesWith } from "../../testing/workspace"
import { documentsOf } from "../../source/documents"
import { Reader } from "../../source/reader"
import { externalLinksOf, externalProblems } from "./external"

const day = 86_400_000

const linksIn = async (root: string) => externalLinksOf(documentsOf(await new Reader(root).read()))

/** A post with these links, and sites that answer as told: a status, or an error. */
async function asked(
  links: readonly string[],
  answers: Readonly<Record<string, number | Error>>,
  use: (run: (now: number) => Promise<readonly string[]>, seen: string[]) => Promise<void>,
) {
  const text = links.map((url) => `[a](${url})`).join("\n\n")
  const seen: string[] = []
  const ask = (url: string, { method }: RequestInit) => {
    seen.push(`${method} ${url}`)
    const answer = answers[`${method} ${url}`] ?? answers[url] ?? 200
    if (answer instanceof Error) return Promise.reject(answer)
    return Promise.resolve(new Response(null, { status: answer }))
  }
  await inWorkspace(edited("posts/two/index.mdx", "Text.", text), async (root) => {
    const run = async (now: number) =>
      (await externalProblems(root, await linksIn(root), now, ask)).map(
        (one) => `${one.severity} ${messageOf(one)}`,
      )
    await use(run, seen)
  })
}

test("a page that is gone is a problem at its link; one that does not answer, a warning", async () => {
  const links = ["https://a.example/gone#x", "https://b.example/", "https://c.example/busy"]
  const answers = {
    "https://a.example/gone": 404,
    "https://b.example/": new TypeError("fetch failed", { cause: new Error("no such host") }),
    "https://c.example/busy": 503,
  }
  await asked(links, answers, async (run) => {
    expect(await run(0)).toEqual([
      "error content/posts/two/index.mdx:11:1: Unexpected link to https://a.example/gone, expected a page that exists: its site answers 404 (link-dead)",
      "warning content/posts/two/index.mdx:13:1: Unexpected answer of https://b.example/ (no such host), expected a page (link-unsure, a warning)",
      "warning content/posts/two/index.mdx:15:1: Unexpected answer of https://c.example/busy (503), expected a page (link-unsure, a warning)",
    ])
  })
})

test("a site that answers no HEAD is asked for the page", async () => {
  await asked(["https://a.example/"], { "HEAD https://a.example/": 405 }, async (run, seen) => {
    expect(await run(0)).toEqual([])
    expect(seen).toEqual(["HEAD https://a.example/", "GET https://a.example/"])
  })
})

test("a page is asked for once a day, one that failed again at once", async () => {
  const links = ["https://a.example/", "https://a.example/#b", "https://b.example/"]
  await asked(links, { "https://b.example/": 404 }, async (run, seen) => {
    await run(0)
    expect(seen.toSorted()).toEqual([
      "GET https://b.example/",
      "HEAD https://a.example/",
      "HEAD https://b.example/",
    ])
    seen.length = 0
    await run(day)
    expect(seen).toEqual(["HEAD https://b.example/", "GET https://b.example/"])
    seen.length = 0
    await run(day + 1)
    expect(seen).toContain("HEAD https://a.example/")
  })
})

test("a host that the site denies is denied with all below it, and no other", async () => {
  const denied = "  name: The author\ndeniedHosts: [corp.example]\n"
  const links =
    "[a](https://wiki.corp.example/x) [b](https://corp.example) [c](https://notcorp.example) [d](https://corp.example.org)"
  const messages = await messagesWith({
    ...edited("site.yaml", "  name: The author\n", denied),
    ...edited("posts/two/index.mdx", "Text.", links),
  })
  const reason = "expected none to corp.example: content/site.yaml denies it (link-denied)"
  expect(messages).toEqual([
    `content/posts/two/index.mdx:11:1: Unexpected link to wiki.corp.example, ${reason}`,
    `content/posts/two/index.mdx:11:34: Unexpected link to corp.example, ${reason}`,
  ])
})
