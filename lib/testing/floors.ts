import { dirname, join } from "node:path/posix"

/** A file of the repository, by its path from the root. */
export type Source = { file: string; text: string }
type Import = { from: string; to: string }
/** For each room, whether it may import another. */
type Floors = ReadonlyMap<string, (room: string) => boolean>

/** The table of floors as it stands in CONTRIBUTING.md: a room, and in the last column its imports. */
export function floorsFrom(markdown: string): Floors {
  const rows = markdown.matchAll(/^\| +`([^`]+)` +\|.*\| +([^|]+?) +\|$/gm)
  return new Map([...rows].map(([, room = "", cell = ""]) => [room, allowedIn(cell)]))
}

function allowedIn(cell: string): (room: string) => boolean {
  if (cell === "everything") return () => true
  if (cell === "every room of `lib`") return (room) => room.startsWith("lib/")
  const rooms = [...cell.matchAll(/`([^`]+)`/g)].map(([, room]) => room)
  if (rooms.length === 0 && cell !== "nothing") throw new Error(`Unexpected floors: ${cell}`)
  return (room) => rooms.includes(room)
}

// Types too, in code and in JSDoc, what is exported on, and `import("…")`.
const specifier = /\b(?:from|import)\s*(?:\(\s*)?["'`]((?:@\/|\.\.?\/)[^"'`]+)["'`]/g

/** What files import of the repository, as paths from its root. */
export function importsIn(sources: readonly Source[]): readonly Import[] {
  const files = new Set(sources.map(({ file }) => file))
  return sources.flatMap(({ file, text }) =>
    [...text.matchAll(specifier)].map(([, path = ""]) => {
      const bare = path.startsWith("@/") ? path.slice(2) : join(dirname(file), path)
      const paths = ["", ".ts", ".tsx", ".mjs", ".d.ts"].map((ending) => bare + ending)
      return { from: file, to: paths.find((path) => files.has(path)) ?? bare }
    }),
  )
}

/** The imports that the table does not allow, as lines to read. */
export function breachesOf(imports: readonly Import[], floors: Floors): readonly string[] {
  // The innermost of the rooms that a file is in; what is in none is in the root.
  const rooms = [...floors.keys()].sort((a, b) => b.length - a.length)
  const roomOf = (path: string) => rooms.find((room) => path.startsWith(`${room}/`)) ?? "."
  const mayImport = (room: string, to: string) => floors.get(room)?.(to) === true
  const isAllowed = ({ from, to }: Import) => {
    const [room, target] = [roomOf(from), roomOf(to)]
    if (isOfTests(to) && !isOfTests(from)) return room === "bench"
    if (room === target || mayImport(room, target)) return true
    return isOfTests(from) && mayImport("lib/testing", target)
  }
  return imports
    .filter((one) => !isAllowed(one))
    .map(({ from, to }) => `${roomOf(from)} → ${roomOf(to)}: ${from} imports ${to}`)
}

/** What is for tests may import more than what they test, which never imports it. */
const isOfTests = (file: string) =>
  /\.test(?:\.tsx?)?$|(?:^|\/)testing\/|^app\/fixture\//.test(file)

/** A circle of imports for each that a search in depth comes upon, as lines to read. */
export function circlesIn(imports: readonly Import[]): readonly string[] {
  const graph = new Map<string, string[]>()
  for (const { from, to } of imports) graph.set(from, [...(graph.get(from) ?? []), to])
  const circles: string[] = []
  const done = new Set<string>()
  const visit = (file: string, path: readonly string[]) => {
    const start = path.indexOf(file)
    if (start >= 0) circles.push([...path.slice(start), file].join(" → "))
    if (start >= 0 || done.has(file)) return
    for (const to of graph.get(file) ?? []) visit(to, [...path, file])
    done.add(file)
  }
  for (const file of graph.keys()) visit(file, [])
  return circles
}
