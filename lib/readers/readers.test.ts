import { createServer, type Server } from "node:http"
import { mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises"
import type { AddressInfo } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, beforeEach, expect, test, vi } from "vitest"
import type { Publications } from "../model/publications"
import { openMailbox } from "../testing/mailbox"
import { runReaders } from "./command"
import { createListener } from "./listener"
import { openReaders, type Readers } from "./readers"

// The whole of the service, over HTTP and SMTP, with a database on the disk.

const origin = "https://blog.example"
const site = (...posts: readonly Partial<Publications["posts"][number]>[]): Publications => ({
  name: "A site & more",
  url: origin,
  language: "en",
  sender: "author@blog.example",
  series: [{ id: "light", title: "On <light>", planned: [2] }],
  posts: [{ slug: "one", part: 1 }, ...posts].map((post) => ({
    slug: "",
    former: [],
    title: `The title of ${post.slug}`,
    description: "What it is about.",
    series: "light",
    ...post,
  })),
})

let folder: string
let readers: Readers
let server: Server
let mailbox: Awaited<ReturnType<typeof openMailbox>>
let said: string[]

const database = () => join(folder, "data/readers.db")
/** In one step, as a release comes. */
async function publish(publications: Publications): Promise<void> {
  await writeFile(join(folder, "fresh.json"), JSON.stringify(publications))
  await rename(join(folder, "fresh.json"), join(folder, "readers.json"))
}
const open = (options: Partial<Parameters<typeof openReaders>[0]> = {}) => {
  readers = openReaders({
    dist: folder,
    where: database(),
    smtp: mailbox.url,
    tell: (line) => said.push(line),
    delay: 0,
    interval: 10,
    ...options,
  })
}

beforeEach(async () => {
  said = []
  folder = await mkdtemp(join(tmpdir(), "partwise-"))
  await publish(site())
  mailbox = await openMailbox()
  open()
  const answer = createListener({ answer: (question) => readers.answer(question) })
  server = createServer((request, response) => void answer(request, response))
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done))
})
afterEach(async () => {
  await new Promise((done) => {
    server.close(done)
    server.closeAllConnections()
  })
  await readers.close()
  await mailbox.close()
  await rm(folder, { recursive: true })
})

const addressOf = (path: string) =>
  `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/readers/${path}`
const get = (path: string) => fetch(addressOf(path), { redirect: "manual" })
const post = (path: string, fields: Record<string, string> = {}, headers = {}) =>
  fetch(addressOf(path), {
    method: "POST",
    body: new URLSearchParams(fields),
    headers: { Origin: origin, ...headers },
    redirect: "manual",
  })
const ask = (address: string, subject = "series:light", headers = {}) =>
  post("follow", { address, subject, website: "" }, headers)

/** Waits for so many mails in all. */
const mailsAfter = (count: number) =>
  vi.waitFor(() => {
    expect(mailbox.mails.length).toBeGreaterThanOrEqual(count)
    return mailbox.mails
  }, 30_000)
/** What stands in a link of the last mail behind `/api/readers/`. */
const linkIn = (text: string, action: string) =>
  new RegExp(`/api/readers/(${action}\\?token=[\\w.-]+)`).exec(text)?.[1] ?? ""
const follow = async (address: string, subject?: string) => {
  const before = mailbox.mails.length
  await ask(address, subject)
  await mailsAfter(before + 1)
  const text = mailbox.mails.at(-1)?.mail.text ?? ""
  expect((await post(linkIn(text, "confirm"))).status).toBe(200)
}

