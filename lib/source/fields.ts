import { isMap, isScalar, isSeq } from "yaml"
import { isDay } from "../model/dates"
import { findNearest, suggestionOf } from "../model/nearest"
import { problemAt, type Place, type Problem } from "../model/problem"
import type { RuleId } from "../model/rules"
import type { Field, Fields } from "../model/schema"
import { controlCharacter } from "./files"
import type { Yaml } from "./yaml"

type ScalarField = Exclude<Field, { type: "list" | "nested" }> | ListedText
type ListedText = Extract<ListItem, { type: "string" }>
type ListItem = Extract<Field, { type: "list" }>["of"]

/**
 * The values of YAML that are as its fields want them; what is wrong is left out, so that rules
 * between documents need not look twice. Lists keep their length: in place of a wrong text stands
 * `undefined`, in place of a wrong object one without fields.
 */
export function valuesOf(node: unknown, fields: Fields): Record<string, unknown> {
  const values: Record<string, unknown> = {}
  for (const [name, field] of Object.entries(fields)) {
    const value = isMap(node) ? node.get(name, true) : undefined
    if (field.type === "list") {
      if (isSeq(value)) values[name] = value.items.map((item) => soundItem(item, field.of))
    } else if (field.type === "nested") {
      if (isMap(value)) values[name] = valuesOf(value, field.of.def().fields)
    } else values[name] = soundValue(value, field)
  }
  return values
}

const soundItem = (item: unknown, of: ListItem): unknown =>
  of.type === "nested" ? valuesOf(item, of.def().fields) : soundValue(item, of)

const soundValue = (node: unknown, field: ScalarField): unknown =>
  isScalar(node) && findFault(node.value, field) === undefined ? node.value : undefined

/** Every difference between YAML and the fields that it should have. */
export const fieldProblems = (yaml: Yaml, fields: Fields): Generator<Problem> =>
  mapProblems(yaml, yaml.root, fields)

/** Every difference between a list in YAML and the fields that its items should have. */
export const listProblems = (yaml: Yaml, name: string, fields: Fields): Generator<Problem> =>
  valueProblems(yaml, yaml.root, name, listOf(fields), yaml.placeOfNode(yaml.root))

const listOf = (fields: Fields): Field => ({
  type: "list",
  of: { type: "nested", def: () => ({ name: "Item", fields }) },
  description: "",
})

/** The items of a list, each with the values that are as its fields want them. */
export const itemsOf = (node: unknown, fields: Fields): readonly Record<string, unknown>[] =>
  isSeq(node) ? node.items.map((item) => valuesOf(item, fields)) : []

function* mapProblems(yaml: Yaml, node: unknown, fields: Fields): Generator<Problem> {
  const problem = (place: Place, reason: string, rule: RuleId) =>
    problemAt(yaml.file, place, reason, rule)
  const names = Object.keys(fields)

  if (node !== null && !isMap(node)) {
    const reason = `Unexpected ${nameOf(node)}, expected fields such as ${names[0]}`
    return yield problem(yaml.placeOfNode(node), reason, "field-type")
  }
  const settled = new Set<string | undefined>() // fields that are there, or meant by others
  for (const { key, value } of node?.items ?? []) {
    const name = isScalar(key) ? String(key.value) : `that is a ${nameOf(key)}`
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined
    settled.add(field ? name : findNearest(name, names))
    if (!field) {
      const reason = `Unexpected field ${name}, expected one of ${names.join(", ")}${suggestionOf(name, names)}`
      yield problem(yaml.placeOfNode(key), reason, "field-unknown")
    } else {
      const empty = value === null || (isScalar(value) && value.value === null)
      yield* valueProblems(yaml, value, name, field, yaml.placeOfNode(empty ? key : value))
    }
  }

  for (const [name, field] of Object.entries(fields)) {
    if (!field.required || settled.has(name)) continue
    const reason = `Unexpected absence of ${name}, expected it among the fields: ${lowerFirst(field.description)}`
    yield problem(yaml.placeOfNode(node), reason, "field-missing")
  }
}

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)

function* valueProblems(
  yaml: Yaml,
  node: unknown,
  name: string,
  field: Field | ListedText,
  place: Place,
): Generator<Problem> {
  const wrong = (expected: string) =>
    problemAt(
      yaml.file,
      place,
      `Unexpected ${nameOf(node)} as ${name}, expected ${expected}`,
      "field-type",
    )

  if (field.type === "list") {
    if (!isSeq(node)) {
      return yield wrong(field.of.type === "string" ? "a list, such as [one, two]" : "a list")
    }
    for (const item of node.items) {
      const itemPlace = yaml.placeOfNode(item)
      if (field.of.type === "string") {
        yield* valueProblems(yaml, item, `an item of ${name}`, field.of, itemPlace)
      } else if (isMap(item)) {
        yield* mapProblems(yaml, item, field.of.def().fields)
      } else {
        const names = Object.keys(field.of.def().fields)
        const reason = `Unexpected ${nameOf(item)} as an item of ${name}, expected fields such as ${names[0]}`
        yield problemAt(yaml.file, itemPlace, reason, "field-type")
      }
    }
  } else if (field.type === "nested") {
    if (isMap(node)) yield* mapProblems(yaml, node, field.of.def().fields)
    else yield wrong(`fields of its own, such as ${Object.keys(field.of.def().fields)[0]}`)
  } else {
    const expected = isScalar(node) ? findFault(node.value, field) : expectedOf(field)
    if (expected !== undefined) yield wrong(expected)
  }
}

/** What was expected instead of a value, or nothing if it is as it should be. */
function findFault(value: unknown, field: ScalarField): string | undefined {
  const expected = expectedOf(field)
  switch (field.type) {
    case "string": {
      if (typeof value === "number" || typeof value === "boolean") return "text, in quotes"
      if (typeof value !== "string" || value.trim() === "") return "text"
      const { maxLength = Infinity, pattern } = field
      const length = Array.from(value).length
      if (length > maxLength) return `at most ${maxLength} characters, not ${length}`
      if (/[\n\r]/.test(value.trim())) return "one line of text"
      if (controlCharacter.test(value)) return "text without control characters"
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
  if (isSeq(node)) return "list"
  const value = isScalar(node) ? node.value : node
  if (value === null || value === undefined) return "nothing"
  const text = JSON.stringify(value)
  return text.length > 60 ? `${text.slice(0, 57)}…` : text
}
