import { expect, test } from "vitest"
import { formatToken, parseToken, type Token } from "./token"

const signing = { secret: "secret", site: "https://blog.example" }
const token: Token = { purpose: "confirm", id: "1", subject: "everything", expires: 1_000 }
const text = formatToken(token, signing)

test("a token says what it was made for, until its time is over", () => {
  expect(parseToken(text, "confirm", signing, 999)).toEqual(token)
  expect(parseToken(text, "confirm", signing, 1_000)).toBe("expired")
})

test("one for another purpose, of another site or secret, or altered anywhere, is none", () => {
  expect(parseToken(text, "manage", signing, 0)).toBeUndefined()
  expect(
    parseToken(text, "confirm", { ...signing, site: "https://other.example" }, 0),
  ).toBeUndefined()
  expect(parseToken(text, "confirm", { ...signing, secret: "other" }, 0)).toBeUndefined()
  for (let i = 0; i < text.length; i++) {
    const other = text[i] === "A" ? "B" : "A"
    const altered = text.slice(0, i) + other + text.slice(i + 1)
    expect(parseToken(altered, "confirm", signing, 0), altered).toBeUndefined()
  }
  for (const none of ["", ".", "..", `${text}.`, "a.b.c", "é.é"]) {
    expect(parseToken(none, "confirm", signing, 0), none).toBeUndefined()
  }
})