test("a reader follows, is told once, ends it by one click, and is forgotten", async () => {
  const asked = await ask("Ann@example.org")
  expect(asked.status).toBe(303)
  expect(asked.headers.get("location")).toBe("asked")
  expect(await (await get("asked")).text()).toContain("Look into your mail")

  const [first] = await mailsAfter(1)
  expect(first?.to).toEqual(["Ann@example.org"])
  expect(first?.mail.from?.text).toBe('"A site & more" <author@blog.example>')
  expect(first?.mail.subject).toBe("Follow On <light>?")
  expect(first?.mail.html).toContain("On &lt;light&gt;")
  const confirm = linkIn(first?.mail.text ?? "", "confirm")
  for (let scans = 0; scans < 3; scans++) {
    expect(await (await get(confirm)).text()).toContain("Yes, follow")
  }
  await publish(site({ slug: "two", part: 2 }))
  await vi.waitFor(() => expect(said.join()).toContain("two"), 30_000)
  expect(await (await post(confirm)).text()).toContain("You will hear of it")

  // What was there when it was confirmed is no news.
  await publish(site({ slug: "two", part: 2 }, { slug: "three", part: 3 }))
  const [, told] = await mailsAfter(2)
  expect(told?.mail.subject).toBe("The title of three")
  expect(told?.mail.text).toContain(`${origin}/posts/three/`)
  const headers = told?.mail.headers
  expect(headers?.get("list")).toMatchObject({
    unsubscribe: { url: expect.stringContaining(`${origin}/api/readers/stop?token=`) as string },
    id: { name: "light.blog.example" },
  })
  const lines = told?.mail.headerLines ?? []
  expect(lines.find(({ key }) => key === "list-unsubscribe-post")?.line).toBe(
    "List-Unsubscribe-Post: List-Unsubscribe=One-Click",
  )
  expect(`${told?.mail.html}`).not.toMatch(/<img|src=|url\(/)

  const stop = linkIn(
    lines
      .map(({ line }) => line)
      .join("")
      .replaceAll(/\r?\n\s*/g, ""),
    "stop",
  )
  expect(await (await get(stop)).text()).toContain("Send no more mail?")
  // A mail program has no page that it comes from.
  const oneClick = await fetch(addressOf(stop), {
    method: "POST",
    body: "List-Unsubscribe=One-Click",
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
  })
  expect(oneClick.status).toBe(200)
  await publish(site({ slug: "two", part: 2 }, { slug: "three", part: 3 }, { slug: "four" }))
  await vi.waitFor(() => expect(said.join()).toContain("four"), 30_000)

  const manage = linkIn(told?.mail.text ?? "", "follows")
  expect(await (await get(manage)).text()).toContain("You follow nothing")
  const kept = (await (await get(manage.replace("follows", "export"))).json()) as object
  expect(kept).toMatchObject({ address: "Ann@example.org", follows: [] })
  expect(await (await post(manage, { do: "forget" })).text()).toContain("You are forgotten")
  expect(await (await get(manage.replace("follows", "export"))).text()).toContain("leads nowhere")
  expect(mailbox.mails).toHaveLength(2)
})

test("what is no address, no subject, of another site, by a program, or too often sends nothing", async () => {
  expect((await ask("ann@example.org\r\nBcc: bob@example.org")).status).toBe(400)
  expect((await ask("ann@example.org", "series:dark")).status).toBe(400)
  expect(
    (await ask("ann@example.org", "everything", { Origin: "https://evil.example" })).status,
  ).toBe(404)
  expect((await ask("ann@example.org", "everything", { Origin: "null" })).status).toBe(404)
  const filled = { address: "ann@example.org", subject: "everything", website: "https://a.example" }
  expect((await post("follow", filled)).status).toBe(303)
  expect((await post("follow", { address: "a".repeat(20_000) })).status).toBe(413)
  for (const path of [
    "confirm",
    "follows",
    "stop",
    "export",
    "confirm?token=a.b",
    "toString",
    "",
  ]) {
    expect((await get(path)).status, path).toBe(404)
    expect((await post(path)).status, path).toBe(404)
  }
  expect((await fetch(addressOf("follow"), { method: "DELETE" })).status).toBe(405)
  const statuses: number[] = []
  for (let i = 0; i < 15; i++) statuses.push((await ask("nobody")).status)
  expect(statuses[0]).toBe(400)
  expect(statuses.at(-1)).toBe(429)
  // Another household is not shut out.
  const other = await ask("bob@example.org", "everything", { "X-Forwarded-For": "203.0.113.9" })
  expect(other.status).toBe(303)
  const [mail] = await mailsAfter(1)
  expect(mail?.to).toEqual(["bob@example.org"])
  expect(mailbox.mails).toHaveLength(1)
})

test("an address that the receiver does not know gets nothing more; a receiver that is busy is asked again", async () => {
  await follow("gone@example.org")
  await follow("busy@example.org")
  await readers.close()
  await mailbox.close()
  const refuse = (text: string, code: number) =>
    Object.assign(new Error(text), { responseCode: code })
  mailbox = await openMailbox({
    onRcptTo({ address }, _, done) {
      if (address.startsWith("gone")) done(refuse("No such user", 550))
      else if (address.startsWith("busy")) done(refuse("Later", 451))
      else done()
    },
  })
  open()
  await publish(site({ slug: "two" }))
  const lines: string[] = []
  await vi.waitFor(async () => {
    lines.length = 0
    await runReaders(["queue"], database(), (line) => lines.push(line))
    expect(lines.join()).toMatch(/^two {2}0 sent, 1 waiting, from \S+, 0 held, 1 failed$/)
  }, 30_000)
  await runReaders(["export", "gone@example.org"], database(), (line) => lines.push(line))
  expect(lines.at(-1)).toMatch(/"stopped": "20/)
})

test("a mail server that is away loses nothing", async () => {
  await mailbox.close()
  expect((await ask("ann@example.org")).status).toBe(303)
  const { db, close } = await (await import("./database")).openDatabase(database())
  await vi.waitFor(async () => {
    const { answer } = await db.selectFrom("mail").select("answer").executeTakeFirstOrThrow()
    expect(answer).toMatch(/ECONNREFUSED/)
  }, 30_000)
  await db.updateTable("mail").set({ due: 0 }).execute() // the wait is over
  await close()
  await readers.close()
  mailbox = await openMailbox()
  open()
  const [mail] = await mailsAfter(1)
  expect(mail?.to).toEqual(["ann@example.org"])
})

test("an author holds mails back, copies the database and puts a copy in its place: nothing is sent twice", async () => {
  await follow("ann@example.org")
  await readers.close()
  open({ delay: 3_600_000 })
  await publish(site({ slug: "two" }))
  await vi.waitFor(() => expect(said.join()).toContain("told of two"), 30_000)
  const copy = join(folder, "copies/readers.db")
  const run = async (...args: string[]) => {
    const lines: string[] = []
    expect(await runReaders(args, database(), (line) => lines.push(line)), args.join(" ")).toBe(
      true,
    )
    return lines.join("\n")
  }
  expect(await run("hold", "two")).toBe("1 mail about two held")
  expect(await run("queue")).toBe("two  0 sent, 0 waiting, 1 held, 0 failed")
  await run("backup", copy)
  expect(await run("release", "two")).toBe("1 mail about two let go")
  expect(await run("numbers")).toBe("series:light  1")
  await readers.close()
  // It is sent, and another is published, after the copy was made.
  expect(await run("restore", copy)).toContain("1 mail that waited in it will not be sent")
  await publish(site({ slug: "two" }, { slug: "three" }))
  open()
  await vi.waitFor(async () => expect(await (await get("asked")).text()).toContain("mail"), 30_000)
  await publish(site({ slug: "two" }, { slug: "three" }, { slug: "four" }))
  const [, mail] = await mailsAfter(2)
  expect(mail?.mail.subject).toBe("The title of four")
  expect(mailbox.mails).toHaveLength(2)
  expect(await runReaders(["hold"], database(), () => {})).toBeUndefined()
  expect(await runReaders(["forget", "no@example.org"], database(), () => {})).toBe(false)
})

test("a site without the service has no such addresses, and no database", async () => {
  await readers.close()
  await rm(join(folder, "readers.json"))
  await rm(join(folder, "data"), { recursive: true, force: true })
  await mkdir(join(folder, "empty"))
  open()
  expect((await ask("ann@example.org")).status).toBe(404)
  await expect(import("node:fs/promises").then(({ stat }) => stat(database()))).rejects.toThrow()
})

test("a database that cannot be opened is a fault that a reader is told of, and tried again", async () => {
  await readers.close()
  await rm(join(folder, "data"), { recursive: true, force: true })
  await writeFile(join(folder, "data"), "in the way")
  open()
  expect((await ask("ann@example.org")).status).toBe(503)
  await rm(join(folder, "data"))
  expect((await ask("ann@example.org")).status).toBe(303)
  await readers.close()
})
