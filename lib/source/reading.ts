import { readBibliography } from "../elements/citation/bibliography-check"
import type { Prose } from "../mdx/body-element"
import type { Run } from "../mdx/run"
import type { BodyFacts, Mentioned } from "../model/body"
import type { Problem } from "../model/problem"
import type { Schema } from "../model/field"
import { parseBody, readBody } from "./body"
import { compileMdx } from "./compile"
import type { Dictionary } from "./dictionary"
import { directivesIn, type Directive } from "./directives"
import { attempt, readYaml, schemaOf, type FieldReading, type Source } from "./field-reading"
import { splitFrontMatter } from "./front-matter"
import { readWords, unknownWordsInBody, unknownWordsInYaml } from "./spelling"
import { parseYaml, type Yaml } from "./yaml"

/** What a file holds, and what is wrong with it by itself: plain data, as threads and caches need it. */
export type Reading = FieldReading & {
  /** Of a post or page. */
  body?: BodyFacts
  /** Of the bibliography: its keys, and its text. */
  keys?: readonly string[]
  bibtex?: string
  /** That the site adds to the dictionary. */
  words?: readonly string[]
  /** Warnings that comments turn off. */
  directives?: readonly Directive[]
}

/** All that can be made of a file. Each is kept by itself: who checks needs no pages. */
export type Facets = {
  reading: Reading
  /** The body of a sound post or page, ready for its page. */
  compiled: readonly Run[] | null
  /** Words that the dictionary lacks. */
  unknownWords: readonly Mentioned[]
}

export type Facet = keyof Facets

/** The name of a facet in the cache. */
export const facetName = (key: string, facet: Facet) => `${key}.${facet}`

type Wanted = {
  facets: ReadonlySet<Facet>
  /** In which the file is written (BCP 47). */
  language: string
  /** For unknown words. */
  dictionary?: Dictionary
}

/** The language of a file: that of the site, unless its front matter names another. */
export function languageOf({ kind, text }: Source, language: string): string {
  if (kind !== "post" && kind !== "page") return language
  const front = /^---[ \t]*\n([^]*?)^---/m.exec(text)?.[1] ?? ""
  const own = /^lang:[ \t]*["']?([a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)["']?[ \t]*(?:#.*)?$/m.exec(front)
  return own?.[1] ?? language
}

/** Makes what is wanted of a file. Never throws because of what the file holds: that is its problem. */
export function makeFacets({ path, kind, text }: Source, wanted: Wanted): Partial<Facets> {
  const problems: Problem[] = []
  const report = (problem: Problem) => void problems.push(problem)
  if (kind === "bibliography") {
    const keys = [...readBibliography(path, text, report)]
    return textFacets({
      problems,
      keys,
      bibtex: text,
      directives: directivesIn(path, text, report),
    })
  }
  if (kind === "words") return textFacets({ problems, words: [...readWords(path, text, report)] })
  if (kind === "image" || kind === "component" || kind === "file") return textFacets({ problems })
  const found = { problems, directives: directivesIn(path, text, report) }
  if (kind === "post" || kind === "page") return mdxFacets(path, kind, text, wanted, found)

  const yaml = attempt(() => parseYaml(path, text), report)
  const { dictionary } = wanted
  return {
    reading: { ...found, ...readYaml(yaml, kind, report) },
    compiled: null,
    unknownWords: yaml && dictionary && [...unknownWordsInYaml(yaml, schemaOf[kind], dictionary)],
  }
}

const textFacets = (reading: Reading): Facets => ({ reading, compiled: null, unknownWords: [] })

function mdxFacets(
  path: string,
  kind: "post" | "page",
  text: string,
  { facets, language, dictionary }: Wanted,
  found: Pick<Reading, "directives"> & { problems: Problem[] },
): Partial<Facets> {
  const { problems } = found
  const report = (problem: Problem) => void problems.push(problem)
  const parts = attempt(() => splitFrontMatter(path, text), report)
  if (!parts) return textFacets(found)
  const front = attempt(() => parseYaml(path, parts.yaml, 1), report)
  const fields = readYaml(front, kind, report)
  const parsed = attempt(() => parseBody(path, parts), report)
  const { tree } = parsed ?? {}
  const body = tree && readBody(path, tree, parts, language)
  parsed?.problems.forEach(report)
  const isMdx = parsed?.problems.length === 0
  // A fault hides from the others what their line would be without it.
  const hidden = new Set(parsed?.problems.map(({ place }) => place.line))
  const shown = body?.problems.filter(
    ({ place, rule }) => isMdx || (!hidden.has(place.line) && rule !== "tag-place"),
  )
  shown?.forEach(report)
  const isSound = isMdx && body?.problems.every(({ severity }) => severity !== "error")
  return {
    reading: { ...found, ...fields, body: body?.facts },
    compiled: facets.has("compiled") && tree && isSound ? compileMdx(tree, language) : null,
    unknownWords:
      dictionary && unknownWordsIn(front, schemaOf[kind], body?.prose, parts, dictionary),
  }
}

function unknownWordsIn(
  front: Yaml | undefined,
  schema: Schema,
  prose: readonly Prose[] = [],
  parts: Parameters<typeof unknownWordsInBody>[1],
  dictionary: Dictionary,
): readonly Mentioned[] {
  return [
    ...(front ? unknownWordsInYaml(front, schema, dictionary) : []),
    ...unknownWordsInBody(prose, parts, dictionary),
  ]
}
