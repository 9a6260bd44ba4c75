/** The brace that is to blame for an entry without an end: most likely the next field is still in it. */
export function openBrace(entry: string): { offset: number; reason: string } {
  const open: number[] = []
  const fault = () => {
    const offset = open.at(-1) ?? 0
    const sign = entry.charAt(offset) === "(" ? "( without )" : "{ without }"
    return { offset, reason: `Unexpected ${sign}, expected both` }
  }
  let doubtful: ReturnType<typeof fault> | undefined
  const [head] = /^@\s*\w*\s*[{(]/.exec(entry) ?? [""]
  if (head.endsWith("(")) open.push(head.length - 1)
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

/** The word, or the sign, that stands at an offset. */
export const wordAt = (text: string, at: number) =>
  text.charAt(at) === "," ? "comma" : (/^\w+|^./.exec(text.slice(at, at + 80))?.[0] ?? "end")
