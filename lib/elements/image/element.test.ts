import { expect, test } from "vitest"
import { factsOf } from "../../testing/body"
import type { Run } from "../../mdx/run"
import { fillImages, nameOf, type ImageUse } from "./use"

/** A body as HTML, and how it uses images. */
function compiled(body: string): { html: string; uses: readonly ImageUse[] } {
  const uses: ImageUse[] = []
  const runs = fillImages(factsOf(body).runs, (use) => {
    uses.push(use)
    return `[${use.src}]`
  })
  return { html: runs.map(textOf).join("").replaceAll("\n", ""), uses }
}

const textOf = (run: Run): string =>
  typeof run === "string" ? run : `<${run.name}>${run.children.map(textOf).join("")}</${run.name}>`

test.each([
  ["![a](b.png)", '<p class="image">[b.png]</p>'],
  [
    '![a](b.png "A *plain* <caption>")',
    '<figure class="image">[b.png]<figcaption>A *plain* &#x3C;caption></figcaption></figure>',
  ],
  ['a ![b](c.png "d") e', "<p>a [c.png] e</p>"],
  ["![a](b.png) ![c](d.png)", "<p>[b.png] [d.png]</p>"],
  ["[![a](b.png)](/c/)", '<p class="image"><a href="/c/">[b.png]</a></p>'],
  [
    '[![a](b.png "c")](/d/)',
    '<figure class="image"><a href="/d/">[b.png]</a><figcaption>c</figcaption></figure>',
  ],
  ["- a\n- ![c](d.png)", "<ul><li>a</li><li>[d.png]</li></ul>"],
  ["- a\n\n  ![c](d.png)", '<ul><li><p>a</p><p class="image">[d.png]</p></li></ul>'],
  ["![a][b]\n\n[b]: c.png", '<p class="image">[c.png]</p>'],
  ["<Decorative>\n![](a.png)\n</Decorative>", '<p class="image">[a.png]</p>'],
  ["<Decorative>![](a.png)</Decorative>", '<p class="image">[a.png]</p>'],
  ["<Decorative>\n\na\n\n![](b.png)\n\n</Decorative>", '<p>a</p><p class="image">[b.png]</p>'],
])("%j: an image alone is a block, and its title the caption", (body, html) => {
  expect(compiled(body).html).toBe(html)
})

test("what a picture has to know of its use", () => {
  const { uses } = compiled("![“é” & 'b'](./%C3%A9.png)\n\n## a\n\nb [![](c.png 'd')](/e/)")
  expect(uses).toEqual([
    {
      src: "./%C3%A9.png",
      alt: "“é” & 'b'",
      place: "text",
      block: true,
      linked: false,
      first: true,
    },
    { src: "c.png", alt: "", title: "d", place: "text", block: false, linked: true, first: false },
  ])
})

test("what an author writes in several lines is one", () => {
  const { html, uses } = compiled('![a\nb](c.png "d\ne")')
  expect(uses[0]?.alt).toBe("a b")
  expect(html).toContain("<figcaption>d e</figcaption>")
})

test.each(["## a\n\n![b](c.png)", "> #### a\n\n![b](c.png)"])(
  "%j: no image comes first",
  (body) => {
    expect(compiled(body).uses.map(({ first }) => first)).toEqual([false])
  },
)

test("only one image comes first", () => {
  const { uses } = compiled("![a](b.png)\n\n![c](d.png)")
  expect(uses.map(({ first }) => first)).toEqual([true, false])
})

test("text cannot pretend to be an image", () => {
  expect(compiled('a {"\\u0001%7B%7D\\u0001"} b').html).toBe("<p>a %7B%7D b</p>")
})

test.each([
  ["a.png", "a.png"],
  ["./a.png", "a.png"],
  ["e\u0301.png", "é.png"],
  ["%C3%A9.png", "é.png"],
  ["e%CC%81.png", "é.png"],
  ["100%.png", "100%.png"],
])("%j is the file %j", (src, name) => {
  expect(nameOf(src)).toBe(name)
})
