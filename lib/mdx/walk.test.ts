import type { Root } from "hast"
import { h } from "hastscript"
import { expect, test } from "vitest"
import { walkPage } from "./walk"

const tree = (): Root => ({
  type: "root",
  children: [h("p", ["a", h("em", ["b"]), h("code", ["c"])]), h("hr")],
})

test("every node is met once, depth first, by what it is and on the way out again", () => {
  const met: string[] = []
  walkPage(tree(), [
    {
      nodes: { text: ({ value }, ancestors) => void met.push(`${ancestors.length} ${value}`) },
      tags: {
        p: { enter: () => void met.push("p"), leave: () => void met.push("/p") },
        em: () => void met.push("em"),
      },
      finish: () => met.push("end"),
    },
  ])
  expect(met).toEqual(["p", "2 a", "em", "3 b", "3 c", "/p", "end"])
})

test("what is in a node can be left alone", () => {
  const met: string[] = []
  walkPage(tree(), [
    { nodes: { text: ({ value }) => void met.push(value) }, tags: { em: () => "skip" as const } },
  ])
  expect(met).toEqual(["a", "c"])
})

test("what comes in place of a node is walked on the way in, and not on the way out", () => {
  const met: string[] = []
  const root = tree()
  walkPage(root, [
    {
      nodes: { text: ({ value }) => void met.push(value) },
      tags: {
        em: () => [h("strong", ["new"]), h("b", ["newer"])],
        code: { leave: () => [h("kbd", ["unseen"])] },
        hr: () => [],
      },
    },
  ])
  expect(met).toEqual(["a", "new", "newer", "c"])
  expect(root.children).toEqual([
    h("p", ["a", h("strong", ["new"]), h("b", ["newer"]), h("kbd", ["unseen"])]),
  ])
})

test("visitors come in their order, and none sees a node that another has replaced", () => {
  const met: string[] = []
  walkPage(tree(), [
    { tags: { em: () => void met.push("first"), code: () => [] } },
    { tags: { em: () => void met.push("second"), code: () => void met.push("never") } },
  ])
  expect(met).toEqual(["first", "second"])
})
