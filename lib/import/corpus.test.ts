import { readFile } from "node:fs/promises"
import { join } from "node:path"
import { describe, expect, test } from "vitest"
import { corpus, useImportedCorpus } from "../testing/imported"

const imported = useImportedCorpus()

const post = (slug: string) =>
  readFile(join(imported.root, "content/posts", slug, "index.mdx"), "utf8")

/** Words of three letters and more, outside of tags, templates, addresses and attributes. */
function wordsOf(text: string): Map<string, number> {
  const prose = text
    .replaceAll(/<!--[^]*?-->|\{\/\*[^]*?\*\/\}/g, " ")
    .replaceAll(/^(?:import|export) .* from .*$/gm, " ")
    .replaceAll(/\{\{[^]*?\}\}|\{%[^]*?%\}|<\/?\w[^>]*>|\{[:#.][^}]*\}|\{width=[^}]*\}/g, " ")
    .replaceAll(/\]\([^)]*?("[^"]*")?\)/g, " $1 ")
    .replaceAll(/^\s*(?:```|~~~).*$|^\s*:{3,}[ \w]*|^\[[^\]]+\]:.*$|\[!\w+\]|https?:\S+/gm, " ")
  const said = [...text.matchAll(/(?:alt|caption|title)="([^"]*)"/g)].map(([, words]) => words)
  const words = new Map<string, number>()
  for (const [word] of [prose, ...said].join(" ").matchAll(/\p{L}{3,}/gu))
    words.set(word, (words.get(word) ?? 0) + 1)
  return words
}

/** What is left of the words of one text once those of another are taken away. */
const lacking = (from: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>) =>
  [...from].filter(([word, count]) => count > (other.get(word) ?? 0)).map(([word]) => word)

const arrow = /^(\S.*) → content\/posts\/([^,]+)/

/** Words that only the other system says, or that are said here for what is no word there. */
const knownDifferences: Readonly<Record<string, { lost?: string[]; added?: string[] }>> = {
  "content/posts/second-firing.md": { added: ["How", "weigh"] }, // the title of a shortcode
  "content/posts/third-firing/index.md": { added: ["film"] }, // "A film"
  "_posts/2018-04-02-counting-worms.md": {
    lost: ["Nobody", "needs", "know", "how", "long", "took"], // {% comment %}
    added: ["braces"], // {% raw %}
  },
  "_posts/2021-02-14-kramdown.md": { added: ["film", "gist"] },
  "src/content/blog/first-light.md": { lost: ["Table", "contents"] }, // a placeholder
  "src/content/blog/grinding-a-mirror.md": { lost: ["Grinding", "mirror"] }, // the title once more
  "src/content/blog/mail.md": { lost: ["import", "export"], added: ["mport", "xport"] }, // &#105;mport
  "data/blog/true-a-wheel.mdx": { added: ["tension", "jsx"] }, // jsx:tension.jsx
  // Names of notes for which others are shown, a hidden remark, the name of a block.
  "Bread.md": { lost: ["Sourdough", "starter", "png", "numbers", "call", "the", "baker", "block"] },
  "Sourdough starter.md": { lost: ["Sourdough", "starter"] },
  "notes/umbrella.md": { lost: ["warning", "TOC"] },
}

test("words in are words out: each as often as before, and none besides", async () => {
  for (const system of ["hugo", "jekyll", "astro", "next", "obsidian", "markdown"]) {
    for (const line of imported.outcomes.get(system)?.printed ?? []) {
      const [, file, slug] = arrow.exec(line) ?? []
      if (file === undefined || slug === undefined || file.endsWith(".html")) continue
      const source = await readFile(join(corpus, system, file), "utf8")
      const before = wordsOf(source.replace(/^(---|\+\+\+)[^]*?\n\1|^\{[^]*?\n\}/, ""))
      const after = wordsOf((await post(slug)).replace(/^---[^]*?\n---/, ""))
      const found = { lost: lacking(before, after), added: lacking(after, before) }
      expect({ file, ...found }).toEqual({ file, lost: [], added: [], ...knownDifferences[file] })
    }
  }
})

describe("of each system", () => {
  test.each([
    [
      "first-firing",
      "a shortcode is an image with its caption",
      '![Four bowls, one of them cracked from rim to foot](shelf.png "The shelf on Friday"){width=400}',
    ],
    [
      "first-firing",
      "a notice is a callout",
      "> [!WARNING]\n> Never open the lid above **150 degrees**.",
    ],
    [
      "first-firing",
      "a reference is a link",
      "[in the second part](/posts/firing-with-glaze/#glaze)",
    ],
    ["first-firing", "braces are braces", String.raw`an hour \{as the manual says}`],
    ["firing-with-glaze", "code has its marks", "```python numbers {2}\ndef share"],
    [
      "firing-with-glaze",
      "its alias is kept, with its address",
      "aliases:\n  - /2021/05/firing-with-glaze/\n  - /glaze/",
    ],
    [
      "third-firing",
      "links to the site are links within it",
      "the [first](/posts/first-firing/) and the [second part](/posts/firing-with-glaze/)",
    ],
    [
      "third-firing",
      "a film is one",
      '<Embed src="https://www.youtube.com/watch?v=dQw4w9WgXcQ" title="A film" />',
    ],
    ["third-firing", "it is a part of its series", "series: learning-to-fire\npart: 3"],
    ["on-clay", "what is set in is code", "```text\nmountain -> gravel"],
    ["on-clay", "a draft is a draft", "draft: true"],
    ["counting-worms", "Liquid is filled in", "![Hole in a lawn](hole.png){width=300px}"],
    ["counting-worms", "what is raw stays as it is", String.raw`\{\{ braces }} stay`],
    ["counting-worms", "the day is that of the name", "date: 2018-04-02"],
    [
      "worms-again",
      "an image of HTML is one",
      "![The same hole, a year later](hole.png){width=50%}",
    ],
    ["seeds-in-c", "code in a list stays in it", "   ```text\n   tray.fill(0.8)\n   ```"],
    ["seeds-in-c", "what is no tag is a sign", "Packet\\<Seed>, or `Packet<Seed>`"],
    [
      "html-in-a-post",
      "HTML is Markdown",
      "Some posts were *always* HTML.\n\n- One bed of beans\n- Two beds of `chard`\n\n```js\nconst beds = 3;\n```",
    ],
    ["kramdown", "an underlined heading is a heading", "## Setext heading"],
    [
      "kramdown",
      "a list of HTML with an empty line is one list",
      "- A list of *HTML*\n- with an empty line in it",
    ],
    ["first-light", "the address of the picture is the picture", "image: moon.png"],
    ["grinding-a-mirror", "sections are below the title", "\n## Grit\n\nStart at 80"],
    ["grinding-a-mirror", "a second heading of the same words has an address", "## Grit {#grit-1}"],
    [
      "a-year-of-nights",
      "an imported picture is an image",
      "![The Moon again, now full](moon.png)",
    ],
    ["mail", "a handle is no citation", String.raw`\@stargazer asks whether a Dobsonian \<20 cm`],
    ["true-a-wheel", "the name of a file is its title", '```jsx title="tension.jsx" {2}'],
    ["true-a-wheel", "a tag that is a link is a link", "or at [its page](/posts/chain/)"],
    [
      "chain",
      "a figure has its caption",
      "<Figure>\n\n![A rusty chain in a bowl](chain.png)\n\nBefore the *bath*\n\n</Figure>",
    ],
    ["chain", "a table of HTML is a table", "| Oil | Days |\n| - | - |\n| thin | 10 |"],
    ["brakes", "a component of callouts is a callout", ":::warning[Before you ride]"],
    ["coin", "cross-references lead on", "As [](#fig-line) shows, and [](#sec-throws) tells"],
    ["coin", "an equation has its label", "\\label{eq-binomial}"],
    ["compost", "what is in the folder of drafts is a draft", "draft: true"],
    ["a-second-map", "a story that was not told is a draft", "draft: true"],
    ["unsent", "a letter that was not sent is a draft", "draft: true"],
    ["not-yet", "nor one that was not published", "draft: true"],
    ["a-draft", "nor a draft of WordPress", "draft: true"],
    ["urn", "nor one of Quarto", "draft: true"],
    ["coin", "a place in a work stands behind it", "as @fisher1925 (p. 12) has it"],
    ["coin", "works are cited", "What would Fisher [@fisher1925] say?"],
    ["dice", "what cells put out is what they had put out", " 2  3  4  5  6  7"],
    ["dice", "tabs are tabs", '<Tabs>\n<Tab title="R">'],
    [
      "dice",
      "small marks are marks",
      "H<sub>2</sub>O, and a die has 6<sup>2</sup> pairs. Some small words",
    ],
    ["walk", "a table has its caption", '<Table id="tbl-steps">\n\nHow far one gets\n\n| Steps'],
    [
      "pendulum",
      "a first cell is front matter",
      "title: A pendulum, by hand\ndescription: How long a second is",
    ],
    ["pendulum", "outputs follow their code", "```text\n2.006\n2.837\n```"],
    [
      "pendulum",
      "a picture says where it comes from",
      "![What the code above draws.](output-2.png)",
    ],
    ["tables", "a frame is a table", "| | name | legs |\n| - | - | - |\n| 0 | ant | 6 |"],
    ["tables", "a formula is one", "\\displaystyle \\frac{x^{2}}{2}"],
    ["bread", "a name in brackets is a link", "salt and [time](/posts/sourdough-starter/)"],
    ["bread", "a picture by its name is an image", "![loaf](loaf.png){width=300}"],
    ["sourdough-starter", "every kind of callout is one here", "> [!NOTE]- Why does it smell?"],
    ["opening-the-shop", "a card is a callout", "> [!NOTE]\n>\n> We close at **six**."],
    [
      "the-second-month",
      "a card that folds folds",
      "<details>\n<summary>What did we sell?</summary>\n\nForty cups.\n\n</details>",
    ],
    [
      "the-second-month",
      "a bookmark is a link",
      "[All about cups](https://example.org/cups): Their handles, too",
    ],
    ["the-first-letter", "a note is a note", "one a month.[^1]"],
    ["the-first-letter", "its text too", "[^1]: Or every other month."],
    ["on-lists", "a letter is a link", "[a first letter](/posts/the-first-letter/)"],
    ["a-second-map", "a story is a link", "[the first one](/posts/how-to-read-a-map/)"],
    [
      "night-train",
      "an embed is shown",
      '<Embed src="https://www.youtube.com/watch?v=aqz-KE-bpKQ" title="A film on YouTube" />',
    ],
    ["older", "lines are lines", "one wrote paragraphs by empty lines.\\\nAnd a line break"],
    ["older", "a formula is one too", "The speed is $v = s/t$, and \\{braces} cost 5 \\< 10"],
    [
      "umbrella",
      "an admonition is a callout",
      "> [!WARNING] In a storm\n> An umbrella is a sail.\n>\n> Close it.",
    ],
  ])("%s: %s", async (slug, _what, expected) => {
    expect(await post(slug)).toContain(expected)
  })

  test("files go beside the posts that name them, byte for byte", async () => {
    for (const [from, to] of [
      ["hugo/static/images/shelf.png", "first-firing/shelf.png"],
      ["hugo/content/posts/third-firing/numbers.csv", "third-firing/numbers.csv"],
      ["quarto/_freeze/posts/dice/index/figure-html/bars-1.png", "dice/bars-1.png"],
      ["obsidian/attachments/loaf.png", "bread/loaf.png"],
    ] as const) {
      const copy = await readFile(join(imported.root, "content/posts", to))
      expect(copy.equals(await readFile(join(corpus, from)))).toBe(true)
    }
  })

  test("a series has a file, and works that are cited go into the bibliography once", async () => {
    const series = await readFile(
      join(imported.root, "content/series/learning-to-fire.yaml"),
      "utf8",
    )
    expect(series).toContain(
      "title: Learning to fire\ndescription: In 3 parts, from “A first firing”",
    )
    const works = await readFile(join(imported.root, "content/references.bib"), "utf8")
    expect(works.match(/^@/gm)).toHaveLength(2) // the one that was there, and Fisher's
  })
})
