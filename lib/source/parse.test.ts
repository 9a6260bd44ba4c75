import { expect, test } from "vitest"
import { treeOf } from "../testing/parsed"

test.each([
  ["a {b\n\nc", "1:3"],
  ["a\n\nb <c", "3:3"],
  ["a\n\n  {/* b\n\nc\n", "3:3"],
  ["`{` \\{ {a b}", "1:8"],
  ["a\n\nimport b", "3:1"],
])("of %j, which cannot be read, it says where that begins", (body, place) => {
  expect(() => treeOf(body)).toThrow(
    expect.objectContaining({
      opening: expect.objectContaining({
        line: Number(place.split(":")[0]),
        column: Number(place.split(":")[1]),
      }),
    }),
  )
})
