import { expect, test } from "vitest"
import { fillFrames, frameHtml } from "./use"

test("frames come to their places, one within another too", () => {
  const html =
    '<p>a</p><live-component data-use="0"><p>b <live-component data-use="1"></live-component></p></live-component><p>c</p>'
  expect(fillFrames(html, (use, children) => `[${use}:${children}]`)).toBe(
    "<p>a</p>[0:<p>b [1:]</p>]<p>c</p>",
  )
})

test("what lives carries its props, whatever signs are in them", () => {
  const script = { module: "/components/a-1.js", name: "A", props: { text: `"<&` }, id: "c0-" }
  expect(frameHtml({ html: "<b>1</b>", script })).toBe(
    '<live-component data-module="/components/a-1.js" data-name="A" data-props="{&#x22;text&#x22;:&#x22;\\&#x22;<&#x26;&#x22;}" data-id="c0-"><b>1</b></live-component>',
  )
  expect(frameHtml({ html: "<b>1</b>" })).toBe("<live-component><b>1</b></live-component>")
})
