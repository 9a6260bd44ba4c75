import { expect, test } from "vitest"
import { isFlightPush, moduleIdsIn, prefixFlight, type Flight } from "./flight"

/** Flight data with the base, as one text; `undefined` where there are bytes that are no text. */
function prefixed(rows: string, base = "/blog"): string {
  const [start, ...pushes] = prefixFlight([[0], [1, rows]], base)
  expect(start).toEqual([0])
  return pushes.map(([kind, text]) => (kind === 1 ? text : `<${text}>`)).join("")
}

const longText = (id: string, text: string) =>
  `${id}:T${Buffer.byteLength(text).toString(16)},${text}`

test("nothing changes without a base", () => {
  const flight: Flight = [[0], [1, `1:{"href":"/a"}\n`]]
  expect(prefixFlight(flight, "")).toBe(flight)
})

test.each([
  [
    `1:["$","a",null,{"href":"/posts/","title":"/posts/"}]`,
    `1:["$","a",null,{"href":"/blog/posts/","title":"/posts/"}]`,
  ],
  [
    `1:{"src":"/a.png","poster":"/b.png","source":"/c.json"}`,
    `1:{"src":"/blog/a.png","poster":"/blog/b.png","source":"/blog/c.json"}`,
  ],
  [
    `1:{"srcSet":"/a.png 1x, /b.png 2x","imageSrcSet":"/a.png 1x"}`,
    `1:{"srcSet":"/blog/a.png 1x, /blog/b.png 2x","imageSrcSet":"/blog/a.png 1x"}`,
  ],
  [
    `:HL["/a.png","image",{"imageSrcSet":"/a.png 1x"}]`,
    `:HL["/blog/a.png","image",{"imageSrcSet":"/blog/a.png 1x"}]`,
  ],
])("addresses of the site get the base: %s", (row, expected) => {
  expect(prefixed(`${row}\n`)).toBe(`${expected}\n`)
})

test.each([
  `1:{"href":"//other.example/"}`,
  `1:{"href":"#a"}`,
  `1:{"href":"https://other.example/"}`,
  `1:{"href":"/blog/_next/static/a.css"}`,
  `:HL["/blog/_next/static/a.css","style"]`,
  `:HC["https://other.example"]`,
  `1:{"children":"say \\"href\\":\\"/a\\" here"}`,
  `2:"/blog/_next/static/chunks/a.js"`,
  `1:I[39756,["/blog/_next/static/a.js"],"default"]`,
])("other addresses do not: %s", (row) => {
  expect(prefixed(`${row}\n`)).toBe(`${row}\n`)
})

test("long texts are untouched, whatever is in them, and the rows around them are not", () => {
  const text = `é ✔️ 漢 "href":"/a"\n1:{"href":"/b"}\n:HL["/c","style"]`
  const row = (name: string) => `${name}:{"href":"/x"}\n`
  const texts = longText("a", text) + longText("b", "") + longText("c", "✔️")
  const rows = row("1") + texts + row("2") + longText("d", text) + row("3")

  expect(prefixed(rows)).toBe(rows.replaceAll(`:{"href":"/x"}`, `:{"href":"/blog/x"}`))
})

test("a row cut in two by pushes, and a last row without a line end", () => {
  const flight: Flight = [[0], [1, `1:{"hr`], [1, `ef":"/a"}\n2:{"href":"/b`], [1, `"}`]]
  expect(prefixFlight(flight, "/blog").slice(1)).toEqual([
    [1, `1:{"href":"/blog/a"}\n`],
    [1, `2:{"href":"/blog/b"}`],
  ])
})

test("binary rows keep their bytes, also those that are no text", () => {
  const bytes = Buffer.from([0xff, 0x0a, 0x00, 0x80])
  const flight: Flight = [
    [0],
    [1, `1:{"href":"/a"}\n2:o4,`],
    [3, bytes.toString("base64")],
    [1, `3:{"href":"/b"}\n`],
  ]
  expect(prefixFlight(flight, "/blog")).toEqual([
    [0],
    [1, `1:{"href":"/blog/a"}\n`],
    [3, Buffer.concat([Buffer.from("2:o4,"), bytes]).toString("base64")],
    [1, `3:{"href":"/blog/b"}\n`],
  ])
})

test("modules are told by their ids, numbers or names", () => {
  const rows = [
    `1:"$Sreact.fragment"\n2:I[39756,["$3"],"default"]\n`,
    longText("a", `\nb:I[1,["$3"],"x"]\n`),
    `c1f:I["[project]/app/a \\"b\\".tsx [client]",["$3"],"Stepper",1]\n:HL["/a","style"]\n`,
    longText("d", "✔️"),
    `e:I[58876,[],"*"]`,
  ]
  const ids = ["39756", `[project]/app/a "b".tsx [client]`, "58876"]
  expect(moduleIdsIn([[0], [1, rows.join("")]])).toEqual(ids)
  expect(moduleIdsIn([[0], ...rows.map((row) => [1, row] as [1, string])])).toEqual(ids)
  expect(moduleIdsIn([[0]])).toEqual([])
})

test("what Next.js pushes is a start, a text or bytes", () => {
  expect([[0], [1, "a"], [3, "AA=="]].every(isFlightPush)).toBe(true)
  expect([[1], [2, "a"], [1, 2], "a", null, {}, []].some(isFlightPush)).toBe(false)
})
