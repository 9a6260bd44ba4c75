import { messageOf } from "../../model/problem"
import { existsSync } from "node:fs"
import { readFile, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { describe, expect, test } from "vitest"
import { createCheck, edited } from "../../testing/workspace"
import { parseShare } from "../../serve/share"
import { placeholder } from "./front-matter"
import { today, withPosts } from "../../testing/posts"

const read = (root: string, path: string) => readFile(join(root, "content", path), "utf8")
const messagesIn = async (root: string) => (await createCheck(root)()).map(messageOf)

describe("the command line", () => {
  test.each([
    [["help"], 0],
    [["new", "--help"], 0],
    [[], 2],
    [["publihs"], 2],
    [["list", "--draft"], 2],
    [["list", "extra"], 2],
    [["new"], 2],
    [["new", "✔️"], 2],
    [["new", "A", "--part", "2"], 2],
    [["new", "A", "--series", "nets", "--part", "two"], 2],
    [["move", "one"], 2],
    [["move", "one", "Two Words"], 2],
    [["publish"], 2],
    [["share"], 2],
    [["share", "one", "--all"], 2],
    [["share", "one", "--days", "0"], 2],
    [["check", "--json", "--watch"], 2],
    [["publish", "nobody"], 1],
    [["move", "nobody", "else"], 1],
    [["check", "nothing.mdx"], 1],
  ])("post %j exits with %i and says why", async (args, code) => {
    await withPosts({}, async (run) => {
      const outcome = await run(...args)
      expect(outcome.code).toBe(code)
      expect([...outcome.printed, ...outcome.errors].join("\n")).not.toBe("")
    })
  })

  test("a mistyped command or slug is answered with the nearest", async () => {
    await withPosts({}, async (run) => {
      expect((await run("publihs", "one")).errors[0]).toMatch(/did you mean publish\?$/)
      expect((await run("publish", "onee")).errors[0]).toMatch(/did you mean one\?$/)
    })
  })
})

describe("new", () => {
  test("starts a draft that passes the check, of any title", async () => {
    await withPosts({}, async (run, root) => {
      const title = `"Größe": yes & no — #1 {deep}`
      const { code, printed } = await run("new", title)
      expect({ code, printed }).toEqual({
        code: 0,
        printed: ["content/posts/größe-yes-no-1-deep/index.mdx"],
      })
      expect(await read(root, "posts/größe-yes-no-1-deep/index.mdx")).toContain(
        `date: ${today}\ndraft: true\n---\n`,
      )
      expect(await messagesIn(root)).toEqual([])
    })
  })

  test("takes the next free part of a series", async () => {
    await withPosts({}, async (run, root) => {
      await run("new", "Third", "--series", "nets")
      expect(await read(root, "posts/third/index.mdx")).toContain("series: nets\npart: 3\n")
      expect(await messagesIn(root)).toEqual([])
    })
  })

  test("refuses a part that is taken, and a series that is not there", async () => {
    await withPosts({}, async (run) => {
      const taken = await run("new", "Third", "--series", "nets", "--part", "2")
      expect(taken.errors).toEqual([
        "Unexpected part 2, expected another: content/posts/two/index.mdx is part 2",
      ])
      const unknown = await run("new", "Third", "--series", "net")
      expect(unknown.errors[0]).toMatch(/did you mean nets\?$/)
    })
  })

  test("never takes the place of a post", async () => {
    await withPosts({}, async (run, root) => {
      const before = await read(root, "posts/one/index.mdx")
      expect((await run("new", "One")).code).toBe(1)
      expect(await read(root, "posts/one/index.mdx")).toBe(before)
    })
  })
})

test("list shows days, states and parts, newest first", async () => {
  const files = {
    ...edited("posts/one/index.mdx", "part: 1", "part: 1\ndraft: true"),
    ...edited("posts/two/index.mdx", "date: 2024-01-02", "date: 2030-01-02"),
  }
  await withPosts(files, async (run) => {
    expect((await run("list")).printed).toEqual([
      "2030-01-02  scheduled  two  nets 2  Two",
      "2024-01-01  draft      one  nets 1  One",
    ])
    expect((await run("list", "--drafts")).printed).toEqual(["2024-01-01  draft  one  nets 1  One"])
    expect((await run("list", "--scheduled")).printed).toHaveLength(1)
    expect((await run("list", "--series", "nets")).printed).toHaveLength(2)
  })
})

describe("move", () => {
  test("renames, redirects and mends every link, and nothing else", async () => {
    const files = {
      "pages/about.mdx": `---
title: About
description: Who writes.
---

[Two](/posts/two/#depth), [two](/posts/two?a=1) and \`/posts/two/\` as text, [one](/posts/one/).

[two]: /posts/two/ "Two"
`,
    }
    await withPosts(files, async (run, root) => {
      const { code, printed } = await run("move", "two", "zwei")
      expect(code).toBe(0)
      expect(printed[0]).toBe("content/posts/two → content/posts/zwei")
      expect(existsSync(join(root, "content/posts/two"))).toBe(false)
      expect(await read(root, "posts/zwei/index.mdx")).toContain("aliases: [/posts/two/]\n---\n")
      expect(await read(root, "pages/about.mdx")).toBe(
        files["pages/about.mdx"]
          .replace("(/posts/two/#depth)", "(/posts/zwei/#depth)")
          .replace("(/posts/two?a=1)", "(/posts/zwei/?a=1)")
          .replace("]: /posts/two/", "]: /posts/zwei/"),
      )
      expect(await read(root, "posts/one/index.mdx")).toContain("[depth](/posts/zwei/#depth)")
      expect(await read(root, "courses/deep.yaml")).toContain("title: Depth\n        post: zwei\n")
      expect(await read(root, "glossary.yaml")).toContain("see: [zwei, https://example.com]")
      expect(await messagesIn(root)).toEqual([])
    })
  })

  test("there and back again leaves one address and one alias", async () => {
    await withPosts({}, async (run, root) => {
      await run("move", "one", "eins")
      await run("move", "eins", "one")
      expect(await read(root, "posts/one/index.mdx")).toContain(
        "aliases: [/first/, /posts/eins/]\n",
      )
      expect(await messagesIn(root)).toEqual([])
    })
  })

  test("refuses an address that is or was another post's, and changes nothing", async () => {
    const files = edited("posts/one/index.mdx", "[/first/]", "[/posts/uno/]")
    await withPosts(files, async (run, root) => {
      expect((await run("move", "two", "one")).code).toBe(1)
      expect((await run("move", "two", "uno")).errors[0]).toContain("content/posts/one/index.mdx")
      expect(existsSync(join(root, "content/posts/two"))).toBe(true)
      expect(await messagesIn(root)).toEqual([])
    })
  })
})

describe("publish", () => {
  const draft = edited(
    "posts/two/index.mdx",
    "part: 2",
    "part: 2\n# To be read again.\ndraft: true",
  )

  test("takes the mark of a draft away and sets the day, and nothing else", async () => {
    await withPosts(draft, async (run, root) => {
      const before = await read(root, "posts/two/index.mdx")
      expect((await run("publish", "two")).code).toBe(0)
      expect(await read(root, "posts/two/index.mdx")).toBe(
        before.replace("2024-01-02", today).replace("draft: true\n", ""),
      )
    })
  })

  test("takes away the day of a change that no reader has seen", async () => {
    const changed = edited(
      "posts/two/index.mdx",
      "part: 2",
      "part: 2\nupdated: 2024-01-09\ndraft: true",
    )
    await withPosts(changed, async (run, root) => {
      expect((await run("publish", "two")).code).toBe(0)
      expect(await read(root, "posts/two/index.mdx")).not.toContain("updated")
    })
  })

  test("refuses what is public, what has problems, and a draft without its own description", async () => {
    await withPosts(draft, async (run, root) => {
      expect((await run("publish", "one")).code).toBe(1)
      const file = join(root, "content/posts/two/index.mdx")
      const text = await readFile(file, "utf8")
      await writeFile(file, text.replace("The second part.", placeholder))
      expect((await run("publish", "two")).errors[0]).toMatch(
        /^content\/posts\/two\/index\.mdx:3:14: Unexpected description of a new draft/,
      )
      await writeFile(file, `${text}\n<Nothing />\n`)
      expect((await run("publish", "two")).errors[0]).toMatch(/tag <Nothing>/)
      expect(await readFile(file, "utf8")).toContain("draft: true")
    })
  })
})

describe("share", () => {
  const env = { PREVIEW_SECRET: "secret", SITE_URL: "https://preview.example/blog/" }
  const now = Date.parse(today)

  test("makes a link that opens one post for some days", async () => {
    await withPosts(
      {},
      async (run) => {
        const { code, printed } = await run("share", "one", "--days", "2")
        expect(code).toBe(0)
        const url = new URL(printed[0] ?? "")
        expect(url.origin + url.pathname).toBe("https://preview.example/blog/posts/one/")
        const share = parseShare(url.searchParams.get("share") ?? "", "secret", now)
        expect(share).toEqual({
          scope: "preview.example/posts/one/",
          expires: now + 2 * 86_400_000,
        })
      },
      { env },
    )
  })

  test("makes one for the whole preview", async () => {
    await withPosts(
      {},
      async (run) => {
        const url = new URL((await run("share", "--all")).printed[0] ?? "")
        expect(parseShare(url.searchParams.get("share") ?? "", "secret", now)).toEqual({
          scope: "preview.example/",
          expires: now + 7 * 86_400_000,
        })
      },
      { env },
    )
  })

  test.each([{ ...env, PREVIEW_SECRET: "" }, { PREVIEW_SECRET: "secret" }])(
    "says what is missing of %j",
    async (env) => {
      await withPosts({}, async (run) => expect((await run("share", "one")).code).toBe(1), { env })
    },
  )
})

describe("due", () => {
  const live = [["/posts/one/", "One"]]
  const fetch = () => Promise.resolve(Response.json(live))

  test("names what is public by now and not on the site", async () => {
    await withPosts(
      {
        "posts/three/index.mdx": "---\ntitle: A\ndescription: B.\ndate: 2027-03-04\n---\n",
        "posts/four/index.mdx":
          "---\ntitle: A\ndescription: B.\ndate: 2027-03-03\ndraft: true\n---\n",
      },
      async (run) => {
        expect(await run("due", "https://a.example/")).toEqual({
          code: 0,
          printed: ["two"],
          errors: [],
        })
      },
      { fetch },
    )
  })

  test("says so if the site does not answer", async () => {
    await withPosts({}, async (run) => {
      expect((await run("due", "https://a.example")).code).toBe(1)
    })
  })
})
