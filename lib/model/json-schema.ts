import type { Field, Fields } from "./schema"

/** A JSON Schema (draft-07, which editors know) of what fields describe. */
export const jsonSchemaOf = (title: string, fields: Fields) => ({
  $schema: "http://json-schema.org/draft-07/schema#",
  title,
  ...objectOf(fields),
})

/** The same of a list whose items have these fields. */
export const jsonSchemaOfList = (title: string, fields: Fields) => ({
  $schema: "http://json-schema.org/draft-07/schema#",
  title,
  type: "array",
  items: objectOf(fields),
})

type Schema = Readonly<Record<string, unknown>>

const objectOf = (fields: Fields): Schema => ({
  type: "object",
  properties: Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [
      name,
      { description: field.description, ...schemaOf(field) },
    ]),
  ),
  required: Object.keys(fields).filter((name) => fields[name]?.required),
  additionalProperties: false,
})

type Typed = Field | Extract<Field, { type: "list" }>["of"]

function schemaOf(field: Typed): Schema {
  switch (field.type) {
    case "string":
      return {
        type: "string",
        minLength: 1,
        ...(field.maxLength === undefined ? {} : { maxLength: field.maxLength }),
        ...patternOf(field),
      }
    case "number":
      return {
        type: field.integer ? "integer" : "number",
        ...(field.least === undefined ? {} : { minimum: field.least }),
      }
    case "boolean":
      return { type: "boolean", ...("default" in field ? { default: field.default } : {}) }
    case "date":
      return { type: "string", format: "date", pattern: String.raw`^\d{4}-\d{2}-\d{2}$` }
    case "list":
      return { type: "array", items: schemaOf(field.of) }
    case "nested":
      return objectOf("of" in field ? field.of.def().fields : field.def().fields)
  }
}

/** JSON Schema has no flags: a form that needs one, or is no expression, is left to the check. */
function patternOf({ pattern }: Extract<Typed, { type: "string" }>): Schema {
  if (!pattern) return {}
  const { form, name } = pattern
  const plain = form instanceof RegExp && form.flags === ""
  return { ...(plain ? { pattern: form.source } : {}), patternErrorMessage: `Expected ${name}` }
}
