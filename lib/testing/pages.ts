/** What a sample page differs in from an empty one. */
type Parts = {
  title?: string
  head?: string
  body?: string
  /** Path that Next.js has as its assetPrefix. */
  base?: string
  /** Name of the stylesheet. */
  style?: string
  /** The script that runs before the first paint. */
  inline?: string
}

export const inlineScript = `"use strict";(()=>{document.documentElement.dataset.a="1&2<3"})();`

/** React's description of a page. */
const flight = `1:"$Sreact.fragment"
2:"/_next/static/chunks/3qfy96eoyh-ek.js"
3:I[39756,["$2"],"default"]
4:I[37457,["$2"],"default"]
:HL["/_next/static/chunks/2nr6vbbh2fb4e.css","style"]
0:{"P":null,"c":["","about",""]}
`
/** A page as Next.js 16.4.5 with Turbopack writes it; React's HTML has its attributes in camelCase. */
export function nextPage({
  title = "A page",
  head = "",
  body = "<h1>A page</h1>",
  base = "",
  style = "2nr6vbbh2fb4e",
  inline = inlineScript,
}: Parts = {}): string {
  const chunks = `${base}/_next/static/chunks`
  return [
    `<!DOCTYPE html><html lang="en-GB" class="_1n8mZG_variable"><head><meta charSet="utf-8"/>`,
    `<meta name="viewport" content="width=device-width, initial-scale=1"/>`,
    `<link rel="preload" href="${base}/_next/static/media/inter.0gsaq8ukbf34m.woff2" as="font" crossorigin="" type="font/woff2"/>`,
    `<link rel="stylesheet" href="${chunks}/${style}.css" data-precedence="next"/>`,
    `<link rel="preload" as="script" fetchPriority="low" href="${chunks}/0wfurka9errm3.js"/>`,
    `<script src="${chunks}/1ixkw5n93ihl4.js" async=""></script>`,
    `<script src="${chunks}/turbopack-3dtf3jx45_r7g.js" async=""></script>`,
    `<script type="module" async="" src="/enhance/enhance-SI4KIWHV.js"></script>`,
    `<title>${title}</title><link rel="icon" href="/icon.svg?icon.43gpbnne8j820.svg" sizes="any" type="image/svg+xml"/>`,
    `<meta name="next-size-adjust" content=""/><script data-inline="">${inline}</script>`,
    `${head}<script src="${chunks}/0cz1d0mv5g_q7.js" noModule=""></script></head>`,
    `<body><div hidden=""><!--$--><!--/$--></div><main id="content">${body}<!--$--><!--/$--></main>`,
    `<footer><p>Partwise<!-- --> is written by <!-- -->its author</p></footer>`,
    `<script id="_R_">(globalThis["TURBOPACK"] || (globalThis["TURBOPACK"] = [])).push({"otherChunks":["static/chunks/0wfurka9errm3.js"],"runtimeModuleIds":[94553]});</script>`,
    `<script src="${chunks}/0wfurka9errm3.js" async=""></script>`,
    `<script>requestAnimationFrame(function(){$RT=performance.now()});</script>`,
    `<script>(self.__next_f=self.__next_f||[]).push([0])</script><script>self.__next_f.push(${json([1, flight])})</script></body></html>`,
  ].join("")
}

/** JSON as Next.js escapes it inside a script element. */
const json = (value: unknown) =>
  JSON.stringify(value).replaceAll(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  )
