import { contentError, fileStart } from "../model/problem"

/** The two parts of a post's or page's file. */
export type Parts = {
  yaml: string
  /** The rest of the file, to the letter. */
  body: string
  /** How many lines stand above it. */
  bodyLine: number
}

/** @throws ContentError if the file does not begin with front matter between two lines of --- */
export function splitFrontMatter(file: string, text: string): Parts {
  const match = /^---[ \t]*\n((?:(?!---)[^\n]*\n)*)---[ \t]*(?:\n|$)/.exec(text)
  if (!match) {
    const found = text.trim() === "" ? "empty file" : "start of the file"
    const reason = /^---[ \t]*(?:\n|$)/.test(text)
      ? "Unexpected front matter without an end, expected a line of --- below it"
      : text.startsWith("+++")
        ? "Unexpected front matter in TOML, expected YAML between two lines of ---: npm run post -- import writes it"
        : text.startsWith("{")
          ? "Unexpected JSON, expected YAML between two lines of ---: npm run post -- import writes it"
          : `Unexpected ${found}, expected a line of --- and front matter`
    throw contentError(file, fileStart, reason, "front-matter")
  }
  const bodyLine = match[0].split("\n").length - 1
  return { yaml: match[1] ?? "", body: text.slice(match[0].length), bodyLine }
}
