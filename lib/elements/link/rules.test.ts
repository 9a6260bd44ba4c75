import { expect, test } from "vitest"
import { found } from "../../testing/found"
import { edited, messagesWith, postSaying, postWith, sound } from "../../testing/workspace"

/** Of 1 by 1 pixel. */
const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==",
  "base64",
)
const own = "content/posts/own/index.mdx"

test("a link to no page", async () => {
  expect(await messagesWith(postSaying("See [words](/posts/tw/)."))).toEqual([
    found(`${own}:7:5`, "link-target", " /posts/tw/", "did you mean /posts/two/?"),
  ])
})

test("a fragment of no heading", async () => {
  expect(await messagesWith(postSaying("See [words](/posts/two/#dept)."))).toEqual([
    found(`${own}:7:5`, "link-fragment", "#dept", "posts/two/", "did you mean depth?"),
  ])
})

test("a fragment of no heading of the same post", async () => {
  expect(await messagesWith(postSaying("## Head\n\nSee [words](#tail)."))).toEqual([
    found(`${own}:9:5`, "link-fragment", "#tail", ` ${own} `),
  ])
})

test("an address is near to those that begin as it does", async () => {
  expect(
    await messagesWith(postSaying("[a](/posts/wto/) [b](/posts/deep/) [c](/post/two/)")),
  ).toEqual([
    found(`${own}:7:1`, "link-target", "/posts/wto/", "did you mean /posts/two/?"),
    found(`${own}:7:18`, "link-target", "/posts/deep/"),
    found(`${own}:7:36`, "link-target", "/post/two/", "did you mean /posts/two/?"),
  ])
})

test.each<[string, ...string[]]>([
  ["../two/", "did you mean /posts/two/?"],
  ["../two/index.mdx#depth", "did you mean /posts/two/#depth?"],
  ["two.md", "did you mean /posts/two/?"],
  ["posts/two", "did you mean /posts/two/?"],
  ["about", "did you mean /about/?"],
  ["arxiv.org/abs/1706.03762", "did you mean https://arxiv.org/abs/1706.03762?"],
  ["www.example.com", "did you mean https://www.example.com?"],
  ["net.png"],
  ["javascript:alert(1)"],
  ["../%E0%A4%A/"],
])("a relative link: %s", async (url, ...near) => {
  expect(await messagesWith(postSaying(`See [words](${url}).`))).toEqual([
    found(`${own}:7:5`, "link-target", url, ...near),
  ])
})

test("a link by reference is found where its address stands", async () => {
  expect(await messagesWith(postSaying("See [words].\n\n[words]: /nowhere/"))).toEqual([
    found(`${own}:9:1`, "link-target", "/nowhere/"),
  ])
})

test("a link without an address", async () => {
  expect(await messagesWith(postSaying("See [words]()."))).toEqual([
    `${own}:7:5: Unexpected link without an address, expected one (link-target)`,
  ])
})

test.each(["/%E0%A4%A", "#%E0%A4%A", "/about/#100%"])(
  "percent-encoding of no text: %s",
  async (url) => {
    expect(await messagesWith(postSaying(`See [words](${url}).`))).toEqual([
      `${own}:7:5: Unexpected % in link ${url}, expected %25 for the sign itself (link-target)`,
    ])
  },
)

test.each([
  "/",
  "/posts/",
  "/series/",
  "/posts/two",
  "/posts/two/index.html",
  "/posts/two/?from=here#depth",
  "/series/nets/",
  "/courses/deep/",
  "/courses/deep/vision/",
  "#",
  "https://example.com/nowhere#nothing",
  "//example.com",
  "mailto:author@example.com",
])("a link to %s is sound", async (url) => {
  expect(await messagesWith(postSaying(`See [words](${url}).`))).toEqual([])
})

test("pages, posts and headings of any script, as they are or encoded", async () => {
  const files = {
    "pages/über.mdx": `${sound["pages/about.mdx"]}\n## Größe\n`,
    "posts/сеть/index.mdx": sound["posts/two/index.mdx"].replace("series: nets\npart: 2\n", ""),
    ...postSaying(
      "[a](/über/#größe) [b](/%C3%BCber/#gr%C3%B6%C3%9Fe) [c](/posts/сеть/#depth) [d](/über/#größen) [e](/posts/сет/)",
    ),
  }
  expect(await messagesWith(files)).toEqual([
    found(`${own}:7:76`, "link-fragment", "#größen", "pages/über.mdx", "did you mean größe?"),
    found(`${own}:7:95`, "link-target", "/posts/сет/", "did you mean /posts/сеть/?"),
  ])
})

test("a link to a post that cannot be read is sound, to a page that does not exist is not", async () => {
  const files = {
    "posts/own/index.mdx": "",
    ...edited("pages/about.mdx", "Hello.", "[a](/posts/own/) [b](/own/)"),
  }
  expect(await messagesWith(files)).toEqual([
    found("content/pages/about.mdx:6:18", "link-target", "/own/"),
    `${own}:1:1: Unexpected empty file, expected a line of --- and front matter (front-matter)`,
  ])
})

test("an image that is missing", async () => {
  const files = { ...postSaying("![A net](nets.png)"), "posts/own/net.png": png }
  expect(await messagesWith(files)).toEqual([
    found(`${own}:7:1`, "image-missing", "posts/own/nets.png", "did you mean net.png?"),
  ])
})

test("an image that stands elsewhere", async () => {
  expect(await messagesWith(postSaying("![A net](/images/net.png)"))).toEqual([
    found(`${own}:7:1`, "image-missing", "/images/net.png", "content/posts/own/ "),
  ])
})

test("an image for cards that is missing", async () => {
  expect(await messagesWith(postWith("image: cover.png"))).toEqual([
    found(`${own}:5:8`, "image-missing", "content/posts/own/cover.png"),
  ])
})

test("an image by reference that is missing", async () => {
  expect(await messagesWith(postSaying("![A net][net]\n\n[net]: net.png"))).toEqual([
    found(`${own}:9:1`, "image-missing", "content/posts/own/net.png"),
  ])
})

test("an image of a page", async () => {
  expect(await messagesWith(edited("pages/about.mdx", "Hello.", "![Me](me.png)"))).toEqual([
    found("content/pages/about.mdx:6:1", "image-missing", "content/pages/about/me.png"),
  ])
  const files = edited("pages/about.mdx", "Hello.", "![Me](me.png) [all](data.csv)")
  const beside = { "pages/about/me.png": png, "pages/about/data.csv": "a,b\n" }
  expect(await messagesWith({ ...files, ...beside })).toEqual([])
})

test("images beside the post, links to them, and images of other sites are sound", async () => {
  const body =
    "![A](net.png) ![A](./net.png) ![B][b] [large](/posts/own/net.png) ![C](https://example.com/c.png)\n\n[b]: net.png"
  expect(await messagesWith({ ...postSaying(body), "posts/own/net.png": png })).toEqual([])
})

test("an image that is none", async () => {
  const files = { ...postSaying("![A net](net.png)"), "posts/own/net.png": "not a picture" }
  expect(await messagesWith(files)).toEqual([
    "content/posts/own/net.png:1:1: Unexpected bytes, expected an image with a width and a height (image-broken)",
  ])
})
