import { parse, serialize } from "parse5"
import { expect, test } from "vitest"
import { deliverPage } from "./page"
import { allowedBy, hashesIn } from "../testing/client"
import { inlineScript, nextPage } from "../testing/pages"

/** @param bodies HTML that is ready, by its name */
const deliver = (source: string, base = "", bodies: Readonly<Record<string, string>> = {}) =>
  deliverPage(source, base, (name) => bodies[name] ?? `Unexpected ${name}`)

test("a page has nothing of the framework", () => {
  const { html } = deliver(nextPage())

  expect(html).not.toMatch(/_next\/[^"]*\.js|__next_f|TURBOPACK|\$RT|as="script"|nomodule/i)
  expect(html).not.toMatch(/<!--|next-size-adjust|data-precedence|hidden/)
})

test("what is ours stays as it was, in its place", () => {
  const head = `<script type="application/ld+json">{"@type":"Article","a":"<!--"}</script>`
  const body = `<h1>A &amp; B</h1><div hidden=""><svg><path d="M0 0"></path></svg></div><div hidden=""></div>`
  const { html, scripts, styles } = deliver(nextPage({ head, body }))

  expect(html).toContain(`<main id="content">${body}</main>`)
  expect(html).toContain(`<footer><p>Partwise is written by its author</p></footer>`)
  expect(html).toContain(`<script data-inline="">${inlineScript}</script>${head}`)
  expect(html).toContain(`as="font"`)
  expect(scripts).toEqual(["/enhance/enhance-SI4KIWHV.js"])
  expect(styles).toEqual(["/_next/static/chunks/2nr6vbbh2fb4e.css"])
  expect(html).toBe(serialize(parse(html)))
})

test("the marks around an author's text go, its content stays in its place", () => {
  const run = `<h1>A</h1><div data-run=""><p>b</p>c</div><p>d <span data-run="">e <em>f</em></span></p>`
  expect(deliver(nextPage({ body: run })).html).toContain(
    `<h1>A</h1><p>b</p>c<p>d e <em>f</em></p></main>`,
  )
})

/** A page with all that the adapter looks for, in its HTML or in a body that is ready. */
const content = `<p style="color:red">a &#x3C; b<a href="/posts/">c</a></p>
<img src="/own.png" srcset="/a.png 1x, https://b.example/b.png 2x" alt="> <b>"><math><mi>x</mi></math>`
const mathFont = `<link rel="preload" href="/_next/static/media/math.p.0wbs.woff2" as="font">`

test.each(["", "/blog"])(
  "a body that is ready makes the page that its HTML makes, at %j",
  (base) => {
    const other = `<img src="https://a.example/a.png">`
    const page = (inner: string) =>
      deliver(nextPage({ base, head: mathFont, body: other + inner }), base, {
        "posts/a/0": content,
      })
    const ready = page(`<ready-html name="posts/a/0"></ready-html>`)
    expect(ready).toEqual(page(content))
    expect(ready.html).toContain(`<p style="color:red">a &lt; b<a href="${base}/posts/">c</a></p>`)
    expect(ready.needs).toMatchObject({
      imageOrigins: ["https://a.example", "https://b.example"],
      styleAttributes: true,
    })
    expect(ready.html).toContain("/math.p.0wbs.woff2")
  },
)

test.each([
  ["math", "<p><math><mi>x</mi></math></p>"],
  ["serif_italic", "<p>A <em>word</em>.</p>"],
])("the font %s is asked for early by pages that have a use for it", (name, body) => {
  const font = (name: string) =>
    `<link rel="preload" href="/_next/static/media/${name}.p.0wbs.woff2" as="font" crossorigin="" type="font/woff2">`
  const head = font(name) + font("serif")
  expect(deliver(nextPage({ head })).html).not.toContain(font(name))
  expect(deliver(nextPage({ head })).html).toContain(font("serif"))
  expect(deliver(nextPage({ head, body })).html).toContain(head)
})

test("a font that the site has one of its own for is asked for by no page", () => {
  const head = (names: readonly string[]) =>
    names
      .map((name) => `<link rel="preload" href="/_next/static/media/${name}.p.0w.woff2" as="font">`)
      .join("")
  const page = nextPage({ head: head(["serif", "sans"]) })
  const own = page.replace("<html", `<html data-own-fonts="text code"`)
  expect(deliver(page).html).toContain(head(["serif", "sans"]))
  expect(deliver(own).html).not.toContain("/serif.")
  expect(deliver(own).html).toContain(head(["sans"]))
})

test("a page is the same, whether the metadata or the link to the feed was ready first", () => {
  const feed = `<link rel="alternate" type="application/atom+xml" title="A" href="/feed.xml">`
  const title = `<title>A</title><meta name="description" content="B">`
  const { html } = deliver(nextPage({ head: feed + title }))
  expect(html).toBe(deliver(nextPage({ head: title + feed })).html)
  expect(html).toContain(feed)
})

test("links are fetched ahead, below the base only", () => {
  const rules = (html: string): unknown =>
    JSON.parse(/<script type="speculationrules">(.*?)<\/script>/.exec(html)?.[1] ?? "")
  const rule = (href_matches: string) => ({
    prefetch: [{ where: { href_matches }, eagerness: "moderate" }],
  })
  expect(rules(deliver(nextPage()).html)).toEqual(rule("/*"))
  expect(rules(deliver(nextPage({ base: "/blog" }), "/blog").html)).toEqual(rule("/blog/*"))
})

test.each([
  ["of the usual kind", nextPage()],
  ["with one script twice", nextPage({ head: `<script data-inline="">${inlineScript}</script>` })],
  ["with several", nextPage({ head: `<script data-inline="">a("é ✔️ \u2028")</script>` })],
])("the policy of a page %s allows exactly its own inline scripts", (_name, source) => {
  const { html, needs } = deliver(source)
  const hashes = [...new Set(hashesIn(html))]

  expect(hashes.length).toBeGreaterThan(1) // one of ours, and the speculation rules
  expect([...needs.scriptHashes].sort()).toEqual(hashes.sort())
  expect([...allowedBy(html)].sort()).toEqual(hashes.sort())
})

test("the policy comes right after the charset, without what only a header can say", () => {
  expect(deliver(nextPage()).html).toMatch(
    /<head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'self'; [^"]*"><meta name="viewport"/,
  )
  expect(deliver(nextPage()).html).not.toContain("frame-ancestors")
})

test("pictures from elsewhere may be shown, each of their origins once", () => {
  const body = `<img src="https://a.example/1.png"><img src="https://a.example/2.png" srcset="https://b.example:8443/2.png 2x,/own.png 1x">
    <picture><source srcset="/own.avif 1x, //c.example/3.avif 2x"></picture><video poster="http://d.example/4.png"></video>
    <img src="/own.png"><img src="data:image/png;base64,AA=="><a href="https://not-a-picture.example/">a</a>`
  const { html, needs } = deliver(nextPage({ body }))
  const origins = [
    "https://a.example",
    "https://b.example:8443",
    "https://c.example",
    "http://d.example",
  ]

  expect(needs.imageOrigins).toEqual(origins)
  expect(html).toContain(`img-src 'self' data: ${origins.join(" ")};`)
  expect(deliver(nextPage()).html).toContain("img-src 'self' data:;")
})

test("style attributes are allowed only where there is one", () => {
  const attributes = "style-src-attr 'unsafe-inline'"
  expect(deliver(nextPage()).html).not.toContain(attributes)
  expect(deliver(nextPage({ body: `<p style="color:red">a</p>` })).html).toContain(attributes)
})

test("below a path, every address of the site has it", () => {
  const body = `<a href="/posts/">a</a><a href="/">b</a><a href="/blog/_next/x.js">c</a><a href="/blogs/">d</a>
    <a href="//other.example/x">e</a><a href="#x">f</a><a href="https://other.example/">g</a><a href="x.html">h</a>
    <a href="mailto:a@b.example">i</a><nearest-pages source="/addresses.json"></nearest-pages>
    <img src="/a.png" srcset="/a.png 1x, /b.png 2x,/c.png 3x, https://other.example/d.png 4x, //e.example/e.png 5x">
    <img src="/blog/_next/static/media/a.png" srcset="/blog/_next/static/media/a.png 1x, data:image/jpeg;base64,/9j/4A== 2x">
    <svg><use href="/sprite.svg#a"></use><use xlink:href="/sprite.svg#b"></use></svg>`
  const head = `<link rel="preload" as="image" imageSrcSet="/a.png 1x, /b.png 2x"/>`
  const { html, scripts, styles } = deliver(nextPage({ base: "/blog", head, body }), "/blog")

  expect(html).toContain(
    `<a href="/blog/posts/">a</a><a href="/blog/">b</a><a href="/blog/_next/x.js">c</a><a href="/blog/blogs/">d</a>
    <a href="//other.example/x">e</a><a href="#x">f</a><a href="https://other.example/">g</a><a href="x.html">h</a>
    <a href="mailto:a@b.example">i</a><nearest-pages source="/blog/addresses.json"></nearest-pages>
    <img src="/blog/a.png" srcset="/blog/a.png 1x, /blog/b.png 2x,/blog/c.png 3x, https://other.example/d.png 4x, //e.example/e.png 5x">
    <img src="/blog/_next/static/media/a.png" srcset="/blog/_next/static/media/a.png 1x, data:image/jpeg;base64,/9j/4A== 2x">
    <svg><use href="/blog/sprite.svg#a"></use><use xlink:href="/blog/sprite.svg#b"></use></svg>`,
  )
  expect(html).toContain(`imagesrcset="/blog/a.png 1x, /blog/b.png 2x"`)
  expect(html).toContain(`<link rel="icon" href="/blog/icon.svg?icon.43gpbnne8j820.svg"`)
  expect(scripts).toEqual(["/blog/enhance/enhance-SI4KIWHV.js"])
  expect(styles).toEqual(["/blog/_next/static/chunks/2nr6vbbh2fb4e.css"])
})
