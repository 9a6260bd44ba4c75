import { readFile } from "node:fs/promises"
import { join } from "node:path"
import { parse } from "yaml"
import { parseBibliography, type Bibliography } from "../elements/citation/bibliography"
import { byTerm, termId, type GlossaryEntry } from "../elements/term/glossary"

/** The bibliography that was read last: to format it takes a while, and it seldom changes. */
let last: { text: string; bibliography: Bibliography } | undefined

/** Reads `content/references.bib`; without one, it is empty. */
export async function openBibliography(root: string): Promise<Bibliography> {
  const text = await readIfThere(root, "content/references.bib")
  if (last?.text !== text) last = { text, bibliography: parseBibliography(text) }
  return last.bibliography
}

/** Reads `content/glossary.yaml`; without one, it is empty. */
export async function readGlossary(root: string): Promise<readonly GlossaryEntry[]> {
  const items = parse(await readIfThere(root, "content/glossary.yaml")) as readonly Item[] | null
  return (items ?? [])
    .map(({ term, definition, also = [], see = [] }) => ({
      id: termId(term),
      term,
      definition: definition.trim(),
      also,
      see,
    }))
    .sort(byTerm)
}

/** An item as the check has found it sound. */
type Item = { term: string; definition: string; also?: string[]; see?: string[] }

async function readIfThere(root: string, file: string): Promise<string> {
  try {
    return await readFile(join(root, file), "utf8")
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return ""
    throw error
  }
}
