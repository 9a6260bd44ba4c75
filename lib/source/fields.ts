import { isCollection, isMap, isScalar, isSeq } from "yaml"
import * as core from "zod/v4/core"
import * as z from "zod/mini"
import { findNearest } from "../model/nearest"
import type { RuleId } from "../model/rules"
import { problemAt, type Problem } from "../model/problem"
import { about, bareOf, type Schema } from "../model/field"
import type { Yaml } from "./yaml"

type Path = readonly PropertyKey[]
type Issue = core.$ZodIssue

/**
 * The values of YAML that are as its schema wants them. What is wrong is reported, and left out, so
 * that rules between documents need not look twice. Lists keep their length: in place of a wrong text
 * stands `null`, which caches keep, in place of a wrong object one without fields.
 */
export function valuesOf(yaml: Yaml, schema: Schema, report: (problem: Problem) => void): unknown {
  const value = valueOf(yaml, schema)
  const { error } = z.safeParse(schema, value)
  const issues = error?.issues ?? []
  for (const problem of problemsOf(issues, yaml, schema)) report(problem)
  return withoutFaults(value, issues, schema)
}

/** Every difference between YAML and its schema. */
function* problemsOf(issues: readonly Issue[], yaml: Yaml, schema: Schema): Generator<Problem> {
  const problem = (node: unknown, reason: string, rule: RuleId) =>
    problemAt(yaml.file, yaml.placeOfNode(node), `Unexpected ${reason}`, rule)

  const meant = new Set<string>() // missing fields that an unknown one stands for
  for (const { code, path, message } of issues) {
    if (code !== "unrecognized_keys") continue
    const names = Object.keys(shapeOf(schemaAt(schema, path)))
    for (const key of keysIn(nodeAt(yaml.root, path))) {
      const name = isScalar(key) ? String(key.value) : `that is a ${nameOf(key)}`
      if (names.includes(name)) continue
      meant.add(String([...path, findMeant(name, names)]))
      const reason = `field ${name}, expected ${message}${meantBy(name, names)}`
      yield problem(key, reason, "field-unknown")
    }
  }

  for (const { code, path, message } of issues) {
    if (code === "unrecognized_keys") continue
    const name = path.at(-1)
    const parent = nodeAt(yaml.root, path.slice(0, -1))
    const key = keysIn(parent).find((one) => isScalar(one) && one.value === name)
    if (typeof name === "string" && !key) {
      if (meant.has(String(path))) continue
      const { description = "" } = about.get(schemaAt(schema, path)) ?? {}
      const reason = `absence of ${name}, expected it among the fields: ${lowerFirst(description)}`
      yield problem(parent, reason, "field-missing")
      continue
    }
    const node = nodeAt(yaml.root, path)
    const empty = node === undefined || (isScalar(node) && node.value === null)
    const reason = `${nameOf(node)}${placeName(schema, path)}, expected ${message}`
    yield problem(key && empty ? key : node, reason, "field-type")
  }
}

/** What other systems call our fields, in lower case and without signs between words. */
const otherNames: Readonly<Record<string, string>> = {
  abstract: "description",
  categories: "tags",
  category: "tags",
  cover: "image",
  coverimage: "image",
  created: "date",
  excerpt: "description",
  featuredimage: "image",
  heroimage: "image",
  keywords: "tags",
  language: "lang",
  lastmod: "updated",
  lastmodified: "updated",
  lastupdated: "updated",
  locale: "lang",
  moddatetime: "updated",
  modified: "updated",
  ogimage: "image",
  pubdate: "date",
  pubdatetime: "date",
  published: "date",
  publishdate: "date",
  publishedat: "date",
  publishedon: "date",
  spoiler: "description",
  subtitle: "description",
  summary: "description",
  tag: "tags",
  thumbnail: "image",
  unlisted: "draft",
  updatedat: "updated",
  updateddate: "updated",
}

/** The field that an unknown one stands for: what another system calls it, or the nearest in letters. */
function findMeant(name: string, names: readonly string[]): string | undefined {
  const other = otherNames[name.toLowerCase().replaceAll(/[\s_-]/g, "")]
  return other !== undefined && names.includes(other) ? other : findNearest(name, names)
}

function meantBy(name: string, names: readonly string[]): string {
  const meant = findMeant(name, names)
  return meant === undefined ? "" : `; did you mean ${meant}?`
}

/** @param value is changed */
function withoutFaults(value: unknown, issues: readonly Issue[], schema: Schema): unknown {
  const top: { value?: unknown } = { value }
  const objectAt = (path: Path) =>
    path.reduce<object>((outer, step) => Reflect.get(outer, step) as object, top)

  for (const issue of issues) {
    const path: PropertyKey[] = ["value", ...issue.path]
    const keys = issue.code === "unrecognized_keys" ? issue.keys : path.splice(-1)
    for (const key of keys) {
      if (typeof key === "number") {
        const isObject = schemaAt(schema, issue.path) instanceof core.$ZodObject
        Reflect.set(objectAt(path), key, isObject ? {} : null)
      } else Reflect.deleteProperty(objectAt(path), key)
    }
  }
  return top.value ?? (schema instanceof core.$ZodObject ? {} : [])
}

/** An empty file has no fields, as one of `{}`. */
const valueOf = ({ root }: Yaml, schema: Schema): unknown =>
  root === null && schema instanceof core.$ZodObject ? {} : root?.toJSON()

/** What YAML has at a path: `undefined` where it has nothing. */
const nodeAt = (root: unknown, path: Path): unknown =>
  path.length > 0 && isCollection(root) ? root.getIn(path, true) : root

const keysIn = (node: unknown): readonly unknown[] =>
  isMap(node) ? node.items.map(({ key }) => key) : []

/** The schema that a path leads to, without what makes it optional. */
const schemaAt = (schema: Schema, path: Path): Schema =>
  path.reduce<Schema>((outer, step) => {
    const inner =
      outer instanceof core.$ZodArray ? outer._zod.def.element : shapeOf(outer)[String(step)]
    return inner ? bareOf(inner) : outer
  }, bareOf(schema))

const shapeOf = (schema: Schema) => (schema instanceof core.$ZodObject ? schema._zod.def.shape : {})

/** " as title", " as an item of tags", or nothing for the fields of a file. */
function placeName(schema: Schema, path: Path): string {
  const name = (path: Path): string => {
    const last = path.at(-1)
    if (typeof last === "number") return `an item of ${name(path.slice(0, -1))}`
    return last === undefined ? `the ${about.get(schema)?.title}` : String(last)
  }
  return path.length === 0 && schema instanceof core.$ZodObject ? "" : ` as ${name(path)}`
}

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)

/** A value as an error names it, cut short. */
function nameOf(node: unknown): string {
  if (isMap(node)) return "fields"
  if (isSeq(node)) return "list"
  const value = isScalar(node) ? node.value : node
  if (value === null || value === undefined) return "nothing"
  const text = JSON.stringify(value)
  return text.length > 60 ? `${text.slice(0, 57)}…` : text
}
