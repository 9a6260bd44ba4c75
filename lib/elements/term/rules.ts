import { canonicalAddress, glossaryAddress, isWellEncoded } from "../../model/addresses"
import { namesMeantBy, termId, termName } from "./glossary"
import { suggestionOf } from "../../model/nearest"
import { fileStart, problemAt, type Problem } from "../../model/problem"
import type { RuleId } from "../../model/rules"
import { slugPattern } from "../../model/schema"
import { placeOf, type Documents } from "../../model/documents"

/** A name belongs to one term, and what a term refers to exists. */
export function* termsOnce({ glossary, posts }: Documents): Generator<Problem> {
  const owners = new Map<string, string>()
  const ids = new Map<string, string>()
  for (const [index, { term, also = [], see = [] }] of (glossary?.data ?? []).entries()) {
    const problem = (path: readonly (string | number)[], reason: string, rule: RuleId) =>
      problemAt(file, glossary ? placeOf(glossary, [index, ...path]) : fileStart, reason, rule)
    if (term === undefined) continue
    for (const [name, path] of [
      [term, ["term"]] as const,
      ...also.map((name, i) => [name, ["also", i]] as const),
    ]) {
      if (name === null) continue
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
      if (target === null || posts.has(target) || !slugPattern.form.test(target)) continue
      const near = suggestionOf(target, posts.keys())
      const reason = `Unexpected post ${target}, expected content/posts/${target}/index.mdx to exist${near}`
      yield problem(["see", i], reason, "term-see")
    }
  }
}

/** A `<Term>` is in the glossary. */
export function* termsExist({ posts, pages, glossary }: Documents): Generator<Problem> {
  if (glossary && !glossary.data) return // it cannot be read
  const names = (glossary?.data ?? []).flatMap(({ term, also = [] }) =>
    [term, ...also].filter((name) => typeof name === "string"),
  )
  const known = new Set(names.map(termName))
  for (const source of [...posts.values(), ...pages.values()]) {
    for (const { name, place } of source.terms) {
      if (namesMeantBy(name).some((one) => known.has(one))) continue
      const near = suggestionOf(termName(name), names)
      const reason = `Unexpected term ${name}, expected one of ${file}${near}`
      yield problemAt(source.file, place, reason, "term-unknown")
    }
  }
}

/** A link into the glossary leads to a term of it. */
export function* glossaryLinks({ posts, pages, glossary }: Documents): Generator<Problem> {
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
      yield problemAt(source.file, place, reason, "link-fragment")
    }
  }
}

const file = "content/glossary.yaml"
