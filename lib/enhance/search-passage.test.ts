import { expect, test } from "vitest"
import { directiveOf, hasAll, passageIn } from "./search-passage"

const markdown = `# Nets

> What they are.

Lead with **softmax** in it.

## How it \`learns\`: a [first](https://a.example/) look

A long beginning, which says nothing of the thing that is looked for, and goes on for a while. Then the
*gradient* flows back through $x_1$, as [Hinton](https://b.example/x) says; and the text goes on and on, until there is no
more room for it in a result of a search.

## Next

- Another gradient.
`

test("a passage is what its section says around the words", () => {
  const found = passageIn(markdown, "How it learns: a first look", ["gradient", "hinton"])
  expect(found).toMatch(/^… .*Then the gradient flows back through \$x_1\$, as Hinton says; .* …$/)
  expect(found?.length).toBeLessThan(170)
  expect(passageIn(markdown, "", ["softmax"])).toContain("Lead with softmax in it.")
  expect(passageIn(markdown, "Next", ["gradient"])).toBe("Another gradient.")
  expect(passageIn(markdown, "Next", ["softmax"])).toBeUndefined()
  expect(passageIn(markdown, "Elsewhere", ["softmax"])).toBeUndefined()
})

test("a directive names each word once, with the words around it", () => {
  expect(directiveOf("Then the gradient flows back, the gradient", ["gradient", "back"])).toBe(
    ":~:text=Then%20the-,gradient,-flows%20back&text=gradient%20flows-,back",
  )
  expect(directiveOf("A well-known é, été & co", ["known", "ete"])).toBe(
    ":~:text=known,-%C3%A9&text=%C3%A9t%C3%A9",
  )
  expect(directiveOf("Nothing of it", ["gradient"])).toBe("")
})

test("whether a text has all words is told without capitals and accents", () => {
  expect(hasAll("Résidual nets, again", ["residual", "nets"])).toBe(true)
  expect(hasAll("Residual nets", ["residual", "gates"])).toBe(false)
})
