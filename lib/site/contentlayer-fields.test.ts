import { expect, test } from "vitest"
import { postSchema, seriesSchema, siteSchema } from "../model/schema"
import { contentlayerFieldsOf } from "./contentlayer-fields"

test("fields have the types, defaults and descriptions of their schema", () => {
  expect(contentlayerFieldsOf(postSchema)).toMatchObject({
    title: { type: "string", required: true, description: "Plain text" },
    date: { type: "date", required: true },
    updated: { type: "date", required: false },
    tags: { type: "list", of: { type: "string" }, required: false, default: [] },
    part: { type: "number", required: false },
    draft: { type: "boolean", required: false, default: false },
  })
})

test("objects, alone and in lists, have fields of their own", () => {
  expect(contentlayerFieldsOf(siteSchema)).toMatchObject({
    author: { type: "nested", of: { type: "nested" }, required: true },
  })
  expect(contentlayerFieldsOf(seriesSchema)).toMatchObject({
    planned: { type: "list", of: { type: "nested" }, default: [] },
  })
})
