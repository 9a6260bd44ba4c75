import { parseBody, readBody } from "./body"
import { rememberFacts } from "./facts"
import { contentError, ContentError, type Place, type Problem } from "../model/problem"
import type { Fields } from "../model/schema"
import type { Dictionary } from "./dictionary"
import { fieldProblems } from "./fields"
import { type Anchors } from "../elements/figure/check"
import { unknownWordsInBody, unknownWordsInYaml } from "./spelling"
import { type Mention } from "../mdx/tag-check"
import { parseYaml, type Yaml } from "./yaml"

/** A post or page, as far as rules between documents ask about it. */
export type MdxSource = {
  file: string
  front: Yaml
  /** Ids of its headings of every depth; unknown where the body cannot be read. */
  ids?: ReadonlySet<string>
  /** What else a link can lead to in it. */
  anchors?: Anchors
  links: readonly Link[]
  images: readonly Reference[]
  /** Attributes that name something of another document. */
  mentions: readonly Mention[]
  /** Keys of the works that it cites. */
  cites: readonly Reference[]
  /** Names of the terms that it uses. */
  terms: readonly Reference[]
  /** Words that the dictionary lacks. */
  unknownWords?: readonly Reference[]
}

/** An address that the text writes, and where. */
export type Reference = { url: string; place: Place }

/** A reference that shows its target's name is bare of a text. */
export type Link = Reference & { bare?: boolean }

/** Takes what is wrong with a file. */
export type Report = (problem: Problem) => void

/** How files are read: what else is looked for, and done with what is found. */
export type How = {
  /** To look for words that it lacks. */
  dictionary?: Dictionary
  /** Whether the pages of sound bodies are made, and kept for the build that comes next. */
  compile?: boolean
}

/** What is known of a post or page that cannot be read: that it exists. */
export const unreadMdx = (file: string): MdxSource => ({
  file,
  front: parseYaml(file, ""),
  links: [],
  images: [],
  mentions: [],
  cites: [],
  terms: [],
})

/**
 * Reads a post or page. What is wrong with it goes to `report`; the rest is still of use.
 *
 * @throws ContentError if there is no front matter
 */
export function readMdx(
  file: string,
  text: string,
  fields: Fields,
  report: Report,
  { dictionary, compile }: How,
): MdxSource {
  const parts = splitFrontMatter(file, text)
  const front = attempt(() => parseYaml(file, parts.yaml, 1), report)
  if (front) for (const problem of fieldProblems(front, fields)) report(problem)

  const tree = attempt(() => parseBody(file, parts), report)
  let sound = true
  const body =
    tree &&
    readBody(file, tree, parts, (problem) => {
      if (problem.severity === "error") sound = false
      report(problem)
    })
  const words = dictionary && {
    unknownWords: [
      ...(front ? unknownWordsInYaml(front, fields, dictionary) : []),
      ...(tree ? unknownWordsInBody(tree, parts, dictionary) : []),
    ],
  }
  if (compile && tree && sound) rememberFacts(parts.body, tree)
  const unread = unreadMdx(file)
  return { ...unread, front: front ?? unread.front, ...body, ...words }
}

function attempt<Value>(read: () => Value, report: Report): Value | undefined {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof ContentError)) throw error
    report(error.problem)
    return undefined
  }
}

/** The two parts of a post's or page's file. */
export type Parts = {
  yaml: string
  /** The rest of the file, to the letter as Contentlayer sees it. */
  body: string
  /** How many lines stand above it. */
  bodyLine: number
}

/** @throws ContentError if the file does not begin with front matter between two lines of --- */
function splitFrontMatter(file: string, text: string): Parts {
  const match = /^---[ \t]*\n((?:(?!---)[^\n]*\n)*)---[ \t]*(?:\n|$)/.exec(text)
  if (!match) {
    const found = text.trim() === "" ? "empty file" : "start of the file"
    const reason = /^---[ \t]*(?:\n|$)/.test(text)
      ? "Unexpected front matter without an end, expected a line of --- below it"
      : `Unexpected ${found}, expected a line of --- and front matter`
    throw contentError(file, { line: 1, column: 1 }, reason, "front-matter")
  }
  const bodyLine = match[0].split("\n").length - 1
  return { yaml: match[1] ?? "", body: text.slice(match[0].length), bodyLine }
}
