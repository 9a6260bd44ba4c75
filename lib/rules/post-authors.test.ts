import { expect, test } from "vitest"
import { found } from "../testing/found"
import { edited, messagesWith, postWith } from "../testing/workspace"

const site = (authors: string) =>
  edited("site.yaml", "language: en-GB\n", `language: en-GB\nauthors:\n${authors}`)
const ada = "  - id: ada\n    name: Ada\n    orcid: 0000-0002-1825-0097\n"

test("a post is by those that the site knows", async () => {
  const own = postWith("authors: [ada]")
  expect(await messagesWith({ ...site(ada), ...own })).toEqual([])
  expect(await messagesWith({ ...site(ada), ...postWith("authors: [adda]") })).toEqual([
    found("content/posts/own/index.mdx:5:11", "author-unknown", "adda", "did you mean ada?"),
  ])
  expect(await messagesWith(own)).toEqual([
    found("content/posts/own/index.mdx:5:11", "author-unknown", "ada", "content/site.yaml"),
  ])
})

test("an id is of one author, and an ORCID iD is one", async () => {
  expect(await messagesWith(site(ada + ada))).toEqual([
    found("content/site.yaml:9:9", "author-unknown", "ada"),
  ])
  expect(await messagesWith(site(ada.replace("0097", "0098")))).toEqual([
    found("content/site.yaml:8:12", "field-type", "0000-0002-1825-0098", "an ORCID iD"),
  ])
})

test("mail to readers comes from somebody", async () => {
  const readers = (text: string) =>
    edited("site.yaml", "language: en-GB\n", `language: en-GB\nreaders:${text}\n`)
  expect(await messagesWith(readers("\n  sender: blog@example.org"))).toEqual([])
  expect(await messagesWith(readers("\n  sender: blog"))).toEqual([
    found("content/site.yaml:6:11", "field-type", "blog", "an e-mail address"),
  ])
  expect(await messagesWith(readers(" {}"))).toEqual([
    found("content/site.yaml:5:10", "mail-sender", "without a sender", "of the author"),
  ])
})
