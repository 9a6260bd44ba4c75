import { h } from "hastscript"
import { toHtml } from "hast-util-to-html"
import { expect, test } from "vitest"
import { componentFeed } from "./feed"
import { liveTag } from "./use"

const context = {
  absolute: (address: string) => address,
  section: "https://a.example/posts/a/#b",
  rewrite: ({ children }: ReturnType<typeof h>) => children as never,
}

const feedOf = (...shown: Parameters<typeof h>[2][]) =>
  toHtml([...(componentFeed[liveTag]?.(h(liveTag, ...shown), context) ?? [])])

test("a figure that readers change says in a feed what is seen, and lists its numbers", () => {
  const table = h("table", h("tbody", h("tr", h("th", "row"), h("td", "1"))))
  const feed = feedOf(
    h(
      "div",
      h("svg"),
      h("input"),
      h("output", "One."),
      h("details", h("summary", "Numbers"), table),
    ),
  )
  expect(feed).toBe(
    `<p>One.</p>${toHtml(table)}<p><a href="https://a.example/posts/a/#b">A figure to change is on the page</a></p>`,
  )
})

test("another component says what there is to read of it", () => {
  expect(feedOf(h("b", "Two"))).toBe("<b>Two</b>")
  expect(feedOf(h("canvas"))).toMatch(/A figure, which is on the page/)
})
