import { expect, test } from "vitest"
import { subjectsOf } from "../readers/publications"
import type { Post } from "./post"
import { publicationsOf } from "./publications"
import type { Series } from "./series"
import { unnamedSite, type Site } from "./site"

const site: Site = {
  ...unnamedSite,
  environment: "production",
  author: { name: "Ada", email: "ada@example.org", links: [] },
  readers: {},
}
const series: Series = {
  id: "light",
  title: "Light",
  description: "",
  planned: [{ part: 3, title: "Not to be told yet" }],
  scheduled: [],
  book: false,
}
const part = {
  slug: "one",
  title: "One",
  description: "The first.",
  series: "light",
  part: 1,
  aliases: ["/posts/uno/", "/a/"],
} as unknown as Post

test("what is published is said with its earlier slugs, and parts to come by their numbers alone", () => {
  const found = publicationsOf(site, [series], [part])
  expect(found).toMatchObject({
    sender: "ada@example.org",
    series: [{ id: "light", title: "Light", planned: [3] }],
    posts: [{ slug: "one", former: ["uno"], series: "light", part: 1 }],
  })
  expect(JSON.stringify(found)).not.toContain("Not to be told yet")
  expect(found && [...subjectsOf(found)]).toEqual(["everything", "series:light", "part:light/3"])
})

test("a preview, a site that has it off, and one without a sender say nothing", () => {
  const none = [
    { environment: "preview" },
    { readers: undefined },
    { author: { name: "", links: [] } },
  ]
  for (const off of none) {
    expect(publicationsOf({ ...site, ...off } as Site, [series], [part])).toBeUndefined()
  }
  const sender = { readers: { sender: "blog@example.org" } }
  expect(publicationsOf({ ...site, ...sender }, [series], [part])?.sender).toBe("blog@example.org")
})
