import { expect, test } from "@playwright/test"
import { expectStatus } from "./author/ask"
import { createAuthor, type Author } from "./author/author"

// What an author sees in the browser while files come and go: no page has to be loaded anew.

let author: Author
test.beforeAll(async () => {
  author = await createAuthor()
  await author.clone()
})
test.afterAll(() => author.remove())

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
  const folder = "content/posts/flicker"
  await author.write(`${folder}/index.mdx`, postOf("A post", "The first text."))
  const site = await author.develop()
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
