import * as fc from "fast-check"
import { expect, test } from "vitest"
import { hashOf, settingsIn } from "./settings"

const start = { size: 4, name: "a", isOn: false, rows: [[1, 2]] }

test("what differs from the start comes back from an address, and nothing else is in it", () => {
  const settings = fc.record({
    size: fc.integer(),
    name: fc.string(),
    isOn: fc.boolean(),
    rows: fc.array(fc.array(fc.integer(), { minLength: 1 }), { minLength: 1 }),
  })
  fc.assert(
    fc.property(settings, (changed) => {
      const hash = hashOf("c0", changed, start)
      expect({ ...start, ...(settingsIn(hash, "c0", start) as object) }).toEqual(changed)
      expect(settingsIn(hash, "c1", start)).toBeUndefined()
    }),
  )
  expect(hashOf("c0", start, start)).toBe("#c0?")
})

test.each(["size=%22a%22", "size=", "rows=%5B%5D", "more=1", "__proto__=1", "isOn=1", "size=%"])(
  "%s in an address is none of the settings",
  (words) => {
    expect(settingsIn(`#c0?${words}`, "c0", start)).toMatch(/^Unexpected .* in the address/)
  },
)
