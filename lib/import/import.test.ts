import { mkdir, readFile, rm, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { zipSync } from "fflate"
import { describe, expect, test } from "vitest"
import { corpus, filesIn, importFrom, systems, useImportedCorpus } from "../testing/imported"
import { runPost } from "../testing/posts"
import { inWorkspace } from "../testing/workspace"

const imported = useImportedCorpus()

describe("the corpus", () => {
  test("is known for what it is, and of its posts nine in ten are sound after one command", () => {
    const counts = [...imported.outcomes.values()].map(({ printed }) =>
      /^(\d+) posts of (\S+)$/.exec(printed[0] ?? ""),
    )
    expect(counts.map((found) => found?.[2])).toEqual(systems)
    const all = counts.reduce((sum, found) => sum + Number(found?.[1]), 0)
    expect(all).toBeGreaterThanOrEqual(40)
    const faulty = [...imported.outcomes.values()].flatMap(({ errors }) => errors)
    // What nobody but the author can know: what a picture shows, and a component that is elsewhere.
    expect(faulty).toEqual([
      "content/posts/umbrella/index.mdx:14:1: Unexpected image without alternative text, expected ![what it shows](…), or <Decorative> around it (image-alt)",
      "content/posts/interactive/index.mdx:13:1: Unexpected <GearCalculator> from a file that is not there, expected content/components/gear-calculator.tsx (component)",
    ])
  })

  test("comes in once: a second run takes nothing, and leaves what an author has changed since", async () => {
    const changed = join(imported.root, "content/posts/tools/index.mdx")
    const before = (await readFile(changed, "utf8")).replace("Two handles", "Three handles")
    await writeFile(changed, before)
    const files = await filesIn(join(imported.root, "content"))
    for (const system of systems) {
      const { printed, errors } = await importFrom(imported.root, join(corpus, system))
      expect(printed.at(-1)).toMatch(/^\d+ posts stood here already, and stayed as they are$/)
      expect(errors).toEqual([])
    }
    expect(await filesIn(join(imported.root, "content"))).toEqual(files)
  })

  test("in a dry run is told of in the same words, and nothing is written", async () => {
    await inWorkspace({}, async (project) => {
      const before = await filesIn(project)
      for (const system of ["hugo", "markdown"]) {
        const dry = await importFrom(project, join(corpus, system), "--dry-run")
        const { printed = [], errors } = imported.outcomes.get(system) ?? {}
        expect(dry.printed).toEqual([`${printed[0]}: a dry run`, ...printed.slice(1)])
        expect(dry.errors).toEqual(errors)
      }
      expect(await filesIn(project)).toEqual(before)
    })
  })
})

describe("never", () => {
  const source = {
    "a.md": "---\ntitle: One\ndate: 2020-01-01\n---\nSome words that are new here.\n",
  }

  /** A folder with the files of another system, beside a project. */
  async function withSource(
    files: Readonly<Record<string, string>>,
    use: (root: string, source: string) => Promise<void>,
  ): Promise<void> {
    await inWorkspace({}, async (project) => {
      const folder = join(project, "..", `${project.split("/").at(-1)}-source`)
      await mkdir(folder)
      for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text)
      await use(project, folder).finally(() => rm(folder, { recursive: true }))
    })
  }

  test("is a post written over that has the slug already", () =>
    withSource({ "one.md": source["a.md"] }, async (project, folder) => {
      const before = await readFile(join(project, "content/posts/one/index.mdx"), "utf8")
      const { printed } = await importFrom(project, folder)
      expect(printed.at(-1)).toBe("1 post stood here already, and stayed as it is")
      expect(await readFile(join(project, "content/posts/one/index.mdx"), "utf8")).toBe(before)
    }))

  test("does a post come twice that has been moved here since", async () => {
    await runPost(imported.root, ["move", "night-train", "by-night"])
    const { printed } = await importFrom(imported.root, join(corpus, "wordpress"))
    expect(printed.at(-1)).toBe("3 posts stood here already, and stayed as they are")
  })

  test("is half a post left where one cannot be read", () =>
    withSource(
      { "broken.md": "---\ntitle: [\n---\nText.", "a.md": source["a.md"] },
      async (project, folder) => {
        const { code, printed } = await importFrom(project, folder)
        expect(printed).toContainEqual(
          expect.stringMatching(/^broken\.md: left out: front matter that cannot be read/),
        )
        expect({ code, last: printed.at(-1) }).toEqual({
          code: 0,
          last: "1 post came in, and the check finds no fault with it",
        })
      },
    ))

  test("does an archive write outside of its folder", () =>
    withSource({}, async (project, folder) => {
      const zip = join(folder, "posts.zip")
      await writeFile(zip, zipSync({ "../../evil.md": new TextEncoder().encode("x") }))
      const { code, errors } = await importFrom(project, zip)
      expect(code).toBe(1)
      expect(errors[0]).toMatch(/^Unexpected path \.\.\/\.\.\/evil\.md in /)
    }))

  test.each([
    [["nowhere"], 1, "Unexpected path nowhere, expected a file or a folder"],
    [["a", "b"], 2, "Expected one path: a file, a folder or an archive of posts"],
    [
      ["a", "--from", "hugoo"],
      2,
      /^Unexpected --from hugoo, expected one of hugo, .*; did you mean hugo\?$/,
    ],
  ])("is %j taken without a word", async (args, code, message) => {
    const outcome = await importFrom(imported.root, ...args)
    expect(outcome.code).toBe(code)
    expect(outcome.errors[0]).toMatch(message)
  })
})

test("an archive comes in as its folder does", () =>
  inWorkspace({}, async (project) => {
    const files = await filesIn(join(corpus, "substack"))
    const entries = [...files].map(
      ([path, data]) =>
        [path.slice(join(corpus, "substack").length + 1), Buffer.from(data, "base64")] as const,
    )
    const zip = join(project, "export.zip")
    await writeFile(zip, zipSync(Object.fromEntries(entries)))
    const { printed } = await importFrom(project, zip)
    expect(printed).toEqual(imported.outcomes.get("substack")?.printed)
  }))

test("one post of a site comes in alone, and its links lead to the others", () =>
  inWorkspace({}, async (project) => {
    const { printed } = await importFrom(
      project,
      join(corpus, "hugo/content/posts/second-firing.md"),
    )
    expect(printed[0]).toBe("1 post of hugo")
    const text = await readFile(join(project, "content/posts/firing-with-glaze/index.mdx"), "utf8")
    expect(text).toContain("[the first firing](/posts/first-firing/)")
    expect(text).not.toContain("series:")
  }))

test("images that only the former host has are fetched; one that it does not give stays there", () =>
  inWorkspace({}, async (project) => {
    const png = await readFile(join(corpus, "hugo/static/images/shelf.png"))
    const fetch = (url: string) =>
      url.includes("medium.com")
        ? Promise.resolve(new Response(png, { headers: { "content-type": "image/png" } }))
        : Promise.resolve(new Response("", { status: 404 }))
    await runPost(project, ["import", join(corpus, "medium")], { fetch })
    const map = join(project, "content/posts/how-to-read-a-map")
    expect(await readFile(join(map, "index.mdx"), "utf8")).toContain("![A map of nowhere](1.png)")
    expect(png.equals(await readFile(join(map, "1.png")))).toBe(true)

    const { printed } = await runPost(project, ["import", join(corpus, "substack")], { fetch })
    expect(printed).toContain(
      "  not carried: the image https://substackcdn.com/image/a.png: its host did not give it, and it stays there",
    )
  }))
