import { expect, test } from "vitest"
import { findName, type Target } from "./labels"
import { english } from "./words/en"

const target: Target = {
  title: "Nets",
  headings: [{ id: "größe", text: "Größe" }],
  labels: [
    { id: "unet", kind: "figure", number: 2 },
    { id: "adam", kind: "equation", number: 1 },
    { id: "deep", kind: "section", text: "Deep" },
  ],
}
const targets = new Map([["/posts/nets/", target]])

test.each([
  ["/posts/nets/", "Nets"],
  ["/posts/nets", "Nets"],
  ["/posts/nets/?from=here#unet", "Figure\u00A02 of Nets"],
  ["/posts/nets/#adam", "Equation\u00A01 of Nets"],
  ["/posts/nets/#deep", "Deep in Nets"],
  ["/posts/nets/#gr%C3%B6%C3%9Fe", "Größe in Nets"],
  ["/posts/nets/#nothing", undefined],
  ["/posts/other/#unet", undefined],
])("%s is %s", (href, name) => {
  expect(findName(targets, href, english)).toBe(name)
})

test.each([
  ["nets", "/posts/nets/", "Nets"],
  ["nets", "/posts/nets/#unet", "Figure\u00A02 in Part\u00A01"],
  ["nets", "/posts/nets/#deep", "Deep in Part\u00A01"],
  ["trees", "/posts/nets/#unet", "Figure\u00A02 of Nets"],
])("in a part of %s, %s is %s", (series, href, name) => {
  const parts = new Map([["/posts/nets/", { ...target, series: "nets", part: 1 }]])
  expect(findName(parts, href, english, series)).toBe(name)
})
