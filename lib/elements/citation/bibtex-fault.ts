/** What is wrong with an entry of BibTeX, in an author's words, and the offset in it at which to look. */
type Fault = { offset: number; reason: string }

export const wrongForm =
  "Unexpected BibTeX, expected @type{key, field = {…}, …} with every brace closed"

const months = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ")

/**
 * The first thing for which an entry cannot be read, or a part of it would be left out: a parser
 * says where it loses hope, which for a brace is the end of the entry.
 *
 * @param abbreviations what `@string` defines, in lower case
 */
export function findBibtexFault(
  entry: string,
  abbreviations: readonly string[],
): Fault | undefined {
  const [head] = /^[ \t]*@\w+\s*\{\s*[^\s,{}=]+\s*,/.exec(entry) ?? []
  if (head === undefined) {
    return { offset: 0, reason: wrongForm }
  }
  let at = head.length
  const take = (pattern: RegExp) => {
    const found = new RegExp(pattern, "y")
    found.lastIndex = at
    const [text = ""] = found.exec(entry) ?? []
    at += text.length
    return text
  }
  for (;;) {
    take(blank)
    if (take(/\}/) !== "") break
    if (at >= entry.length) return openBrace(entry)
    const start = at
    if (take(/[^\s=,{}"#]+\s*=\s*/) === "") {
      return faultAt(start, `${wordAt(entry, start)}, expected a field such as year = {1969}, or }`)
    }
    do {
      take(blank)
      const end = endOfValue(entry, at, abbreviations)
      if (typeof end !== "number") return end
      at = end
      take(blank)
    } while (take(/#/) !== "")
    if (take(/,/) === "" && at < entry.length && entry[at] !== "}") {
      return faultAt(at, `${wordAt(entry, at)} after a value, expected a comma between the two`)
    }
  }
  return /^\s*[,}]/.test(entry.slice(at))
    ? faultAt(at - 1, "} without {, expected both")
    : undefined
}

const faultAt = (offset: number, reason: string): Fault => ({
  offset,
  reason: `Unexpected ${reason}`,
})

/** Space and remarks. */
const blank = /(?:\s|%.*)*/

const wordAt = (text: string, at: number) =>
  text.charAt(at) === "," ? "comma" : (/^\w+|./.exec(text.slice(at))?.[0] ?? "end")

/** The offset at which a value ends that begins at another, or why it does not. */
function endOfValue(
  entry: string,
  start: number,
  abbreviations: readonly string[],
): number | Fault {
  const sign = entry.charAt(start)
  if (sign !== "{" && sign !== '"') {
    const [word = ""] = /^\w*/.exec(entry.slice(start)) ?? []
    const known = /^\d+$/.test(word) || [...months, ...abbreviations].includes(word.toLowerCase())
    return known
      ? start + word.length
      : faultAt(start, `${wordAt(entry, start)} as a value, expected it in braces`)
  }
  let depth = 0
  for (const { 0: found, index } of entry.matchAll(/\\.|[{}"]/gs)) {
    if (index < start) continue
    if (found === "{") depth++
    if (found === "}") depth--
    const ends = sign === "{" ? found === "}" : found === '"' && index > start
    if (ends && depth === 0) return index + 1
    if (depth < 0) break
  }
  if (sign === "{") return openBrace(entry)
  return faultAt(start, '" without another, expected " at the end of the value too')
}

/** The brace that is to blame for an entry without an end: most likely the next field is still in it. */
function openBrace(entry: string): Fault {
  const open: number[] = []
  const fault = () => faultAt(open.at(-1) ?? 0, "{ without }, expected both")
  let doubtful: Fault | undefined
  for (const { 0: found, index } of entry.matchAll(/\\.|[{}]|\n(?=[ \t]*[\w-]+[ \t]*=)/gs)) {
    if (found === "{") open.push(index)
    if (found.startsWith("\n") && open.length > 1) return fault()
    if (found !== "}") continue
    // A brace alone in its line ends an entry, or was meant to.
    if (open.length > 1 && /\n[ \t]*\}\s*$/.test(entry.slice(0, index + 1))) doubtful = fault()
    open.pop()
  }
  return doubtful ?? fault()
}
