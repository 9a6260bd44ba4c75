/** The part of an address that holds what a figure's settings are, where they differ from the text's. */
export function hashOf<Settings extends object>(
  id: string,
  settings: Settings,
  start: Settings,
): string {
  const changed = Object.entries(settings).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(start[name as keyof Settings]),
  )
  const words = changed.map(([name, value]) => [name, JSON.stringify(value)])
  return `#${id}?${new URLSearchParams(words)}`
}

/**
 * The settings of one figure in the hash of an address: undefined where there are none of it, and a
 * sentence where they are none that it could have.
 */
export function settingsIn<Settings extends object>(
  hash: string,
  id: string,
  start: Settings,
): Partial<Settings> | string | undefined {
  if (!hash.startsWith(`#${id}?`)) return undefined
  const found: [string, unknown][] = []
  for (const [name, text] of new URLSearchParams(hash.slice(id.length + 2))) {
    const value = parse(text)
    const like = start[name as keyof Settings]
    if (!Object.hasOwn(start, name) || kindOf(value) !== kindOf(like)) {
      return `Unexpected ${name} in the address, expected a link from this page as it is now.`
    }
    found.push([name, value])
  }
  return Object.fromEntries(found) as Partial<Settings>
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** "number", or "number[][]": two values of a kind can stand for each other. */
const kindOf = (value: unknown): string =>
  Array.isArray(value) ? `${kindOf(value[0])}[]` : value === null ? "null" : typeof value
