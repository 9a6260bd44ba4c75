import { expect, test } from "vitest"
import { readyTag } from "../model/ready-html"
import { deliverPage } from "./page"
import { nextPage } from "../testing/pages"
import { UnexpectedPage } from "./unexpected-page"

/** What is wrong with a page. */
function complaint(source: string, base = ""): string {
  try {
    deliverPage(source, base, () => "")
  } catch (error) {
    if (error instanceof UnexpectedPage) return error.message
    throw error
  }
  return "none"
}

const withScript = (script: string) => nextPage({ head: script })

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

test("a script in content, whatever it calls itself", () => {
  const page = nextPage({ body: `<script data-inline="">alert(1)</script>` })
  expect(complaint(page)).toBe(script("alert(1)"))
})

test("a script in a body that was put aside, whatever it calls itself", () => {
  const page = nextPage({ body: `<${readyTag} name="posts/a/0"></${readyTag}>` })
  const read = () => `<p>Text</p><script data-inline="">alert(1)</script>`
  expect(() => deliverPage(page, "", read)).toThrow(script("alert(1)"))
})

test("Next.js's scripts without the assetPrefix", () => {
  expect(complaint(nextPage(), "/blog")).toBe(script("/_next/static/chunks/1ixkw5n93ihl4.js"))
})

test.each([
  ["an empty file", ""],
  ["no head", nextPage().replace(/<head>[^]*<\/head>/, "")],
  ["no charset", nextPage().replace(`<meta charSet="utf-8"/>`, "")],
  [
    "a script before the charset",
    nextPage().replace("<head>", `<head><script data-inline="">a()</script>`),
  ],
  ["no body", `<head><meta charset="utf-8"></head><main></main>`],
])("%s", (_name, page) => {
  expect(complaint(page)).toBe(place)
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
