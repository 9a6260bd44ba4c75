import { isMap, isScalar, isSeq } from "yaml"
import * as core from "zod/v4/core"
import { problemAt, placeAt, type Place, type Problem } from "../model/problem"
import { about, bareOf, type Schema } from "../model/field"
import { withoutEnding, type Dictionary } from "./dictionary"
import type { Mentioned } from "../model/body"
import type { Prose } from "../mdx/body-element"
import type { Parts } from "./front-matter"
import type { Yaml } from "./yaml"

/** The words of YAML that a dictionary lacks, in texts that are no names and have no form to keep. */
export const unknownWordsInYaml = (yaml: Yaml, schema: Schema, dictionary: Dictionary) =>
  unknownWords(piecesOfYaml(yaml.root, schema), yaml.text, yaml.placeAt, dictionary)

/** The words of a body that a dictionary lacks, in its running text and its descriptions of images. */
export const unknownWordsInBody = (
  prose: readonly Prose[],
  { body, bodyLine }: Parts,
  dictionary: Dictionary,
) => unknownWords(prose, body, (offset) => placeAt(body, offset, bodyLine), dictionary)

function* unknownWords(
  pieces: Iterable<Prose>,
  source: string,
  placeOf: (offset: number) => Place,
  dictionary: Dictionary,
): Generator<Mentioned> {
  for (const { text, from, to } of pieces) {
    let at = from
    for (const [word] of text.matchAll(wordLike)) {
      if (!isWord(word) || dictionary.has(word)) continue
      // What is escaped in the source is no letter, so the words stand there as they do in the text.
      for (const match of source.slice(at, to).matchAll(wordLike)) {
        if (match[0] !== word) continue
        yield { name: withoutEnding(word), place: placeOf(at + match.index) }
        at += match.index + word.length
        break
      }
    }
  }
}

/** Words, and what looks like one: names of files and hosts, numbers with units, identifiers. */
export const wordLike = /[\p{L}\p{M}\p{N}_]+(?:[.@'’][\p{L}\p{M}\p{N}_]+)*/gu

/** Not `index.mdx`, `3d`, `BCEWithLogitsLoss`, `CNNs`, nor a letter alone. */
const isWord = (text: string) => !/[.@_\p{N}]|.\p{Lu}/u.test(text) && /\p{L}\p{M}*\p{L}/u.test(text)

function* piecesOfYaml(node: unknown, schema: Schema): Generator<Prose> {
  const bare = bareOf(schema)
  if (bare instanceof core.$ZodArray && isSeq(node)) {
    for (const item of node.items) yield* piecesOfYaml(item, bare._zod.def.element)
  } else if (bare instanceof core.$ZodObject && isMap(node)) {
    for (const [name, field] of Object.entries(bare._zod.def.shape)) {
      yield* piecesOfYaml(node.get(name, true), field)
    }
  } else if (about.get(bare)?.prose && isScalar(node) && node.range) {
    const [from, to] = node.range
    yield { text: String(node.value), from, to }
  }
}

/** Reads the words that the site adds to the dictionary: one a line, and remarks behind #. */
export function readWords(
  file: string,
  text: string,
  report: (problem: Problem) => void,
): ReadonlySet<string> {
  const words = new Set<string>()
  for (const [index, line] of text.split("\n").entries()) {
    const word = line.replace(/#.*/, "").trim()
    const problem = (reason: string) =>
      report(problemAt(file, { line: index + 1, column: 1 }, reason, "word-list"))
    if (word === "") continue
    if (!/^[\p{L}\p{M}'’]+$/u.test(word)) problem(`Unexpected ${word}, expected one word a line`)
    else if (words.has(word)) problem(`Unexpected word ${word} again, expected it once`)
    words.add(word)
  }
  return words
}
