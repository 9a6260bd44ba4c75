import { expect, test } from "vitest"
import { factsOf } from "../../testing/body"

const htmlOf = (body: string) => factsOf(body).runs.map(String).join("")

test("tabs are blocks one after the other, below their titles", () => {
  const html = htmlOf(
    '<Tabs group="g">\n<Tab title="A">\n\na\n\n</Tab>\n\n{/* no */}\n\n<Tab title="B & C">\n\nb\n\n</Tab>\n</Tabs>',
  )
  expect(html.replaceAll("\n", "")).toBe(
    '<tab-group data-group="g"><div class="tab-list"></div>' +
      '<section class="tab" data-tab="A"><p class="tab-title">A</p><p>a</p></section>' +
      '<section class="tab" data-tab="B &#x26; C"><p class="tab-title">B &#x26; C</p><p>b</p></section>' +
      "</tab-group>",
  )
})

test("React gets tabs with a tag in them in pieces that it can render", () => {
  const [run] = factsOf(
    '<Tabs>\n<Tab title="A">\n\n<CourseOutline course="a" />\n\n</Tab>\n<Tab title="B">b</Tab>\n</Tabs>',
  ).runs
  expect(run).toMatchObject({
    name: "tab-group",
    children: [
      { name: "div", children: [""] },
      { name: "section", children: [expect.any(String), { name: "CourseOutline" }] },
      { name: "section", children: [expect.any(String)] },
    ],
  })
})
