import { expect, test } from "vitest"
import { edited } from "../../testing/workspace"
import { withPosts } from "../../testing/posts"

const broken = edited("posts/one/index.mdx", "See [depth]", "\tSee <Nothing /> [depth]")

test("shows the line of a problem, with a mark below its place", async () => {
  await withPosts(broken, async (run) => {
    const { code, errors } = await run("check")
    expect(code).toBe(1)
    expect(errors[0]).toMatch(/^content\/posts\/one\/index\.mdx:12:\d+: Unexpected tag <Nothing>/)
    const [, line = "", mark = ""] = errors[0]?.split("\n") ?? []
    expect(line).toMatch(/^12 \| {2}See <Nothing \/> \[depth\]/)
    expect(line.indexOf("<Nothing")).toBe(mark.indexOf("^"))
    expect(errors.at(-1)).toBe("1 problem in 1 file")
  })
})

test("the mark is below its place where signs are wider than others, or none", async () => {
  const files = edited("posts/one/index.mdx", "See [depth]", "注意 👍🏽 e\u0301 <Nothing /> [depth]")
  await withPosts(files, async (run) => {
    const { errors } = await run("check")
    expect(errors[0]).toMatch(/^content\/posts\/one\/index\.mdx:12:12: Unexpected tag <Nothing>/)
    expect(errors[0]?.split("\n")[2]).toBe(`   | ${" ".repeat("注注意意 👍 é ".length)}^`)
  })
})

test("of an image there is no line to show", async () => {
  await withPosts(
    { "posts/one/net.png": Buffer.from([0x89, 0x50, 0x4e, 0x47, 0]) },
    async (run) => {
      const { errors } = await run("check")
      expect(errors[0]).toMatch(
        /^content\/posts\/one\/net\.png:1:1: Unexpected .* \(image-broken\)$/,
      )
    },
  )
})

test("only of the files that were asked for", async () => {
  await withPosts(broken, async (run) => {
    expect((await run("check", "content/posts/two/index.mdx")).code).toBe(0)
    expect((await run("check", "content/posts/one")).code).toBe(1)
  })
})

test("tells editors in JSON, and GitHub beside the line", async () => {
  await withPosts(broken, async (run) => {
    const [problem] = JSON.parse((await run("check", "--json")).printed.join("\n")) as object[]
    expect(problem).toMatchObject({
      file: "content/posts/one/index.mdx",
      line: 12,
      severity: "error",
      rule: "tag-unknown",
    })
  })
  await withPosts(
    broken,
    async (run) => {
      expect((await run("check")).printed[0]).toMatch(
        /^::error file=content\/posts\/one\/index\.mdx,line=12,col=\d+,title=tag-unknown::Unexpected tag/,
      )
    },
    { env: { GITHUB_ACTIONS: "true" } },
  )
})

const vague = edited(
  "posts/two/index.mdx",
  "Text.",
  "{/* partwise-disable-next-line link-text */}\nSee [here](/about/).\n",
)

test("a warning is turned off for a line, or for the site", async () => {
  await withPosts(edited("posts/two/index.mdx", "Text.", "See [here](/about/)."), async (run) => {
    expect((await run("check")).errors.at(-1)).toBe("1 warning in 1 file")
  })
  await withPosts(vague, async (run) => {
    expect((await run("check")).errors).toEqual(["No problem in the content"])
  })
  const off = edited("site.yaml", "language:", "disabledRules: [link-text]\nlanguage:")
  await withPosts(
    { ...off, ...edited("posts/two/index.mdx", "Text.", "See [here](/about/).") },
    async (run) => {
      expect((await run("check")).errors).toEqual(["No problem in the content"])
    },
  )
})

test("says why a rule is there", async () => {
  await withPosts({}, async (run) => {
    expect((await run("rules", "link-text")).printed.join()).toMatch(
      /^link-text, a warning\n {2}\w/,
    )
    expect((await run("rules")).printed.length).toBeGreaterThan(60)
    const { code, errors } = await run("rules", "link-txt")
    expect(code).toBe(1)
    expect(errors[0]).toMatch(/^Unexpected rule link-txt, .*did you mean link-text\?$/)
  })
})
