import { toHtml } from "hast-util-to-html"
import { expect, test } from "vitest"
import { cleanSvg, drawDiagram } from "./draw"

const flow = "flowchart LR\n  A[urn] --> B{ball?}\n  B -->|red| C((stop))\n  B -.-> A"

const drawn = (source: string) => {
  const outcome = drawDiagram(source)
  if (!("svg" in outcome)) throw new Error(outcome.reason)
  return outcome
}

test.each([
  [flow, "urn → ball?; ball? → stop (red); ball? → urn"],
  ["graph TD\n  A --> B & C\n  %% a remark", "A → B; A → C"],
  [
    "stateDiagram-v2\n  [*] --> Still\n  Still --> Moving: push",
    "start → Still; Still → Moving (push)",
  ],
  [
    "sequenceDiagram\n  participant A as Author\n  A->>B: push\n  B-->>A: preview",
    "push, preview, Author, B",
  ],
  ["classDiagram\n  Animal <|-- Duck\n  Animal : +int age", "Animal, + age: int, Duck"],
  ["erDiagram\n  POST ||--o{ PART : has", "POST, PART, has"],
])("%s is drawn, and said in words", (source, words) => {
  expect(drawn(source).words).toBe(words)
})

test.each([
  ["pie title Pets\n  a: 1", 0, /^Unexpected pie, expected flowchart, /],
  [
    `${flow}${"\n  A --> B".repeat(200)}`,
    150,
    /^Unexpected diagram of 204 lines, expected at most 150$/,
  ],
  ["", 0, /^Unexpected diagram without a line, expected flowchart, /],
  [
    `${flow}\n  C ->> A`,
    4,
    /^Unexpected C ->> A, expected a line that draws something, as flowchart/,
  ],
  [`${flow}\n  C --`, 4, /^Unexpected C --, /],
  ["flowchart LR\n  A --> B --> C ~> D", 1, /^Unexpected /],
  [
    "flowchart LR\n  A[a <b> c] --> B",
    1,
    /^Unexpected label a <b> c, expected one without < and >$/,
  ],
  ["sequenceDiagram\n  A->>B: push\n  B >> A: what", 2, /^Unexpected B >> A: what, /],
])("%s is not drawn: line %i", (source, line, reason) => {
  expect(drawDiagram(source)).toEqual({ line, reason: expect.stringMatching(reason) })
})

test("what is drawn runs, loads and styles nothing, and has ids of its own", () => {
  const html = toHtml(cleanSvg(drawn(flow).svg, "diagram-1-"))
  expect(html).not.toMatch(
    /<style|style=|@import|https?:\/\/(?!www\.w3\.org)|\bon\w+=|data-|<script/,
  )
  expect(html).toContain('id="diagram-1-arrowhead"')
  expect(html).toContain('marker-end="url(#diagram-1-arrowhead)"')
  expect(html).not.toMatch(/\d\.\d\d/)
})
