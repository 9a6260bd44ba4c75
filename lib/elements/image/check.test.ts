import sharp from "sharp"
import { expect, test } from "vitest"
import { found } from "../../testing/found"
import { messagesWith, postSaying, type Files } from "../../testing/workspace"

const own = "content/posts/own/index.mdx"
const picture = (width = 9, height = 9) =>
  sharp({ create: { width, height, channels: 3, background: "#c84" } })
const png = await picture().png().toBuffer()

/** A post that shows an image, with files beside it. */
const showing = (body: string, files: Files = {}) => ({
  ...postSaying(body),
  ...Object.fromEntries(Object.entries(files).map(([name, bytes]) => [`posts/own/${name}`, bytes])),
})

test.each([
  ["an empty one", "a ![](net.png)", "7:3"],
  ["one of spaces", "![  ](net.png)", "7:1"],
  ["an empty one by reference", "![][net]\n\n[net]: net.png", "7:1"],
  ["one from elsewhere", "![](https://example.com/a.png)", "7:1"],
])("an image without alternative text: %s", async (_what, body, place) => {
  expect(await messagesWith(showing(body, { "net.png": png }))).toEqual([
    found(`${own}:${place}`, "image-alt", "<Decorative>"),
  ])
})

test.each([
  "http://example.com/a.png",
  "https://img.example;script-src%20*/x.png",
  "https://img.example,b.example/x.png",
  "https://img.example%3Bsandbox/x.png",
  "https://user:word@img.example/x.png",
  "https://[::1/x.png",
])("an image that a page cannot load: %s", async (address) => {
  expect(await messagesWith(showing(`![A net](${address})`))).toEqual([
    found(`${own}:7:1`, "image-missing", address, "https://"),
  ])
})

test("the name of the file says nothing", async () => {
  expect(await messagesWith(showing("![net.png](net.png)", { "net.png": png }))).toEqual([
    `${own}:7:1: Unexpected name of the file as alternative text, expected what the image shows (image-alt)`,
  ])
})

test.each(["<Decorative>\n![](net.png)\n</Decorative>", "<Decorative>![](net.png)</Decorative>"])(
  "%j: a decoration needs no alternative text",
  async (body) => {
    expect(await messagesWith(showing(body, { "net.png": png }))).toEqual([])
  },
)

test("a decoration has no alternative text", async () => {
  const body = "<Decorative>\n![A net](net.png)\n</Decorative>"
  expect(await messagesWith(showing(body, { "net.png": png }))).toEqual([
    `${own}:8:1: Unexpected alternative text in <Decorative>, expected none, or no <Decorative> (image-alt)`,
  ])
})

test.each([
  ["my net.png", "my-net.png"],
  ["net#1.png", "net-1.png"],
  ["net?.png", "net.png"],
  ["100%.png", "100.png"],
  ["net (1).png", "net-1.png"],
  ["a,b.png", "a-b.png"],
])("a file named %s", async (name, better) => {
  expect(await messagesWith(showing("Text.", { [name]: png }))).toEqual([
    found(`content/posts/own/${name}:1:1`, "file-name", JSON.stringify(name), ` ${better} `),
  ])
})

test.each(["größe.png", "深度.png", "Net_2@2x.png", "a.b-c.png"])(
  "a file named %s works",
  async (name) => {
    expect(await messagesWith(showing(`![A net](${name})`, { [name]: png }))).toEqual([])
  },
)

test("accents mean the same in both of their forms", async () => {
  const body =
    "![A net](\u00e9.png) ![A net](e\u0301.png) ![A net](%C3%A9.png) [all](/posts/own/\u00e9.png)"
  expect(await messagesWith(showing(body, { "e\u0301.png": png }))).toEqual([])
})

test.each([
  ["case", "Net.png", "net.png"],
  ["the form of accents", "e\u0301.png", "\u00e9.png"],
])("two names that differ only in %s", async (_what, one, other) => {
  const messages = await messagesWith(showing("Text.", { [one]: png, [other]: png }))
  expect(messages).toEqual([
    `content/posts/own/${other}:1:1: Unexpected image beside ${one}, expected names that differ in more than upper and lower case or the form of their accents (file-name)`,
  ])
})

test("upper case where the file has lower case", async () => {
  expect(await messagesWith(showing("![A net](Net.png)", { "net.png": png }))).toEqual([
    found(`${own}:7:1`, "image-missing", "posts/own/Net.png", "did you mean net.png?"),
  ])
})

const half = (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)
const formats = {
  "net.png": await picture(300, 300).png().toBuffer(),
  "net.jpg": await picture(300, 300).jpeg().toBuffer(),
  "net.webp": await picture(300, 300).webp({ lossless: true }).toBuffer(),
  "net.avif": await picture(300, 300).avif().toBuffer(),
  "net.svg": Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><g></g></svg>`),
}
test.each(Object.entries(formats))("%s is sound, and half of it is not", async (name, bytes) => {
  expect(await messagesWith(showing(`![A](${name})`, { [name]: bytes }))).toEqual([])
  const [message, ...others] = await messagesWith(showing(`![A](${name})`, { [name]: half(bytes) }))
  expect(others).toEqual([])
  expect(message).toMatch(/^content\/posts\/own\/net\.\w+:1:1: Unexpected .* \(image-broken\)$/)
})

test("an image that is of another kind than its name says", async () => {
  const jpeg = await picture().jpeg().toBuffer()
  expect(await messagesWith(showing("![A](net.png)", { "net.png": jpeg }))).toEqual([
    found("content/posts/own/net.png:1:1", "image-kind", " jpg ", " net.jpg "),
  ])
  expect(await messagesWith(showing("![A](net.jpeg)", { "net.jpeg": jpeg }))).toEqual([])
})

test("an image of too many bytes, or too many pixels", async () => {
  const large = Buffer.concat([png, Buffer.alloc(20_000_000)])
  expect(await messagesWith(showing("![A](net.png)", { "net.png": large }))).toEqual([
    "content/posts/own/net.png:1:1: Unexpected 20.0 MB, expected an image of at most 20 MB (image-size)",
  ])
  for (const [width, height] of [
    [10_000, 5001],
    [9, 16_384],
  ] as const) {
    const wide = await picture(width, height).png().toBuffer()
    expect(await messagesWith(showing("![A](net.png)", { "net.png": wide }))).toEqual([
      `content/posts/own/net.png:1:1: Unexpected ${width} × ${height} pixels, expected at most 50 million, and 16,383 to a side (image-size)`,
    ])
  }
})
