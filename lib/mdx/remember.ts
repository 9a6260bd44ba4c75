/**
 * Remembers what was made of texts, so that the check, the page and the next save make it once.
 *
 * @param most of how many, before all is forgotten
 */
export function remember<Value>(most: number): (text: string, make: () => Value) => Value {
  const known = new Map<string, Value>()
  return (text, make) => {
    if (known.size >= most && !known.has(text)) known.clear()
    const value = known.get(text) ?? make()
    known.set(text, value)
    return value
  }
}
