import { expect, test } from "vitest"
import { factsOf } from "../../testing/body"

/** A body's HTML, with x for the formula. */
const htmlOf = (body: string) =>
  factsOf(body)
    .runs.filter((run) => typeof run === "string")
    .join("")
    .replaceAll(/<math>.*?<\/math>/g, "x")

const joined = (text: string) => `<span class="joined">${text}</span>`

test.each([
  ["A $x$, b.", `A ${joined("x,")} b.`],
  ["A $x$. B", `A ${joined("x.")} B`],
  ["A ($x$) b", `A ${joined("(x)")} b`],
  ['A "$x$", b', `A ${joined("“x”,")} b`],
  ["A $x$'s b", `A ${joined("x’s")} b`],
  ["A $x$-axis", `A ${joined("x-")}axis`],
  ["A $x$th b", `A ${joined("xth")} b`],
  ["A *$x$*, b", `A ${joined("<em>x</em>,")} b`],
  ["A [$x$](/b/): c", `A ${joined('<a href="/b/">x</a>:')} c`],
  ["A $x$ b", "A x b"],
  ["A $x$ — b", "A x — b"],
  ["A ( $x$ ) b", "A ( x ) b"],
  ["pages 3--9, 1914–1918", `pages ${joined("3–9")}, ${joined("1914–1918")}`],
  ["`3–9` -- 9", "<code>3–9</code> – 9"],
])("%j", (body, html) => {
  expect(htmlOf(body)).toBe(`<p>${html}</p>`)
})

test("a formula that scrolls in a box of its own is joined with the box", () => {
  const long = "x_1 + x_2 + x_3 + x_4 + x_5 + x_6 + x_7 + x_8 + x_9 + x_{10}"
  expect(htmlOf(`A $${long}$, b`)).toMatch(
    /<span class="joined"><span class="formula-box"[^>]*>x<\/span>,<\/span> b/,
  )
})
