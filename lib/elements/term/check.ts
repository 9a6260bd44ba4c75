import type { Nodes, Root } from "mdast"
import { visit } from "unist-util-visit"
import { canonicalAddress, glossaryAddress, isWellEncoded } from "../../model/addresses"
import { namesMeantBy, termId, termName } from "./glossary"
import { parseLiteralProgram } from "../../mdx/literal"
import { textOf } from "../../source/parse"
import { suggestionOf } from "../../model/nearest"
import { ContentProblem, type Place } from "../../model/problem"
import { slugPattern } from "../../model/schema"
import type { Documents } from "../../rules/documents"
import type { ReportAt, Tag } from "../../mdx/tag-check"

/** What the tags `<Term>` of a body name, and where. */
export function termsIn(tree: Root, report: ReportAt): readonly NamedTerm[] {
  const terms: NamedTerm[] = []
  visit(tree, (node: Nodes) => {
    if (isTerm(node)) {
      if (node.type === "mdxJsxFlowElement" || textOf(node).trim() === "") {
        report(node, "Unexpected <Term> without words, expected <Term>words</Term>", "tag-place")
      } else if (node.children.some((child) => !isWords(child))) {
        const reason =
          "Unexpected Markdown in <Term>, expected words, at most in italics or as code"
        report(node, reason, "tag-place")
      } else terms.push({ name: nameIn(node) ?? textOf(node), start: startOf(node) })
    }
    if (node.type !== "link" && node.type !== "linkReference" && node.type !== "heading") return
    visit(node, "mdxJsxTextElement", (inner) => {
      if (!isTerm(inner)) return
      const reason = `Unexpected <Term> in a ${node.type === "heading" ? "heading" : "link"}, expected it in the text around it`
      report(inner, reason, "tag-place")
    })
  })
  return terms
}

type NamedTerm = { name: string; start: Place }

const startOf = ({ position }: Nodes): Place => position?.start ?? start

const isTerm = (node: Nodes): node is Tag =>
  (node.type === "mdxJsxTextElement" || node.type === "mdxJsxFlowElement") && node.name === "Term"

function nameIn({ attributes }: Tag): string | undefined {
  for (const attribute of attributes) {
    if (attribute.type !== "mdxJsxAttribute" || attribute.name !== "name") continue
    const { value } = attribute
    if (typeof value === "string") return value
    const literal = value && attempt(() => parseLiteralProgram(value.data?.estree))
    if (typeof literal === "string") return literal
  }
  return undefined
}

/** What is no literal, the rule of attributes refuses. */
function attempt<Value>(read: () => Value): Value | undefined {
  try {
    return read()
  } catch {
    return undefined
  }
}

const isWords = (node: Nodes): boolean =>
  node.type === "text" ||
  node.type === "inlineCode" ||
  ((node.type === "emphasis" || node.type === "strong") && node.children.every(isWords))

/** A name belongs to one term, and what a term refers to exists. */
export function* termsOnce({ glossary, posts }: Documents): Generator<ContentProblem> {
  const owners = new Map<string, string>()
  const ids = new Map<string, string>()
  for (const [index, { term, also = [], see = [] }] of (glossary?.data ?? []).entries()) {
    const problem = (path: readonly (string | number)[], reason: string, rule: string) =>
      new ContentProblem(file, glossary?.yaml.placeOf([index, ...path]) ?? start, reason, rule)
    if (term === undefined) continue
    for (const [name, path] of [
      [term, ["term"]] as const,
      ...also.map((name, i) => [name, ["also", i]] as const),
    ]) {
      if (name === undefined) continue
      const owner =
        owners.get(termName(name)) ?? (path[0] === "term" ? ids.get(termId(name)) : undefined)
      if (owner !== undefined) {
        const reason = `Unexpected term ${name} again, expected another: ${owner} has it`
        yield problem(path, reason, "term-twice")
      }
      owners.set(termName(name), term)
    }
    ids.set(termId(term), term)
    for (const [i, target] of see.entries()) {
      if (target === undefined || posts.has(target) || !slugPattern.form.test(target)) continue
      const near = suggestionOf(target, posts.keys())
      const reason = `Unexpected post ${target}, expected content/posts/${target}/index.mdx to exist${near}`
      yield problem(["see", i], reason, "term-see")
    }
  }
}

/** A `<Term>` is in the glossary. */
export function* termsExist({ posts, pages, glossary }: Documents): Generator<ContentProblem> {
  if (glossary && !glossary.data) return // it cannot be read
  const names = (glossary?.data ?? []).flatMap(({ term, also = [] }) =>
    [term, ...also].filter((name) => name !== undefined),
  )
  const known = new Set(names.map(termName))
  for (const source of [...posts.values(), ...pages.values()]) {
    for (const { url: name, place } of source.terms) {
      if (namesMeantBy(name).some((one) => known.has(one))) continue
      const near = suggestionOf(termName(name), names)
      const reason = `Unexpected term ${name}, expected one of ${file}${near}`
      yield new ContentProblem(source.file, place, reason, "term-unknown")
    }
  }
}

/** A link into the glossary leads to a term of it. */
export function* glossaryLinks({ posts, pages, glossary }: Documents): Generator<ContentProblem> {
  if (!glossary?.data) return
  const ids = glossary.data.flatMap(({ term }) => (term === undefined ? [] : termId(term)))
  for (const source of [...posts.values(), ...pages.values()]) {
    for (const { url, place } of source.links) {
      const [path = "", fragment = ""] = url.split("#", 2)
      if (!path.startsWith("/") || !isWellEncoded(url)) continue
      if (canonicalAddress(path) !== glossaryAddress) continue
      const id = decodeURIComponent(fragment)
      if (id === "" || ids.includes(id)) continue
      const reason = `Unexpected #${id}, expected the id of a term of ${file}${suggestionOf(id, ids)}`
      yield new ContentProblem(source.file, place, reason, "link-fragment")
    }
  }
}

const file = "content/glossary.yaml"
const start = { line: 1, column: 1 }
