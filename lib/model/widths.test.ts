import { readFile } from "node:fs/promises"
import { expect, test } from "vitest"
import { gap, gutters, measure, rem, side, withMargin } from "./widths"

test("widths that scripts know are those of the styles", async () => {
  const theme = await readFile("app/styles/theme.css", "utf8")
  const columns = await readFile("components/post-columns.tsx", "utf8")
  expect(columns).toMatch(new RegExp(`\\[--gap:clamp\\([^)]*,${gap}rem\\)\\]`))
  const base = await readFile("app/styles/base.css", "utf8")
  expect(theme).toContain(`--measure: ${measure}rem;`)
  expect(theme).toContain(`--side: ${side}rem;`)
  expect(theme).toContain(`--breakpoint-xl: ${withMargin}rem;`)
  expect(theme).toContain(`--gutter: clamp(${gutters / 2}rem, `)
  expect(base).toContain(`font-size: ${rem}px;`)
})
