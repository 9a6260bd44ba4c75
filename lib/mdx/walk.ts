import type { Nodes as HtmlNodes, Parents as HtmlParents } from "hast"
import type { Nodes, Parents } from "mdast"
import type {} from "mdast-util-mdx"
import type { Tag } from "./tag"

/**
 * Called with a node, with what it stands in, from the root inwards, and with its index there. Returns
 * nothing; `skip`, to leave alone what is in it; or what comes in its place, which is then walked too,
 * unless the node is being left.
 */
type Visit<Node, All, Parent> = (
  node: Node,
  ancestors: readonly Parent[],
  index: number,
) => readonly All[] | "skip" | void

type Visitor<Node, All, Parent> =
  Visit<Node, All, Parent> | { enter?: Visit<Node, All, Parent>; leave?: Visit<Node, All, Parent> }

type Visitors<All extends { type: string }, Parent, Named> = {
  /** By the types of nodes. */
  nodes?: { [Type in All["type"]]?: Visitor<Extract<All, { type: Type }>, All, Parent> }
  /** By the names of tags; on the way in they come before those of types, on the way out after. */
  tags?: { readonly [name: string]: Visitor<Named, All, Parent> }
  /** Called when the walk is over. */
  finish?: () => void
}

/** Visitors of Markdown. */
export type BodyVisitors = Visitors<Nodes, Parents, Tag>

/** Visitors of HTML. */
export type PageVisitors = Visitors<HtmlNodes, HtmlParents, Extract<HtmlNodes, { tagName: string }>>

/** Walks a tree of Markdown once, depth first, with all visitors at each node in their order. */
export const walkBody = (tree: Nodes, visitors: readonly BodyVisitors[]) =>
  walk(tree, visitors as AnyVisitors)

/** Walks a tree of HTML in the same way. */
export const walkPage = (tree: HtmlNodes, visitors: readonly PageVisitors[]) =>
  walk(tree, visitors as AnyVisitors)

type Node = { type: string; name?: string | null; tagName?: string; children?: Node[] }
type AnyVisit = Visit<Node, Node, Node>
type AnyVisitors = readonly {
  nodes?: Record<string, Visitor<Node, Node, Node>>
  tags?: Record<string, Visitor<Node, Node, Node>>
  finish?: () => void
}[]

function walk(tree: Node, visitors: AnyVisitors): void {
  const nodes = tableOf(visitors.map(({ nodes }) => nodes))
  const tags = tableOf(visitors.map(({ tags }) => tags))
  const ancestors: Node[] = []

  /** Walks a node; returns the index of the one to go on with. */
  function walkNode(node: Node, index: number): number {
    const entered = call(tags.enter[nameOf(node)], nodes.enter[node.type], node, index)
    if (Array.isArray(entered)) return replace(index, entered)
    if (node.children && entered !== "skip") {
      ancestors.push(node)
      for (let at = 0; at < node.children.length;) at = walkNode(node.children[at] as Node, at)
      ancestors.pop()
    }
    const left = call(nodes.leave[node.type], tags.leave[nameOf(node)], node, index)
    return Array.isArray(left) ? replace(index, left) + left.length : index + 1
  }
  function call(first: Visits, second: Visits, node: Node, index: number) {
    const outcome = callEach(first, node, index)
    return Array.isArray(outcome) ? outcome : (callEach(second, node, index) ?? outcome)
  }
  function callEach(visits: Visits = [], node: Node, index: number) {
    let outcome: ReturnType<AnyVisit> = undefined
    for (const visit of visits) {
      outcome = visit(node, ancestors, index) ?? outcome
      if (Array.isArray(outcome)) break
    }
    return outcome
  }
  function replace(index: number, by: readonly Node[]): number {
    ancestors.at(-1)?.children?.splice(index, 1, ...by)
    return index
  }

  walkNode(tree, 0)
  for (const { finish } of visitors) finish?.()
}

const nameOf = ({ tagName, name }: Node) => tagName ?? name ?? ""

type Visits = AnyVisit[] | undefined
type Table = Record<string, Visits>

/** All visits by what they are called for. */
function tableOf(visitors: readonly AnyVisitors[0]["nodes"][]): { enter: Table; leave: Table } {
  const enter: Table = Object.create(null) as Table // tags may have the names of methods
  const leave: Table = Object.create(null) as Table
  for (const [key, visitor] of visitors.flatMap((one = {}) => Object.entries(one))) {
    const both = typeof visitor === "function" ? { enter: visitor } : visitor
    if (both.enter) (enter[key] ??= []).push(both.enter)
    if (both.leave) (leave[key] ??= []).push(both.leave)
  }
  return { enter, leave }
}
