import { expect, test } from "vitest"
import { deliverPage } from "./page"
import { islandRow, nextPage, nextRows, ownModules } from "../testing/pages"
import { UnexpectedPage } from "./unexpected-page"

/** What is wrong with a page. */
function complaint(source: string, base = ""): string {
  try {
    deliverPage(source, base, ownModules)
  } catch (error) {
    if (error instanceof UnexpectedPage) return error.message
    throw error
  }
  return "none"
}

const withScript = (script: string) => nextPage({ head: script })
const withFlight = (push: string) =>
  nextPage().replace("</body>", `<script>self.__next_f.push(${push})</script></body>`)

const script = (shown: string) =>
  `Unexpected script ${shown}, expected Next.js's own or one of ours`
const place = "Unexpected HTML, expected a body, and a head that begins with charset"

test("a page as expected has nothing wrong with it", () => {
  expect(complaint(nextPage())).toBe("none")
})

test.each([
  [
    "from elsewhere",
    `<script src="https://ads.example/a.js"></script>`,
    "https://ads.example/a.js",
  ],
  [
    "from elsewhere that looks like Next.js's",
    `<script src="https://ads.example/_next/a.js"></script>`,
    "https://ads.example/_next/a.js",
  ],
  ["of another folder", `<script src="/public.js"></script>`, "/public.js"],
  ["inline", `<script>alert(1)</script>`, "alert(1)"],
  ["inline with an address", `<script data-inline="" src="/a.js"></script>`, "/a.js"],
  [
    "that reveals streamed content",
    `<script>$RB=[];$RC("B:0","S:0")</script>`,
    `$RB=[];$RC("B:0","S:0")`,
  ],
  [
    "that starts the clock and more",
    `<script>requestAnimationFrame(function(){$RT=performance.now()});alert(1)</script>`,
    "requestAnimationFrame(function(){$RT=performance.now()});alert(1)",
  ],
])("a script %s", (_name, element, shown) => {
  expect(complaint(withScript(element))).toBe(script(shown))
})

test("Next.js's scripts without the assetPrefix", () => {
  expect(complaint(nextPage(), "/blog")).toBe(script("/_next/static/chunks/1ixkw5n93ihl4.js"))
})

test.each([
  ["not JSON", `[1,'a']`, `Unexpected data [1,'a']), expected JSON`],
  [
    "two in one",
    `[0]);self.__next_f.push([2,null]`,
    /^Unexpected data \[0\]\);self.*, expected JSON$/,
  ],
  [
    "of a kind that does not exist",
    `[2,{"a":1}]`,
    `Unexpected flight data [2,{"a":1}], expected text or bytes`,
  ],
  ["no text", `[1,5]`, "Unexpected flight data [1,5], expected text or bytes"],
  ["no list", `"a"`, `Unexpected flight data "a", expected text or bytes`],
])("flight data that is %s", (_name, push, message) => {
  expect(complaint(withFlight(push))).toMatch(message)
})

test("a start of the chunks that is not JSON", () => {
  const page = nextPage().replace(`{"otherChunks"`, "{otherChunks")
  expect(complaint(page)).toMatch(/^Unexpected data \{otherChunks.*, expected JSON$/)
})

test("no flight data at all", () => {
  const page = nextPage().replaceAll(/<script>[^<]*__next_f[^<]*<\/script>/g, "")
  expect(complaint(page)).toBe(
    "Unexpected page without self.__next_f, expected Next.js's flight data",
  )
})

test.each([
  ["an empty file", ""],
  ["no head", nextPage().replace(/<head>[^]*<\/head>/, "")],
  ["no charset", nextPage().replace(`<meta charSet="utf-8"/>`, "")],
  [
    "a script before the charset",
    nextPage().replace("<head>", `<head><script data-inline="">a()</script>`),
  ],
  ["a frameset", `<head><meta charset="utf-8"></head><frameset><frame src="/a"></frameset>`],
])("%s", (_name, page) => {
  expect(complaint(page)).toBe(place)
})

test.each([
  ["as a row of its own", [nextRows, islandRow]],
  ["in two pushes", [nextRows + islandRow.slice(0, 7), islandRow.slice(7)]],
  ["after a long text, which has no line end", [nextRows, `c:T5,h\nllo${islandRow}`]],
])("a client module of ours outside an island, %s", (_name, flight) => {
  expect(complaint(nextPage({ flight }))).toBe(
    "Unexpected client component outside an island, expected an element with data-island around it",
  )
})

test("a text that looks like the import of a module is none", () => {
  const text = `\n${islandRow}`
  const row = `c:T${Buffer.byteLength(text).toString(16)},${text}`
  expect(complaint(nextPage({ flight: [nextRows, row] }))).toBe("none")
})

test("a style element, which the policy would silence", () => {
  expect(complaint(nextPage({ body: "<svg><style>a{}</style></svg>" }))).toBe(
    "Unexpected style element, expected a stylesheet: no policy allows it",
  )
})

test.each(["https://", "https://a;sandbox/x.png", "https://a,b.example/x.png"])(
  "a picture at %s, which no policy can name",
  (address) => {
    expect(complaint(nextPage({ body: `<img src="${address}">` }))).toBe(
      `Unexpected picture ${address}, expected an address with a plain host`,
    )
  },
)
