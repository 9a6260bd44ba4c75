import { expect, test } from "@playwright/test"
import { expectStatus } from "./author/ask"
import { createAuthor, type Author } from "./author/author"

// What an author sees in the browser while files come and go: no page has to be loaded anew.

let author: Author
let site: string
test.describe.configure({ mode: "serial" }) // one development server
test.beforeAll(async () => {
  author = await createAuthor()
  await author.clone()
  const settings = await author.read("content/site.yaml")
  await author.write("content/site.yaml", `${settings}\nreaders: {}\n`)
  await author.write(`${folder}/index.mdx`, postOf("A post", "The first text."))
  site = await author.develop()
})
test.afterAll(() => author.remove())

const folder = "content/posts/flicker"

const postOf = (title: string, text: string) => `---
title: ${title}
description: It comes and goes.
date: 2026-01-05
---

${text}
`

test("open pages follow what becomes of a post, and a new one is there once it is listed", async ({
  page,
  request,
}) => {
  await expectStatus(`${site}/posts/flicker/`, 200)
  await page.goto(`${site}/posts/flicker/`)
  const text = (words: string) => page.getByRole("article").getByText(words)
  await expect(text("The first text.")).toBeVisible()

  for (let time = 1; time <= 3; time++) {
    await author.move(folder, "content/posts/elsewhere")
    await expect(page.getByRole("heading", { name: "There is no page" })).toBeVisible()
    await author.move("content/posts/elsewhere", folder)
    await expect(text("The first text.")).toBeVisible()
  }
  await author.write(`${folder}/index.mdx`, postOf("A post", "The second text."))
  await expect(text("The second text.")).toBeVisible()

  await author.write(`${folder}/index.mdx`, "---\ntitle: [\n---\n")
  await expect(page.getByText(`${folder}/index.mdx`).first()).toBeVisible()
  await author.write(`${folder}/index.mdx`, postOf("A post", "The third text."))
  await expect(text("The third text.")).toBeVisible()

  await page.goto(`${site}/posts/`)
  for (const name of ["one", "two", "three"]) {
    await author.write(`content/posts/new-${name}/index.mdx`, postOf(`New ${name}`, "New."))
    await expect(page.getByRole("link", { name: `New ${name}` })).toBeVisible()
    expect((await request.get(`${site}/posts/new-${name}/`)).status()).toBe(200)
  }
})

test("a mail to a reader is a file that the author can look at, and its links lead here", async ({
  page,
}) => {
  await expectStatus(`${site}/follow/`, 200)
  await page.goto(`${site}/follow/`)
  await page.getByLabel("E-mail address").fill("reader@example.org")
  await page.getByRole("button", { name: "Follow by mail" }).click()
  await expect(page.getByRole("heading", { name: "Look into your mail" })).toBeVisible()
  const mails = await author.list(".partwise/readers/mails")
  expect(mails.map((name) => name.replace(/.*\./, "")).sort()).toEqual(["html", "txt"])
  const text = await author.read(
    `.partwise/readers/mails/${mails.find((one) => one.endsWith("txt"))}`,
  )
  await page.goto(/http:\/\/\S+\/confirm\?token=\S+/.exec(text)?.[0] ?? "")
  await page.getByRole("button", { name: "Yes, follow" }).click()
  await expect(page.getByRole("heading", { name: "You will hear of it" })).toBeVisible()
  await page.getByRole("link", { name: "What you follow" }).click()
  await page.getByRole("button", { name: "No more of Partwise" }).click()
  await expect(page.getByText("You follow nothing")).toBeVisible()
})
