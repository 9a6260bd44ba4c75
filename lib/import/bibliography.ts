const entry = /^[ \t]*@(?!comment|string|preamble)\w+[ \t]*[{(][ \t]*([^,\s]+)[ \t]*,/gim

/** The keys of a bibliography in BibTeX. */
export const keysIn = (bibtex: string): ReadonlySet<string> =>
  new Set([...bibtex.matchAll(entry)].map(([, key = ""]) => key))

/**
 * The entries of other bibliographies that one does not have, as they are written there.
 *
 * @returns nothing but entries, or "" if there are none
 */
export function newEntries(own: string, others: readonly string[]): string {
  const known = new Set(keysIn(own))
  const found: string[] = []
  for (const text of others) {
    for (const match of text.matchAll(entry)) {
      const key = match[1] ?? ""
      if (known.has(key)) continue
      known.add(key)
      found.push(text.slice(match.index, endOf(text, match.index)).trim())
    }
  }
  return found.length === 0 ? "" : `\n${found.join("\n\n")}\n`
}

/** Where an entry ends: behind the brace that closes its first. */
function endOf(text: string, from: number): number {
  let depth = 0
  for (let at = text.indexOf("{", from); at >= 0 && at < text.length; at++) {
    if (text[at] === "{" && text[at - 1] !== "\\") depth++
    if (text[at] === "}" && text[at - 1] !== "\\" && --depth === 0) return at + 1
  }
  return text.length
}
