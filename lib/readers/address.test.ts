import { expect, test } from "vitest"
import { parseAddress } from "./address"

test.each([
  ["ann@example.org", "ann@example.org"],
  ["Ann+news@Example.ORG", "ann+news@example.org"],
  ["jörg@bücher.example", "jörg@xn--bcher-kva.example"],
  [" o'hara@example.co.uk ", "o'hara@example.co.uk"],
])("%s is an address", (text, key) => {
  expect(parseAddress(text)?.key).toBe(key)
})

test.each([
  "",
  "ann",
  "@example.org",
  "ann@localhost",
  "ann@@example.org",
  "ann@example.org\r\nBcc: all@example.org",
  "ann@example.org, bob@example.org",
  "<ann@example.org>",
  "a nn@example.org",
  "ann\u202e@example.org",
  "ann..b@example.org",
  "ann@[127.0.0.1]",
  "ann@127.0.0.1",
  `${"a".repeat(65)}@example.org`,
  `ann@${"a.".repeat(150)}example.org`,
])("%j is none", (text) => {
  expect(parseAddress(text)).toBeUndefined()
})
