import { expect, test } from "vitest"
import { authorsOf, formatNames } from "./author"
import { isOrcid } from "./orcid"

// Those that ORCID's own documentation has for examples.
test.each([
  ["0000-0002-1825-0097", true],
  ["0000-0001-5109-3700", true],
  ["0000-0002-1694-233X", true],
  ["0000-0002-1825-0098", false],
  ["0000-0002-1694-2330", false],
])("%s is an ORCID iD: %s", (text, is) => {
  expect(isOrcid(text)).toBe(is)
})

const ada = { id: "ada", name: "Ada Lovelace", links: [] }
const grace = { id: "grace", name: "Grace Hopper", links: [] }
const site = { author: { name: "The house", links: [] }, authors: [ada, grace] }

test("a post is by those that it names, in its order, else by the site's own author", () => {
  expect(authorsOf({ authors: ["grace", "ada"] }, site)).toEqual([grace, ada])
  expect(authorsOf({ authors: [] }, site)).toEqual([site.author])
})

test("names are joined as the language joins them", () => {
  expect(formatNames(["Ada Lovelace", "Grace Hopper"], "en-GB")).toBe(
    "Ada Lovelace and Grace Hopper",
  )
  expect(formatNames(["Ada Lovelace", "Grace Hopper", "The house"], "de")).toBe(
    "Ada Lovelace, Grace Hopper und The house",
  )
})
