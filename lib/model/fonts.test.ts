import { expect, test } from "vitest"
import { fontsForm, fontStyles } from "./fonts"

test("fonts of a site's own stand in the place of ours", () => {
  expect(fontStyles()).toBe("")
  const fonts = { text: "Charter, Bitstream Charter, serif", code: "ui-monospace, monospace" }
  expect(fontStyles(fonts)).toBe(`:root {
  --font-source-serif: "Charter", "Bitstream Charter", serif;
  --font-source-serif-rare: "Charter", "Bitstream Charter", serif;
  --font-jetbrains-mono: ui-monospace, monospace;
}
`)
})

test.each([
  ["Charter, Georgia, serif", true],
  ["system-ui", true],
  ["Charter", false],
  ['"Charter", serif', false],
  ["Charter; color: red, serif", false],
  ["", false],
])("%s are fonts: %s", (list, is) => {
  expect(fontsForm.test(list)).toBe(is)
})
