import { readdir } from "node:fs/promises"
import { join } from "node:path"
import { expect, test } from "vitest"
import { siteFiles } from "../model/addresses"
import { found } from "../testing/found"
import { edited, messagesWith, postSaying, postWith, sound } from "../testing/workspace"

const expectedOwner = (alias: string, owner: string) => [
  found("content/posts/own/index.mdx:5:11", "address-twice", ` ${alias},`, ` ${owner} `),
]

test.each([
  ["the slug of another post", "/posts/one/", "content/posts/one/index.mdx"],
  ["the alias of another post", "/first/", "content/posts/one/index.mdx"],
  ["its own slug", "/posts/own/", "content/posts/own/index.mdx"],
  ["a page", "/about/", "content/pages/about.mdx"],
  ["a series", "/series/nets/", "content/series/nets.yaml"],
  ["a course", "/courses/deep/", "content/courses/deep.yaml"],
  ["a module", "/courses/deep/vision/", "content/courses/deep.yaml"],
  ["the home page", "/", "the home page"],
  ["the list of posts", "/posts/", "the list of posts"],
  ["the list of series", "/series/", "the list of series"],
  ["the feed", "/feed.xml", "the feed"],
  ["the feed of a series", "/series/nets/feed.xml", "content/series/nets.yaml"],
  ["the feed of a series that is not there", "/series/trees/feed.xml", "the feed"],
])("an alias that is %s", async (_what, alias, owner) => {
  expect(await messagesWith(postWith(`aliases: [${alias}]`))).toEqual(expectedOwner(alias, owner))
})

test.each(["/about", "/about/index.html", "/about/index.htm", "/%61bout/"])(
  "an alias that is a page, written as %s",
  async (alias) => {
    const messages = await messagesWith(postWith(`aliases: [${alias}]`))
    expect(messages).toEqual(expectedOwner(alias, "content/pages/about.mdx"))
  },
)

test.each([
  ["/About/", "content/pages/about.mdx"],
  ["/posts/One/", "content/posts/one/index.mdx"],
  ["/FIRST/", "content/posts/one/index.mdx"],
  ["/Posts/", "the list of posts"],
])("an alias that differs from another address in capitals alone: %s", async (alias, owner) => {
  expect(await messagesWith(postWith(`aliases: [${alias}]`))).toEqual(expectedOwner(alias, owner))
})

test.each([
  ["/sitemap.xml", "the site itself"],
  ["/robots.txt/", "the site itself"],
  ["/404/", "the site itself"],
  ["/healthz", "the site itself"],
  ["/icon.svg/old/", "the site itself"],
  ["/_next/static/a.css", "the files of the site"],
  ["/images/a.png", "the files of the site"],
  ["/enhance/old/", "the files of the site"],
  ["/posts/own/net.png", "content/posts/own/net.png"],
  ["/posts/own/Net.PNG/old/", "content/posts/own/net.png"],
])("an alias that is a file, or would be in one: %s", async (alias, owner) => {
  const files = { ...postWith(`aliases: [${alias}]`), "posts/own/net.png": png }
  const messages = await messagesWith(files)
  expect(messages).toContainEqual(expectedOwner(alias, owner)[0])
})

const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==",
  "base64",
)

test("a page has earlier addresses as a post has, and none that is another's", async () => {
  const aliased = (alias: string) =>
    edited("pages/about.mdx", "title: About", `title: About\naliases: [${alias}]`)
  expect(await messagesWith(aliased("/posts/about/"))).toEqual([])
  expect(await messagesWith(aliased("/posts/one/"))).toEqual([
    found("content/pages/about.mdx:3:11", "address-twice", "content/posts/one/index.mdx"),
  ])
})

test("every file at the root of the site is kept from aliases", async () => {
  const root = join(import.meta.dirname, "../..")
  const routes = (await readdir(join(root, "app"))).filter((name) => /\.(?:xml|json)$/.test(name))
  const files = [...(await readdir(join(root, "public"))), ...routes]
  expect(files.filter((name) => !siteFiles.includes(name))).toEqual([])
})

test.each([
  "/old/*",
  "/:splat/*",
  "/:year/",
  "/a:b/",
  "//evil.example/",
  "/a//b/",
  "/a/../about/",
  "/./a/",
  "/%2e%2e/a/",
  "/..%2f..%2fetc/",
  "/a%5Cb/",
  "/%2A/",
  "/%00/",
])("an alias that hosts would read otherwise: %s", async (alias) => {
  expect(await messagesWith(postWith(`aliases: ["${alias}"]`))).toEqual([
    found("content/posts/own/index.mdx:5:11", "field-type", alias, "a path such as /old/"),
  ])
})

