import { readFile } from "node:fs/promises"
import { format } from "prettier"
import { expect, test } from "vitest"
import { parse } from "yaml"
import * as z from "zod/mini"
import { tags } from "../elements/all"
import { about, type Schema } from "./field"
import * as schema from "./schema"

const schemas = {
  post: schema.postSchema,
  page: schema.pageSchema,
  series: schema.seriesSchema,
  course: schema.courseSchema,
  site: schema.siteSchema,
  glossary: schema.glossarySchema,
}

/** A JSON Schema of draft 7, which editors know. */
const jsonSchemaOf = (schema: Schema) =>
  z.toJSONSchema(schema, {
    target: "draft-7",
    io: "input",
    metadata: about,
    override({ jsonSchema }) {
      delete jsonSchema["prose"]
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum
    },
  })

// `npx vitest run lib/model/json-schema.test.ts -u` writes them anew.
test.each(Object.entries(schemas))(
  "editors have the schema of a %s as it is",
  async (name, one) => {
    const text = await format(JSON.stringify(jsonSchemaOf(one)), {
      parser: "json",
      printWidth: 100,
      objectWrap: "preserve",
    })
    await expect(text).toMatchFileSnapshot(`../../.vscode/schemas/${name}.json`)
  },
)

test("a schema knows types, limits and what must be there", () => {
  const { properties, required, additionalProperties } = jsonSchemaOf(schema.postSchema)
  expect(required).toEqual(["title", "description", "date"])
  expect(additionalProperties).toBe(false)
  expect(properties).toMatchObject({
    title: { type: "string", maxLength: 120 },
    part: { type: "integer", minimum: 1 },
    draft: { type: "boolean", default: false },
    tags: { type: "array", items: { type: "string" } },
  })
})

test("the editor is told of every schema, and of files that exist", async () => {
  const settings = parse(await readFile(".vscode/settings.json", "utf8")) as {
    "yaml.schemas": Record<string, string>
  }
  expect(settings["yaml.schemas"]).toEqual({
    ".vscode/schemas/series.json": "content/series/*.yaml",
    ".vscode/schemas/course.json": "content/courses/*.yaml",
    ".vscode/schemas/site.json": "content/site.yaml",
    ".vscode/schemas/glossary.json": "content/glossary.yaml",
  })
})

test("the editor completes every tag", async () => {
  const snippets = await readFile(".vscode/partwise.code-snippets", "utf8")
  const names = [...tags.keys()].filter((name) => /^[A-Z]/.test(name))
  for (const tag of names) expect(snippets).toContain(`<${tag}`)
})
