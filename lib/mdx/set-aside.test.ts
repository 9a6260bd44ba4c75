import { renderToStaticMarkup } from "react-dom/server"
import { expect, test } from "vitest"
import { renderRuns } from "./render"
import { setAside } from "./set-aside"

test("an element stands for each run of HTML, wherever it is", () => {
  const aside: string[] = []
  const runs = setAside(
    [
      "<p>a</p>",
      { name: "Tag", props: { a: 1 }, children: [] },
      { name: "p", props: { id: "b" }, children: ["c", { name: "Tag", props: {}, children: [] }] },
    ],
    (html) => `x/${aside.push(html) - 1}`,
  )
  expect(aside).toEqual(["<p>a</p>", "c"])
  expect(renderToStaticMarkup(renderRuns(runs, { Tag: () => "Tag" }))).toBe(
    `<ready-html name="x/0"></ready-html>Tag<p id="b"><ready-html name="x/1"></ready-html>Tag</p>`,
  )
})
