import { expect, test } from "vitest"
import type { PreparedImage } from "../../images/images"
import type { ImageUse } from "./use"
import { pictureHtml } from "./picture"

const use: ImageUse = {
  src: "net.png",
  alt: "A net",
  place: "text",
  block: true,
  linked: false,
  first: false,
}
const files = (ending: string) =>
  [480, 1200].map((width) => ({ address: `/images/net-1-${width}.${ending}`, width }))
const image: PreparedImage = {
  width: 1200,
  height: 800,
  clear: false,
  whole: "cache/whole.png",
  fallback: "/images/net-1-fallback.png",
  sources: [
    { type: "image/avif", files: files("avif") },
    { type: "image/webp", files: files("webp") },
  ],
}
const htmlOf = (change: Partial<ImageUse>, facts: Partial<PreparedImage> = {}) =>
  pictureHtml({ ...use, ...change }, "/posts/own/", new Map([["net.png", { ...image, ...facts }]]))

test("every format and width, a size that keeps the place, and a link to all of the image", () => {
  const sizes = "(min-width: 42.2rem) 40rem, calc(100vw - 2.2rem)"
  expect(htmlOf({})).toBe(
    `<a href="/posts/own/net.png" class="enlarge"><picture>` +
      `<source type="image/avif" srcset="/images/net-1-480.avif 480w, /images/net-1-1200.avif 1200w" sizes="${sizes}">` +
      `<source type="image/webp" srcset="/images/net-1-480.webp 480w, /images/net-1-1200.webp 1200w" sizes="${sizes}">` +
      `<img src="/images/net-1-fallback.png" alt="A net" loading="lazy" decoding="async" width="1200" height="800">` +
      `</picture></a>`,
  )
})

test("the first image of a post is not waited for", () => {
  expect(htmlOf({ first: true })).toMatch(/ fetchpriority="high"/)
  expect(htmlOf({ first: true })).not.toContain("lazy")
})

test.each([
  ["in a line", { block: false }, {}],
  ["in a link", { linked: true }, {}],
  ["that is a decoration", { alt: "" }, {}],
  ["that is shown as large as it is", {}, { width: 640 }],
  ["in a figure with room for all of it", { place: "full" as const }, {}],
])("an image %s is not enlarged", (_what, change, facts) => {
  expect(htmlOf(change, facts)).toMatch(/^<picture>.*<\/picture>$/)
})

test.each([
  ["text", 320, "(min-width: 22.2rem) 20rem, calc(100vw - 2.2rem)"],
  ["wide", 3000, "(min-width: 80rem) 59.7rem, (min-width: 42.2rem) 40rem, calc(100vw - 2.2rem)"],
] as const)("in %s, %i pixels take %s", (place, width, sizes) => {
  expect(htmlOf({ place }, { width })).toContain(`sizes="${sizes}"`)
})

test("a drawing without a ground says so", () => {
  expect(htmlOf({}, { clear: true })).toContain(' class="clear"')
})

test("an image from elsewhere stays as it is", () => {
  expect(htmlOf({ src: "https://example.com/a.png", title: "A" })).toBe(
    '<img src="https://example.com/a.png" alt="A net" title="A" loading="lazy" decoding="async">',
  )
})
