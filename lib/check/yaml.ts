import { isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, type Node } from "yaml"
import { isDay } from "../dates"
import { suggestionOf } from "../nearest"
import { ContentProblem, type Place } from "../problem"
import type { Field, Fields } from "../schema"

/** A step into YAML: a key of a map or an index of a list. */
export type Path = readonly (string | number)[]

/** YAML that was read, with the place of each of its values. */
export type Yaml = {
  file: string
  root: Node | null
  placeOf: (path: Path) => Place
  placeOfNode: (node: unknown) => Place
}

/**
 * Reads YAML.
 *
 * @param firstLine number of lines that stand above it in the file
 * @throws ContentProblem at the first place where it is not YAML
 */
export function parseYaml(file: string, text: string, firstLine = 0): Yaml {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset)
    return { line: Math.max(line, 1) + firstLine, column: Math.max(col, 1) }
  }

  const [error] = document.errors
  if (error) {
    const reason = `Unexpected YAML: ${lowerFirst(error.message)}`
    throw new ContentProblem(file, placeAt(error.pos[0]), reason, "yaml")
  }
  const placeOfNode = (node: unknown) => placeAt(isNode(node) && node.range ? node.range[0] : 0)
  return {
    file,
    root: document.contents,
    placeOfNode,
    placeOf: (path) => placeOfNode(document.getIn(path, true)),
  }
}

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)

/**
 * The values of YAML that are as its fields want them; what is wrong is left out, so that rules
 * between documents need not look twice.
 */
export function valuesOf(node: unknown, fields: Fields): Record<string, unknown> {
  const values: Record<string, unknown> = {}
  for (const [name, field] of Object.entries(fields)) {
    const value = isMap(node) ? node.get(name, true) : undefined
    if (field.type === "list" && isSeq(value)) {
      values[name] = value.items.flatMap((item) => soundItem(item, field.of))
    } else if (field.type === "nested" && isMap(value)) {
      values[name] = valuesOf(value, field.of.def().fields)
    } else if (field.type !== "list" && field.type !== "nested" && isScalar(value)) {
      if (findFault(value.value, field) === undefined) values[name] = value.value
    }
  }
  return values
}

function soundItem(item: unknown, of: Extract<Field, { type: "list" }>["of"]): readonly unknown[] {
  if (of.type === "nested") return isMap(item) ? [valuesOf(item, of.def().fields)] : []
  return isScalar(item) && typeof item.value === "string" ? [item.value] : []
}

/** Every difference between YAML and the fields that it should have. */
export function* fieldProblems(yaml: Yaml, fields: Fields): Generator<ContentProblem> {
  yield* mapProblems(yaml, yaml.root, fields, { line: 1, column: 1 })
}

function* mapProblems(
  yaml: Yaml,
  node: unknown,
  fields: Fields,
  whole: Place,
): Generator<ContentProblem> {
  const problem = (place: Place, reason: string, rule: string) =>
    new ContentProblem(yaml.file, place, reason, rule)

  if (node !== null && node !== undefined && !isMap(node)) {
    const reason = `Unexpected ${nameOf(node)}, expected fields such as ${Object.keys(fields)[0]}`
    return yield problem(yaml.placeOfNode(node), reason, "field-type")
  }
  const pairs = isMap(node) ? node.items : []
  const present = new Set<string>()

  for (const { key, value } of pairs) {
    const name = isScalar(key) ? String(key.value) : ""
    const field = fields[name]
    present.add(name)
    if (!field) {
      const near = suggestionOf(name, Object.keys(fields))
      const reason = `Unexpected field ${name}, expected one of ${Object.keys(fields).join(", ")}`
      yield problem(yaml.placeOfNode(key), reason + near, "field-unknown")
    } else {
      const empty = isScalar(value) && value.value === null
      const place = yaml.placeOfNode(empty ? key : value)
      yield* valueProblems(yaml, value, name, field, place)
    }
  }

  for (const [name, field] of Object.entries(fields)) {
    if (!field.required || present.has(name)) continue
    const reason = `Unexpected end of the fields, expected ${name}: ${lowerFirst(field.description)}`
    yield problem(whole, reason, "field-missing")
  }
}

function* valueProblems(
  yaml: Yaml,
  node: unknown,
  name: string,
  field: Field | { type: "string" },
  place: Place,
): Generator<ContentProblem> {
  const wrong = (expected: string) =>
    new ContentProblem(
      yaml.file,
      place,
      `Unexpected ${nameOf(node)} as ${name}, expected ${expected}`,
      "field-type",
    )

  if (field.type === "list") {
    if (!isSeq(node)) return yield wrong("a list")
    for (const item of node.items) {
      const itemPlace = yaml.placeOfNode(item)
      if (field.of.type === "nested") {
        yield* mapProblems(yaml, item, field.of.def().fields, itemPlace)
      } else {
        yield* valueProblems(yaml, item, `an item of ${name}`, field.of, itemPlace)
      }
    }
    return
  }
  if (field.type === "nested") {
    if (!isMap(node)) return yield wrong("fields of its own")
    return yield* mapProblems(yaml, node, field.of.def().fields, place)
  }
  const expected = isScalar(node) ? findFault(node.value, field) : expectedOf(field)
  if (expected !== undefined) yield wrong(expected)
}

type ScalarField = Exclude<Field, { type: "list" | "nested" }> | { type: "string" }

/** What was expected instead of a value, or nothing if it is as it should be. */
function findFault(value: unknown, field: ScalarField): string | undefined {
  const expected = expectedOf(field)
  switch (field.type) {
    case "string": {
      if (typeof value === "number" || typeof value === "boolean") return "text, in quotes"
      if (typeof value !== "string" || value.trim() === "") return "text"
      const { maxLength = Infinity, pattern } = field as Extract<Field, { type: "string" }>
      const length = [...value].length
      if (length > maxLength) return `at most ${maxLength} characters, not ${length}`
      if (/[\n\r]/.test(value.trim())) return "one line of text"
      return pattern && !pattern.form.test(value) ? pattern.name : undefined
    }
    case "number":
      if (typeof value !== "number" || value < (field.least ?? -Infinity)) return expected
      return field.integer && !Number.isInteger(value) ? expected : undefined
    case "boolean":
      return typeof value === "boolean" ? undefined : expected
    case "date":
      return typeof value === "string" && isDay(value) ? undefined : expected
  }
}

function expectedOf(field: ScalarField): string {
  switch (field.type) {
    case "string":
      return "text"
    case "number":
      return `${field.integer ? "a whole number" : "a number"}${
        field.least === undefined ? "" : ` from ${field.least}`
      }`
    case "boolean":
      return "true or false"
    case "date":
      return "a day of the calendar such as 2024-02-29"
  }
}

/** A value as an error names it, cut short. */
function nameOf(node: unknown): string {
  if (isMap(node)) return "fields"
  if (isSeq(node)) return "a list"
  const value = isScalar(node) ? node.value : node
  if (value === null || value === undefined) return "nothing"
  const text = JSON.stringify(value)
  return text.length > 60 ? `${text.slice(0, 57)}…` : text
}
