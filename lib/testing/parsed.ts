import type { Root } from "mdast"
import { parseMdx } from "../source/parse"

/** The tree of a body in which nothing is wrong. @throws what the parser says otherwise */
export function treeOf(body: string): Root {
  const { tree, faults } = parseMdx(body)
  const [fault] = faults
  if (fault) throw fault
  return tree
}