test.each([
  "/index.php/2012/05/hello",
  "/2012/05/hello.html",
  "/x+y/",
  "/a;b=c/",
  "/100%25/",
  "/10:30/",
])("an alias of another blog: %s", async (alias) => {
  expect(await messagesWith(postWith(`aliases: [${JSON.stringify(alias)}]`))).toEqual([])
})

test("an alias twice in one post, the second time without its slash", async () => {
  expect(await messagesWith(postWith("aliases: [/old/, /old]"))).toEqual([
    found("content/posts/own/index.mdx:5:18", "address-twice", " /old,", "to content/posts/own/"),
  ])
})

test("an alias after one that is no address keeps its place", async () => {
  expect(await messagesWith(postWith("aliases: [old, /about/]"))).toEqual([
    'content/posts/own/index.mdx:5:11: Unexpected "old" as an item of aliases, expected a path such as /old/, without spaces, ?, #, *, :name, //, .. or % alone (field-type)',
    found("content/posts/own/index.mdx:5:16", "address-twice", "/about/", "pages/about.mdx"),
  ])
})

test("an alias whose percent-encoding is no text", async () => {
  expect(await messagesWith(postWith("aliases: [/%E0%A4%A]"))).toEqual([
    'content/posts/own/index.mdx:5:11: Unexpected "/%E0%A4%A" as an item of aliases, expected a path such as /old/, without spaces, ?, #, *, :name, //, .. or % alone (field-type)',
  ])
})

test("an alias that is half a character", async () => {
  expect(await messagesWith(postWith('aliases: ["/\\ud800/"]'))).toEqual([
    'content/posts/own/index.mdx:5:11: Unexpected "/\\ud800/" as an item of aliases, expected a path such as /old/, without spaces, ?, #, *, :name, //, .. or % alone (field-type)',
  ])
})

test.each(["posts", "series", "courses", "api", "404", "500"])("a page named %s", async (name) => {
  expect(await messagesWith({ [`pages/${name}.mdx`]: sound["pages/about.mdx"] })).toEqual([
    `content/pages/${name}.mdx:1:1: Unexpected page ${name}, expected another name: /${name}/ is the site's own (address-twice)`,
  ])
})

test("a page that takes the alias of a post", async () => {
  expect(await messagesWith({ "pages/first.mdx": sound["pages/about.mdx"] })).toEqual([
    found("content/posts/one/index.mdx:7:11", "address-twice", "/first/", "pages/first.mdx"),
  ])
})

test("the alias of a post that is free once the other gave it up", async () => {
  const files = {
    ...edited("posts/one/index.mdx", "aliases: [/first/]\n", ""),
    ...postWith("aliases: [/first/]"),
  }
  expect(await messagesWith(files)).toEqual([])
})

test("a link to a feed, as it is written and otherwise", async () => {
  const links =
    "[a](/feed.xml) [b](/series/nets/feed.xml) [c](/feed.xml/) [d](/series/net/feed.xml)"
  expect(await messagesWith(postSaying(links))).toEqual([
    found("content/posts/own/index.mdx:7:43", "link-target", "did you mean /feed.xml?"),
    found("content/posts/own/index.mdx:7:59", "link-target", "did you mean /series/nets/feed.xml?"),
  ])
})

test("what the site says of its looks and its navigation is held against what there is", async () => {
  const saying = (text: string) =>
    edited("site.yaml", "language: en-GB\n", `language: en-GB\n${text}\n`)
  const item = (url: string) => `navigation:\n  - title: There\n    url: ${url}`
  for (const sound of ["accent: '#0063a0'", "footer: By hand.", item("/posts/"), item("/about")]) {
    expect(await messagesWith(saying(sound))).toEqual([])
  }
  expect(await messagesWith(saying(item("/abuot/")))).toEqual([
    found("content/site.yaml:7:10", "link-target", "/abuot/", "did you mean /about/?"),
  ])
  for (const colour of ["#ffcc00", "red"]) {
    expect(await messagesWith(saying(`accent: '${colour}'`))).toEqual([
      found("content/site.yaml:5:9", "field-type", colour, "in which links can be read"),
    ])
  }
})
