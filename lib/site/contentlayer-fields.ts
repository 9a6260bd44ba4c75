import type { FieldDef, FieldDefs } from "contentlayer2/source-files"
import * as core from "zod/v4/core"
import { about, bareOf, type Schema } from "../model/field"

/** The fields of an object in Contentlayer's own form. */
export const contentlayerFieldsOf = ({ _zod: { def } }: core.$ZodObject): FieldDefs =>
  Object.fromEntries(
    Object.entries(def.shape).map(([name, schema]) => {
      const bare = bareOf(schema)
      const known = { description: about.get(bare)?.description, required: bare === schema }
      const initial =
        schema instanceof core.$ZodDefault ? { default: schema._zod.def.defaultValue } : {}
      return [name, { ...fieldOf(bare), ...known, ...initial } as FieldDef]
    }),
  )

function fieldOf(schema: Schema) {
  if (schema instanceof core.$ZodArray) {
    return { type: "list", of: typeOf(schema._zod.def.element) } as const
  }
  const type = typeOf(schema)
  return type.type === "nested" ? ({ type: "nested", of: type } as const) : type
}

function typeOf(schema: Schema) {
  if (schema instanceof core.$ZodObject) {
    const name = about.get(schema)?.title ?? "Item"
    return { type: "nested", def: () => ({ name, fields: contentlayerFieldsOf(schema) }) } as const
  }
  if (schema instanceof core.$ZodISODate) return { type: "date" } as const
  if (schema instanceof core.$ZodNumber) return { type: "number" } as const
  return { type: schema instanceof core.$ZodBoolean ? "boolean" : "string" } as const
}
