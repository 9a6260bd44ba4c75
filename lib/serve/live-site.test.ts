import { rm } from "node:fs/promises"
import { join } from "node:path"
import { afterEach, beforeEach, expect, test, vi } from "vitest"
import { openSite, refuseUnlisted } from "./live-site"
import { createWorkshop, type MadeUp } from "../testing/build"
import { nextPage } from "../testing/pages"

let workshop: Awaited<ReturnType<typeof createWorkshop>>
beforeEach(async () => {
  workshop = await createWorkshop()
})
afterEach(() => workshop.remove())

const build = (title: string): MadeUp => ({
  pages: { "/": nextPage({ title }) },
  // As large as in any other build, so that only its content tells one from the other.
  files: { "large.bin": Buffer.alloc(600_000, title) },
})

const manifest = () => join(workshop.dist, ".site.json")

test("a site that is not there is an error that says where it should be", async () => {
  await expect(openSite(workshop.dist)).rejects.toThrow(
    `Unexpected absence of a finished site in ${workshop.dist}, expected it in ${manifest()}`,
  )
})

test.each(["", "{", "null", "[]", "{}", '{"files":{}}', "\0"])(
  "a manifest that is %j is no site either",
  async (content) => {
    await workshop.deliver()
    await workshop.write(manifest(), content)
    await expect(openSite(workshop.dist)).rejects.toThrow("Unexpected absence of a finished site")
  },
)

test("a file is read as the manifest describes it, small or large", async () => {
  await workshop.deliver(build("one"))
  const site = await openSite(workshop.dist)
  const { files } = site.manifest()
  const [page, large] = [files["/"], files["/large.bin"]]
  if (!page || !large) throw new Error("Unexpected absence of files")

  expect(await site.read(page, "identity")).toEqual(await workshop.read("index.html"))
  expect(await site.read(page, "br")).toEqual(await workshop.read("index.html.br"))
  expect(await site.read(large, "br")).toBeUndefined()
  const content = await site.read(large, "identity")
  if (!content || Buffer.isBuffer(content)) throw new Error("Unexpected content in memory")
  expect((await content.stat()).size).toBe(600_000)
  await content.close()
  site.close()
})

test.each(["/", "/large.bin"])(
  "once there is a new build, %s of the old one is no more, and the new one is in force",
  async (address) => {
    await workshop.deliver(build("one"))
    const site = await openSite(workshop.dist)
    const old = site.manifest()
    await workshop.deliver(build("two"))
    const file = old.files[address]
    if (!file) throw new Error("Unexpected absence of a file")

    expect(await site.read(file, "identity")).toBeUndefined()
    expect(site.manifest()).toEqual(await workshop.manifest())
    site.close()
  },
)

test("a new build is found without being asked for", async () => {
  await workshop.deliver(build("one"))
  const site = await openSite(workshop.dist)
  await workshop.deliver(build("two"))
  await expect.poll(() => site.manifest()).toEqual(await workshop.manifest())
  site.close()
})

test("a file that is damaged on the disk is not read", async () => {
  await workshop.deliver(build("one"))
  await workshop.write(join(workshop.dist, "index.html"), "something else")
  const site = await openSite(workshop.dist)
  const page = site.manifest().files["/"]
  if (!page) throw new Error("Unexpected absence of a page")
  expect(await site.read(page, "identity")).toBeUndefined()
  site.close()
})

test("while there is no site, or a broken one, the last one stays in force", async () => {
  await workshop.deliver(build("one"))
  const site = await openSite(workshop.dist)
  const old = site.manifest()
  const page = old.files["/"]
  if (!page) throw new Error("Unexpected absence of a page")

  await workshop.write(manifest(), '{"files":')
  await rm(join(workshop.dist, "index.html"))
  expect(await site.read(page, "identity")).toBeUndefined()
  expect(site.manifest()).toBe(old)

  await workshop.deliver(build("two"))
  expect(await site.read(page, "identity")).toBeUndefined()
  expect(site.manifest()).toEqual(await workshop.manifest())
  site.close()
})

const preview: MadeUp = { ...build("drafts"), settings: { unlisted: true } }
const words = "Unexpected preview with drafts in it, expected a site built for production"

test("a preview is not opened for readers", async () => {
  await workshop.deliver(preview)
  const opening = openSite(workshop.dist, { refuse: refuseUnlisted })
  await expect(opening).rejects.toThrow(`${workshop.dist}: ${words}`)
})

test("a preview that is built where readers are served from is not taken up; the next site is", async () => {
  const said = vi.spyOn(console, "error").mockImplementation(() => undefined)
  await workshop.deliver(build("one"))
  const site = await openSite(workshop.dist, { refuse: refuseUnlisted })
  const old = site.manifest()
  await workshop.deliver(preview)
  await expect
    .poll(() => said.mock.calls.flat())
    .toEqual([`${workshop.dist}: ${words}; what is in memory of the one before is served on`])
  said.mockRestore()
  expect(site.manifest()).toBe(old)
  expect(await site.isThere()).toBe(false)

  await workshop.deliver(build("two"))
  await expect.poll(() => site.manifest()).toEqual(await workshop.manifest())
  expect(await site.isThere()).toBe(true)
  site.close()
})
