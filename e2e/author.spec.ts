import { expect, test } from "@playwright/test"
import { ask, expectStatus } from "./author/ask"
import { createAuthor, type Author } from "./author/author"
import { address, file, id, slug, title, topic } from "./author/draft"
import { expectDrafts, plantDrafts } from "./author/drafts"
import {
  expectExpiry,
  expectNoForgery,
  expectPrivate,
  inviteGuest,
  openAll,
  openOne,
  openDraft,
  secret,
} from "./author/guest"
import { expectHealth, expectThreeParts, expectTwoParts } from "./author/reader"

// From the first push to the way back: the project's own commands, its real build, and real Git.

const branch = 'drafts/Größe&"mehr"$HOME'

let author: Author
test.beforeAll(async () => {
  author = await createAuthor()
})
test.afterAll(() => author.remove())

test("an author begins a post, shows it, publishes it, breaks it and takes it back", async ({
  browser,
}) => {
  const reader = await (await browser.newContext({ baseURL: author.live })).newPage()
  await test.step("sets up a server", setUp)
  await test.step("pushes a site that has a draft", pushDraft)
  await test.step("readers see two parts", () => expectTwoParts(author, reader))
  await test.step("a proxy finds what it needs", () => expectHealth(author))

  const preview = await test.step("pushes a branch", pushBranch)
  const guest = await inviteGuest(author, browser, preview)
  await test.step("the preview is private", () => expectPrivate(guest))
  await test.step("a guest opens the draft", () => openDraft(guest))
  await test.step("a guest opens a post beside drafts", () => openOne(guest))
  await test.step("a guest opens all", () => openAll(guest))
  await test.step("a link cannot be altered", () => expectNoForgery(guest))
  await test.step("a link expires", () => expectExpiry(guest))
  await test.step("readers still see two parts", () => expectTwoParts(author, reader))

  const day = await test.step("publishes the post", publish)
  await test.step("readers see three parts", () => expectThreeParts(author, reader, day))
  await test.step("the release is what a first build makes", expectSameAsFirstBuild)
  await test.step("breaks the post, to no harm", breakPost)
  await test.step("deletes the branch", () => deleteBranch(preview))
  await test.step("goes back, and forth", rollBack)
})

async function setUp(): Promise<void> {
  await author.clone()
  const { code, said } = await author.setUp()
  expect(code, said).toBe(0)
  expect(said).toMatch(/^Push to \S+\/repository\.git, serve with \S+\/deploy serve$/)
  author.serve({ PREVIEW_SECRET: secret })
  await expectStatus(`${author.live}/`, 503) // until something is pushed
}

/** The draft is in the main branch from the first push on. */
async function pushDraft(): Promise<void> {
  expect(await author.post(["new", title, "--series", id])).toEqual({ code: 0, said: file })
  const begun = (await author.read(file)).replace(/^date: .*/m, "date: 2024-05-01")
  await author.write(file, `${begun}## The quokka heading\n\nQuokkabody.\n`)
  const course = `content/courses/${id}.yaml`
  const last = `
      - slug: what-comes-after
        title: ${topic}
        post: ${slug}
        heading: the-quokka-heading
`
  await author.write(course, (await author.read(course)).trimEnd() + last)
  await plantDrafts(author)
  await author.commit("Begin a post")
  const { code, said } = await author.push("main")
  expect(code, said).toBe(0)
  expect(said).toContain("remote: Installing dependencies …")
  expect(said).toContain(`remote: Release 1 is at ${author.live}/`)
  await expectStatus(`${author.live}/`, 200)
}

/** @returns the address of the preview that the push names, without the slash at its end */
async function pushBranch(): Promise<string> {
  await author.git("switch", "--quiet", "--create", branch)
  await author.write(file, `${await author.read(file)}\n## Another size\n\nQuokkawords.\n`)
  await author.commit("Go on with the post")
  const { code, said } = await author.push(branch)
  expect(code, said).toBe(0)
  expect(said).not.toContain("Installing")
  const [, preview = "none"] = /^remote: Release 2 is at (\S+)\/$/m.exec(said) ?? []
  expect(preview).toContain("://drafts-grosse-mehr-home.preview.localhost:")
  expectDrafts(await author.filesOf("previews/drafts-grosse-mehr-home"))
  return preview
}

/** @returns the day of which the post is */
async function publish(): Promise<string> {
  const refused = await author.post(["publish", slug])
  expect(refused.code).toBe(1)
  expect(refused.said).toContain(`${file}:3:14: Unexpected description of a new draft`)

  const text = await author.read(file)
  await author.write(file, text.replace(/^description: .*/m, "description: How large they are."))
  const today = () => new Date().toISOString().slice(0, 10)
  const before = today()
  const { code, said } = await author.post(["publish", slug])
  expect(code, said).toBe(0)
  expect(said).toContain(`${file}: public with the next build, at ${address}`)
  const [, day = "none"] = /^date: (.*)$/m.exec(await author.read(file)) ?? []
  expect([before, today()]).toContain(day) // midnight may have passed

  await author.commit("Publish the post")
  await author.git("switch", "--quiet", "main")
  await author.git("merge", "--quiet", branch)
  const pushed = await author.push("main")
  expect(pushed.said).toContain(`remote: Release 3 is at ${author.live}/`)
  await expectStatus(author.live + address, 200)
  return day
}

/** The server has built it with all that earlier builds had left. */
async function expectSameAsFirstBuild(): Promise<void> {
  const released = await author.filesOf("live")
  const { code, said } = await author.build()
  expect(code, said).toBe(0)
  const built = await author.filesBuilt()
  const differing = [...built].filter(([name, bytes]) => !released.get(name)?.equals(bytes))
  expect(differing.map(([name]) => name)).toEqual([])
  expect(built.size).toBeGreaterThan(30)
}

async function breakPost(): Promise<void> {
  const before = await ask(author.live + address)
  await author.write(file, (await author.read(file)).replace("title:", "tilte:"))
  await author.commit("Break the post")
  const { code, said } = await author.push("main")
  expect(code).toBe(0)
  expect(said).toContain(`\nremote: | ${file}:2:1: Unexpected field tilte`)
  expect(said).toContain(`remote: Not published: ${author.live}/ stays at release 3.`)
  expect((await ask(author.live + address)).body).toBe(before.body)

  await author.git("reset", "--quiet", "--hard", "HEAD~1")
  const mended = await author.push("--force", "main")
  expect(mended.said).toContain("remote: Nothing to build: release 3 is this commit.")
}

async function deleteBranch(preview: string): Promise<void> {
  const { said } = await author.push("--delete", branch)
  expect(said).toContain("remote: The preview is gone with its branch.")
  await expectStatus(preview + address, 404)
}

async function rollBack(): Promise<void> {
  const { said } = await author.deploy("rollback")
  expect(said).toMatch(/^Release 1 \(\w{8}\) is at \S+\/ until the next push$/)
  await expectStatus(author.live + address, 404)
  expect((await author.deploy("releases")).said).toMatch(/^3 .*\n\* 1 /)
  await author.deploy("rollback", "3")
  await expectStatus(author.live + address, 200)
}
