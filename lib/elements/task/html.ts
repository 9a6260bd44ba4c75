import type { Element, Root } from "hast"
import { visit } from "unist-util-visit"

const box = "M2.5 1.5h11a1 1 0 0 1 1 1v11a1 1 0 0 1-1 1h-11a1 1 0 0 1-1-1v-11a1 1 0 0 1 1-1Z"
const check = "M4.5 8.25l2.5 2.5 4.5-5.5"

/** Puts a picture of a box, with a name, in place of a task's checkbox: nobody can tick that. */
export function dressTasks(tree: Root): void {
  visit(tree, "element", (element, index, parent) => {
    if (element.tagName !== "input" || !parent || index === undefined) return
    parent.children.splice(index, 1, signOf(element.properties["checked"] === true))
  })
}

const signOf = (done: boolean): Element => ({
  type: "element",
  tagName: "svg",
  properties: {
    className: done ? ["task", "task-done"] : ["task"],
    role: "img",
    ariaLabel: done ? "Done:" : "To do:",
    viewBox: "0 0 16 16",
    width: 16,
    height: 16,
    fill: "none",
    stroke: "currentColor",
    strokeWidth: "1.4",
  },
  children: [
    { type: "element", tagName: "path", properties: { d: done ? box + check : box }, children: [] },
  ],
})
