import { createRequire } from "node:module"
import {
  createHighlighterCoreSync,
  type HighlighterCore,
  type LanguageRegistration,
} from "shiki/core"
import { createOnigurumaEngine } from "shiki/engine/oniguruma"
import { bundledLanguagesInfo } from "shiki/langs"
import { remember } from "../../mdx/remember"
import { codeTheme } from "./theme"

/** A piece of code in one line, with the class of its colour; of plain code, no class. */
export type Piece = { text: string; token: string }

type Language = { id: string; name: string }

const languages = new Map<string, Language>(
  bundledLanguagesInfo.flatMap(({ id, name, aliases = [] }) =>
    [id, ...aliases].map((word): [string, Language] => [word, { id, name }]),
  ),
)
const plainNames = new Set(["text", "txt", "plain", "plaintext", "output", "default", "none"])

/** What others call a language. */
const otherNames: Readonly<Record<string, string>> = {
  env: "dotenv",
  gitignore: "text",
  golang: "go",
  math: "latex",
  node: "javascript",
  "objective-cpp": "objective-c",
  py3: "python",
  shellsession: "console",
  "shell-session": "console",
  sh_session: "console",
  svg: "xml",
}

/** A language by any name that it has, in capitals or not. */
function findLanguage(word: string): Language | undefined {
  const name = word.toLowerCase().replace(/^diff-.*/, "diff")
  return languages.get(name) ?? languages.get(otherNames[name] ?? "")
}

/** Every word that names a language, `text` among them. */
export const languageNames = (): Iterable<string> => [...languages.keys(), "text"]

export function isLanguage(word: string): boolean {
  const name = word.toLowerCase().replace(/^diff-.*/, "diff")
  return plainNames.has(name) || Object.hasOwn(otherNames, name) || languages.has(name)
}

/** What people call a language; nothing of plain text. */
export const findLanguageName = (word: string) => findLanguage(word)?.name

/** A line longer than this is data: it stays plain. */
const longestLine = 2_000

/** The blocks of one long post, many times over. */
const remembered = remember<readonly (readonly Piece[])[]>(500)
const loaded = new Set<string>()
let highlighter: HighlighterCore | undefined

/**
 * The lines of a block of code, in pieces of one colour each.
 *
 * @param word the name of the language; of one that is not known, the code stays plain
 */
export function codeLines(code: string, word = "text"): readonly (readonly Piece[])[] {
  const language = findLanguage(word)
  if (!language) return code.split("\n").map((text) => [{ text, token: "" }])
  return remembered(`${language.id}\n${code}`, () => tokenize(code, language.id))
}

function tokenize(code: string, id: string) {
  const lines = highlighterWith(id).codeToTokensBase(code, {
    lang: id,
    theme: codeTheme.name,
    tokenizeMaxLineLength: longestLine,
    tokenizeTimeLimit: 0, // how busy a machine is must not change a page
  })
  return lines.map((line) =>
    line.map(({ content, color = "" }) => ({
      text: content,
      token: color === "plain" ? "" : color,
    })),
  )
}

const require = createRequire(import.meta.url)

// The engine that grammars are written for; JavaScript's own takes twice the time.
const engine = await createOnigurumaEngine(import("shiki/wasm"))

/** The one highlighter of this process, with the languages that were asked for and no other. */
function highlighterWith(id: string): HighlighterCore {
  highlighter ??= createHighlighterCoreSync({ themes: [codeTheme], langs: [], engine })
  if (!loaded.has(id)) {
    const { default: grammars } = require(`shiki/langs/${id}.mjs`) as {
      default: LanguageRegistration[]
    }
    highlighter.loadLanguageSync(grammars)
    loaded.add(id)
  }
  return highlighter
}
