import { expect, test } from "vitest"
import { configFrom } from "./config"

const url = "https://example.org"

test("an address is enough", () => {
  expect(configFrom({ url })).toMatchObject({ url, branch: "main", keep: 5, port: 3000 })
  const previews = "https://*.preview.example.org:8443"
  expect(configFrom({ url, previews })).toMatchObject({ previews })
})

test.each([
  [undefined, "Unexpected value undefined, expected an object"],
  [{}, "Unexpected url undefined, expected an address"],
  [{ url: "example.org" }, 'Unexpected url "example.org"'],
  [{ url: "ftp://example.org" }, "Unexpected url"],
  [{ url: "https://a:b@example.org" }, "Unexpected url"],
  [{ url: `${url}/?a` }, "Unexpected url"],
  [{ url, keep: "5" }, 'Unexpected keep "5", expected a number'],
  [{ url, keep: 0 }, "Unexpected keep 0, expected a number from 1"],
  [{ url, port: Number.NaN }, "Unexpected port null, expected a number from 0 to 65535"],
  [{ url, brnch: "main" }, 'Unexpected field "brnch", expected branch, install'],
  [{ url, previews: "https://preview.example.org/*" }, "Unexpected previews"],
  [{ url, previews: "https://*.preview.example.org/a" }, "Unexpected previews"],
  [{ url, previews: "https://*-preview.example.org" }, "Unexpected previews"],
  [{ url, previews: "https://preview.example.org" }, "Unexpected previews"],
])("%j is refused", (value, words) => {
  expect(() => configFrom(value)).toThrow(words)
})
