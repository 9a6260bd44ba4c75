import { expect, test } from "vitest"
import { formatShare, parseShare } from "./share"

const now = Date.UTC(2027, 2, 3)
const share = { scope: "/posts/größe/", expires: now + 1000 }
const key = formatShare(share, "secret")

test("a key says what it was made for, until it expires", () => {
  expect(parseShare(key, "secret", now)).toEqual(share)
  expect(parseShare(key, "secret", now + 999)).toEqual(share)
  expect(parseShare(key, "secret", now + 1000)).toBe("expired")
})

test("a key is of one secret", () => {
  expect(parseShare(key, "Secret", now)).toBeUndefined()
  expect(parseShare(key, "", now)).toBeUndefined()
})

test("no character of a key can be changed", () => {
  for (let index = 0; index < key.length; index++) {
    for (const other of ["0", "9", "A", "_", "."]) {
      if (key[index] === other) continue
      const altered = key.slice(0, index) + other + key.slice(index + 1)
      // The last character of base64 has bits that decode to nothing: the text is compared, not them.
      expect(parseShare(altered, "secret", now), altered).toBeUndefined()
    }
  }
})

test.each(["", ".", "..", "a.b.c", `${key}.`, ` ${key}`, key.slice(0, -1), `${key}A`, "1e9.Lw.x"])(
  "%j is no key",
  (text) => {
    expect(parseShare(text, "secret", now)).toBeUndefined()
  },
)
