import { expect, test } from "vitest"
import { findTerm } from "../elements/term/glossary"
import { unnamedSite } from "../model/site"
import { typesetIndex } from "./typeset"

const index = {
  site: { ...unnamedSite, name: "It's", description: "It's a site...", language: "en-GB" },
  posts: [],
  pages: [
    {
      slug: "its",
      title: "It's",
      description: '"About"',
      aliases: [],
      files: [],
      headings: [],
      labels: [],
      links: [],
    },
  ],
  series: [
    {
      id: "its",
      title: "It's",
      description: "All -- of it.",
      planned: [{ part: 1, title: "Ng's" }],
      book: false,
      scheduled: [],
    },
  ],
  courses: [],
  references: [],
  glossary: [
    { id: "bayes-rule", term: "Bayes' rule", definition: "It's a rule.", also: [], see: [] },
  ],
}

test("what pages show of the index is typeset; names and ids stay", () => {
  expect(typesetIndex(index)).toMatchObject({
    site: { name: "It's", description: "It’s a site…" },
    pages: [{ slug: "its", title: "It’s", description: "“About”" }],
    series: [
      { id: "its", title: "It’s", description: "All – of it.", planned: [{ title: "Ng’s" }] },
    ],
    glossary: [{ id: "bayes-rule", term: "Bayes’ rule", definition: "It’s a rule." }],
  })
})

test("a term is found by the name that an author types", () => {
  expect(findTerm("bayes' rule", typesetIndex(index).glossary)?.id).toBe("bayes-rule")
})
