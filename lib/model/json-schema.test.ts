import { readFile } from "node:fs/promises"
import { format } from "prettier"
import { expect, test } from "vitest"
import { parse } from "yaml"
import { jsonSchemaOf, jsonSchemaOfList } from "./json-schema"
import { mdxTags } from "../mdx/tags"
import * as schema from "./schema"

const { postFields, pageFields, seriesFields, courseFields, siteFields, termFields } = schema
const schemas = {
  post: jsonSchemaOf("post", postFields),
  page: jsonSchemaOf("page", pageFields),
  series: jsonSchemaOf("series", seriesFields),
  course: jsonSchemaOf("course", courseFields),
  site: jsonSchemaOf("site", siteFields),
  glossary: jsonSchemaOfList("glossary", termFields),
}

// `npx vitest run lib/model/json-schema.test.ts -u` writes them anew.
test.each(Object.entries(schemas))(
  "editors have the schema of a %s as it is",
  async (name, made) => {
    const text = await format(JSON.stringify(made), {
      parser: "json",
      printWidth: 100,
      objectWrap: "preserve",
    })
    await expect(text).toMatchFileSnapshot(`../../.vscode/schemas/${name}.json`)
  },
)

test("a schema knows types, limits and what must be there", () => {
  const { properties, required, additionalProperties } = jsonSchemaOf(
    "post",
    postFields,
  ) as unknown as {
    properties: Record<string, object>
    required: string[]
    additionalProperties: boolean
  }
  expect(required).toEqual(["title", "description", "date"])
  expect(additionalProperties).toBe(false)
  expect(properties["title"]).toMatchObject({ type: "string", maxLength: 120 })
  expect(properties["part"]).toMatchObject({ type: "integer", minimum: 1 })
  expect(properties["draft"]).toMatchObject({ type: "boolean", default: false })
  expect(properties["tags"]).toMatchObject({ type: "array", items: { type: "string" } })
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
  for (const tag of Object.keys(mdxTags)) expect(snippets).toContain(`<${tag}`)
})
