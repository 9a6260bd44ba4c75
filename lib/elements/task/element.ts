import { s } from "hastscript"
import { gfmTaskListItemFromMarkdown } from "mdast-util-gfm-task-list-item"
import { gfmTaskListItem } from "micromark-extension-gfm-task-list-item"
import type { BodyElement } from "../../mdx/body-element"

const box = "M2.5 1.5h11a1 1 0 0 1 1 1v11a1 1 0 0 1-1 1h-11a1 1 0 0 1-1-1v-11a1 1 0 0 1 1-1Z"
const check = "M4.5 8.25l2.5 2.5 4.5-5.5"

/** GitHub's items of a list that are done or not. */
export const task = {
  syntax: [{ micromark: gfmTaskListItem(), mdast: gfmTaskListItemFromMarkdown() }],
  /** A picture of a box, with a name, in place of a checkbox: nobody can tick that. */
  write: () => ({ tags: { input: ({ properties }) => [signOf(properties["checked"] === true)] } }),
} satisfies BodyElement

const signOf = (done: boolean) => {
  const name = { role: "img", ariaLabel: done ? "Done:" : "To do:" }
  const pen = { fill: "none", stroke: "currentColor", strokeWidth: "1.4" }
  return s(
    "svg",
    {
      className: done ? ["task", "task-done"] : ["task"],
      ...name,
      viewBox: "0 0 16 16",
      width: 16,
      height: 16,
      ...pen,
    },
    s("path", { d: done ? box + check : box }),
  )
}
