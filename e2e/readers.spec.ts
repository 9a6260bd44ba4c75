import { expect, test, type Page } from "@playwright/test"
import { ask, expectStatus } from "./author/ask"
import { createAuthor, type Author } from "./author/author"
import { address, file, id, seriesAddress, title, word } from "./author/draft"
import { openMailbox, type Mailbox } from "./author/mailbox"

// A reader without an account, and the author who publishes by a push: real mail, real Git, no script.

let author: Author
let mailbox: Mailbox
let reader: Page

test.beforeAll(async ({ browser }) => {
  author = await createAuthor()
  mailbox = await openMailbox()
  const context = await browser.newContext({ baseURL: author.live, javaScriptEnabled: false })
  reader = await context.newPage()
})
test.afterAll(async () => {
  await author.remove()
  await mailbox.close()
})

test("a reader follows a series, hears of the part that is published, and is forgotten", async () => {
  await test.step("the author turns it on, and pushes", turnOn)
  await test.step("a form asks for an address", follow)
  const manage = await test.step("a link in a mail asks once more", confirm)
  await test.step("a draft is told of nowhere", pushDraft)
  const told = await test.step("what is published is told of once", publish)
  await test.step("a mail program ends it by one click", () => unsubscribe(told))
  await test.step("all that is kept is shown, and goes", () => forget(manage))
})

const plan = `  - part: 3\n    title: ${title}\n`

async function turnOn(): Promise<void> {
  await author.clone()
  const settings = await author.read("content/site.yaml")
  await author.write("content/site.yaml", `${settings}\nreaders: {}\n`)
  const series = await author.read(`content/series/${id}.yaml`)
  await author.write(
    `content/series/${id}.yaml`,
    `${series}planned:\n${plan.replace(title, "A third part")}`,
  )
  expect((await author.setUp()).code).toBe(0)
  author.serve({ SMTP_URL: mailbox.url, READERS_DELAY: "0" })
  await author.commit("Let readers follow")
  const { code, said } = await author.push("main")
  expect(code, said).toBe(0)
  await expectStatus(`${author.live}/readers.json`, 200)
}

async function follow(): Promise<void> {
  const page = await reader.goto(seriesAddress)
  expect(page?.headers()["content-security-policy"]).toContain("form-action 'self'")
  await expect(reader.getByRole("button", { name: "Tell me when Part 3 is there" })).toBeVisible()
  const form = reader.locator("form").filter({ hasText: "Follow by mail" })
  await form.getByLabel("E-mail address").fill("reader+parts@example.org")
  await form.getByRole("button", { name: "Follow by mail" }).click()
  await expect(reader.getByRole("heading", { name: "Look into your mail" })).toBeVisible()
  await expect.poll(() => mailbox.mails.length).toBe(1)
}

const linkIn = (text = "", action: string) =>
  new RegExp(`http://\\S+/api/readers/${action}\\?token=[\\w.-]+`).exec(text)?.[0] ?? ""

async function confirm(): Promise<string> {
  const link = linkIn(mailbox.mails[0]?.text, "confirm")
  expect((await ask(link)).status).toBe(200) // a program that looks through mail
  await reader.goto(link)
  await expect(reader.getByRole("heading", { name: /^Follow / })).toBeVisible()
  await reader.getByRole("button", { name: "Yes, follow" }).click()
  await expect(reader.getByRole("heading", { name: "You will hear of it" })).toBeVisible()
  await reader.getByRole("link", { name: "What you follow" }).click()
  await expect(reader.getByText("reader+parts@example.org")).toBeVisible()
  return reader.url()
}

const post = (isDraft: boolean) =>
  [
    "---",
    `title: "${title}"`,
    "description: What comes after the two parts, in a post of its own.",
    `date: ${new Date().toISOString().slice(0, 10)}`,
    `series: ${id}`,
    "part: 3",
    `draft: ${isDraft}`,
    "---",
    "",
    "Words of the third part.",
    "",
  ].join("\n")

async function pushDraft(): Promise<void> {
  await author.write(file, post(true))
  await author.commit("Begin the third part")
  const { code, said } = await author.push("main")
  expect(code, said).toBe(0)
  expect((await ask(`${author.live}/readers.json`)).body).not.toMatch(word)
}

async function publish(): Promise<string> {
  await author.write(file, post(false))
  await author.commit("Publish the third part")
  const { code, said } = await author.push("main")
  expect(code, said).toBe(0)
  // The draft was told of nowhere: else there would be one more.
  await expect.poll(() => mailbox.mails.length).toBe(2)
  const [, mail] = mailbox.mails
  expect(mail?.subject).toBe(title)
  expect(mail?.text).toContain(`${author.live}${address}`)
  const queue = await author.deploy("readers", "queue")
  expect(queue.said).toMatch(/1 sent, 0 waiting, 0 held, 0 failed/)
  return linkIn(
    mail?.headerLines.map(({ line }) => line.replaceAll(/\r?\n\s+/g, " ")).join("\n"),
    "stop",
  )
}

async function unsubscribe(link: string): Promise<void> {
  await reader.goto(link)
  await expect(reader.getByRole("heading", { name: "Send no more mail?" })).toBeVisible()
  expect((await author.deploy("readers", "numbers")).said).toContain(`series:${id}  1`)
  await reader.getByRole("button", { name: "Send no more mail" }).click()
  await expect(reader.getByRole("heading", { name: "No more mail is sent" })).toBeVisible()
  expect((await author.deploy("readers", "numbers")).said).toBe("Nobody follows anything yet.")
}

async function forget(manage: string): Promise<void> {
  await reader.goto(manage)
  await expect(reader.getByText("You follow nothing")).toBeVisible()
  await reader.getByRole("button", { name: "Forget me" }).click()
  await expect(reader.getByRole("heading", { name: "You are forgotten" })).toBeVisible()
  expect((await author.deploy("readers", "export", "reader+parts@example.org")).said).toBe(
    "Nothing is known of reader+parts@example.org.",
  )
}
