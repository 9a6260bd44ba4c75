import { expect, test } from "vitest"
import { tagAddress } from "./addresses"
import type { Post } from "./post"
import { tagsOf } from "./tags"

const post = (...tags: string[]) => ({ slug: tags.join(), tags }) as unknown as Post

test("tags are listed by how many posts have them, then by name, each with its posts", () => {
  const [one, two, three] = [post("nets", "größe"), post("nets"), post("art", "nets")]
  expect(tagsOf([one, two, three])).toEqual([
    { slug: "nets", name: "nets", posts: [one, two, three] },
    { slug: "art", name: "art", posts: [three] },
    { slug: "größe", name: "größe", posts: [one] },
  ])
  expect(tagsOf([])).toEqual([])
})

test.each([
  ["deep learning", "/tags/deep-learning/"],
  ["größe", "/tags/gr%C3%B6%C3%9Fe/"],
  ["..", "/tags/tag-2e-2e/"],
  ["?", "/tags/tag-3f/"],
  ["index", "/tags/index/"],
])("the tag %s has the address %s", (tag, address) => {
  expect(tagAddress(tag)).toBe(address)
})

test("tags that share an address share a page, which names both", () => {
  const [one, two] = [post("c"), post("c++")]
  expect(tagsOf([one, two])).toEqual([{ slug: "c", name: "c, c++", posts: [one, two] }])
})
