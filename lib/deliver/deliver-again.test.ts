import { stat, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { afterEach, beforeEach, expect, test } from "vitest"
import { createWorkshop, type MadeUp } from "../testing/build"
import { nextPage } from "../testing/pages"

let workshop: Awaited<ReturnType<typeof createWorkshop>>
beforeEach(async () => {
  workshop = await createWorkshop()
})
afterEach(() => workshop.remove())

/** A build whose one stylesheet has a name of its own. */
const version = (name: string): MadeUp => ({
  pages: { "/": nextPage({ title: name, style: name }) },
  assets: { [`chunks/${name}.css`]: `/* ${name} */`, [`media/${name}.woff2`]: name },
  files: { [`enhance/enhance-${name}.js`]: name, [`${name}.txt`]: name },
})

/** All of the finished site, by its files. */
async function contents(of = workshop) {
  const files = await of.files()
  return Promise.all(files.map(async (file) => [file, (await of.read(file)).toString("base64")]))
}

const styles = async () =>
  (await workshop.files()).filter((file) => file.startsWith("_next/static/chunks/"))

const forms = (path: string) => [path, `${path}.br`, `${path}.gz`]

test("hashed files stay for one more build, and no longer", async () => {
  await workshop.deliver(version("one"))
  await workshop.deliver(version("two"))
  expect(await styles()).toEqual(
    ["one", "two"].flatMap((name) => forms(`_next/static/chunks/${name}.css`)),
  )
  expect(await workshop.files()).toContain("_next/static/media/one.woff2")
  expect(await workshop.files()).toContain("enhance/enhance-one.js.br")
  expect(await workshop.files()).not.toContain("one.txt")
  const { files } = await workshop.manifest()
  expect(files["/_next/static/chunks/one.css"]).toMatchObject({ former: true, immutable: true })
  expect(files["/_next/static/chunks/two.css"]).not.toHaveProperty("former")

  await workshop.deliver(version("three"))
  expect(await styles()).toEqual(
    ["three", "two"].flatMap((name) => forms(`_next/static/chunks/${name}.css`)),
  )
  expect(await workshop.files()).not.toContain("enhance/enhance-one.js")
})

test("what has not changed is linked from the last build, and all is as a first build writes it", async () => {
  const titled = (title: string, code = "code"): MadeUp => ({
    pages: { "/": nextPage({ title }), "/about": nextPage({ title: "About" }) },
    files: { "long.txt": "long ".repeat(100) },
    code,
  })
  const inodeOf = async (path: string) => (await stat(join(workshop.dist, path))).ino
  const paths = ["about/index.html", "about/index.html.br", "long.txt.gz", "index.html"]
  await workshop.deliver(titled("First"))
  const [about, br, text, home] = await Promise.all(paths.map(inodeOf))
  await workshop.deliver(titled("Second"))
  const after = await Promise.all(paths.map(inodeOf))
  expect(after.slice(0, 3)).toEqual([about, br, text])
  expect(after[3]).not.toBe(home)

  const other = await createWorkshop()
  await other.deliver(titled("Second"))
  expect(await contents()).toEqual(await contents(other))

  await writeFile(join(workshop.dist, "about/index.html.br"), "torn")
  await workshop.deliver(titled("Second"))
  expect(await contents()).toEqual(await contents(other))
  await other.remove()

  const linked = await inodeOf("about/index.html")
  await workshop.deliver(titled("Second", "other code"))
  expect(await inodeOf("about/index.html")).not.toBe(linked)
})

test("an image that a build no longer has is gone at once", async () => {
  await workshop.deliver({ files: { "images/a-1-480.avif": "a", "images/b-2-480.avif": "b" } })
  const { files } = await workshop.manifest()
  expect(files["/images/a-1-480.avif"]).toMatchObject({ type: "image/avif", immutable: true })
  await workshop.deliver({ files: { "images/b-2-480.avif": "b" } })
  expect((await workshop.files()).filter((file) => file.startsWith("images/"))).toEqual([
    "images/b-2-480.avif",
  ])
})

test("a file that a later build has again is not a former one", async () => {
  await workshop.deliver(version("one"))
  await workshop.deliver(version("two"))
  await workshop.deliver(version("one"))
  await workshop.deliver(version("two"))
  expect(await styles()).toHaveLength(6)
})

test("the same build again is the same, byte by byte", async () => {
  const build = {
    ...version("one"),
    pages: Object.fromEntries(
      ["/", "/b", "/a", "/c"].map((path) => [path, nextPage({ title: path })]),
    ),
  }
  await workshop.deliver(build)
  const first = await contents()
  await workshop.deliver(build)
  expect(await contents()).toEqual(first)
})

test.each([
  ["a page", { pages: { "/": nextPage({ title: "Other" }) } }],
  ["a redirect", { settings: { redirects: [{ from: "/b/", to: "/" }] } }],
  ["the address", { settings: { url: "http://example.org" } }],
  ["a running route", { running: ["/api"] }],
])("%s that changes makes another version", async (_name, change) => {
  await workshop.deliver(version("one"))
  const { version: first } = await workshop.manifest()
  await workshop.deliver({ ...version("one"), ...change })
  expect((await workshop.manifest()).version).not.toBe(first)
})

const fine = Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`/fine/${i}`, nextPage()]))

test.each([
  [
    "of unknown shape",
    { pages: { ...fine, "/posts/b": nextPage({ head: "<script>c()</script>" }) } },
    "/posts/b/: Unexpected script c(), expected Next.js's own or one of ours (Next.js 16.4.5)",
  ],
  [
    "with another status",
    { routes: { "/gone": { status: 404, type: "text/html", content: nextPage() } } },
    "/gone: Unexpected status 404, expected 200",
  ],
  [
    "that is the 404 page",
    { notFound: "" },
    "/404.html: Unexpected HTML, expected a body, and a head that begins with charset (Next.js 16.4.5)",
  ],
])(
  "a page %s fails with its address, and the old site stays as it was",
  async (_name, change, message) => {
    await workshop.deliver(version("one"))
    const before = await contents()
    await expect(workshop.deliver({ ...version("two"), ...change })).rejects.toThrow(message)
    expect(await contents()).toEqual(before)

    await workshop.deliver(version("two"))
    expect(await workshop.files()).not.toContain("fine/0/index.html")
  },
)

test("a site that was never finished is no reason to fail", async () => {
  await workshop.deliver(version("one"))
  await workshop.write(join(workshop.dist, ".site.json"), '{"files":')
  await workshop.deliver(version("two"))
  expect(await styles()).toEqual(forms("_next/static/chunks/two.css"))
})
