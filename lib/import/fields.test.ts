import { expect, test } from "vitest"
import { findDay, readForeignFields, shortened } from "./fields"

test.each([
  ["2020-05-04", "2020-05-04"],
  ["2020-05-04T23:30:00-05:00", "2020-05-04"], // the day on its author's clock
  ["2020-05-04 08:00:00 +0200", "2020-05-04"],
  ["2020/5/4", "2020-05-04"],
  ["2020.05.04", "2020-05-04"],
  ["May 4, 2020", "2020-05-04"],
  ["Mon, 4 May 2020 10:00:00 GMT", "2020-05-04"],
  ["4th May 2020", "2020-05-04"],
  ["Sept 4 2020", "2020-09-04"],
  [1588550400, "2020-05-04"],
  [1588550400000, "2020-05-04"],
  [new Date("2020-05-04T00:00:00Z"), "2020-05-04"],
  ["2020-02-30", undefined],
  ["2020", undefined],
  [2020, undefined],
  ["last modified", undefined],
  ["", undefined],
  [null, undefined],
])("the day of %j is %s", (value, day) => {
  expect(findDay(value)).toBe(day)
})

test.each([
  ["Short.", 20, "Short."],
  ["One sentence. Another that is too long.", 20, "One sentence."],
  ["No. But a long one follows here", 20, "No. But a long one…"],
  ["words, words, words, words", 16, "words, words…"],
  ["一二三四五六七八九十。一二", 8, "一二三四五六七…"],
])("%j in %i characters is %j", (text, most, expected) => {
  expect(shortened(text, most)).toBe(expected)
})

test("what others call a field is read, and what has no place is named", () => {
  expect(
    readForeignFields({
      title: "A *title*",
      subtitle: "**Said** [so](/x)",
      pubDatetime: "2023-01-05T19:00:00Z",
      modDatetime: "2023-01-01",
      categories: ["Oil, and water", "#Bikes", "bikes"],
      cover: { image: "a.png", alt: "A" },
      status: "draft",
      permalink: "/a/",
      locale: "pt_BR",
      mood: "good",
    }),
  ).toEqual({
    title: "A *title*",
    description: "Said so",
    date: "2023-01-05",
    updated: undefined, // before it was published
    tags: ["Oil", "and water", "Bikes"],
    series: undefined,
    part: undefined,
    image: "a.png",
    isDraft: true,
    aliases: ["/a/"],
    slug: undefined,
    lang: "pt-BR",
    unused: ["mood"],
  })
})
