import { expect } from "@playwright/test"
import type { Author } from "./author"

// What nobody may see in production, planted wherever a draft has words: a word of its own for each, so
// that a leak says where it came from.
const drafts = {
  "posts/quokkaslug/index.mdx": `---
title: Quokkatitle
shortTitle: Quokkashort
description: Quokkadescription.
date: 2024-01-01
tags: [quokkatag]
series: open-series
part: 2
aliases: [/posts/quokkaalias/]
draft: true
---

## Quokkaheading

Quokkabody with a [link](/posts/open/ "Quokkalinktitle"), \`quokkacode\` and a picture:

![Quokkaalt](quokkapicture.svg "Quokkacaption")

\`\`\`js
const quokkafence = 1
\`\`\`

As [@quokkakey] says of <Term name="wallaby">Quokkaterm</Term>,[^quokkanote] and <span lang="de">Quokkawort</span>:

$$
\\text{quokkaformula}
\\label{quokkaequation}
$$

[^quokkanote]: Quokkanotetext.

<Figure id="quokkafigure" width="wide">
![Quokkafigurealt](quokkapicture.svg)

Quokkafigurecaption.
</Figure>

> [!NOTE] Quokkacallout
> Quokkacallouttext.

<Tabs group="quokkagroup">
<Tab title="Quokkatab">

Quokkatabtext.

</Tab>
<Tab title="Other">

Text.

</Tab>
</Tabs>

<CourseOutline course="open-course" />
`,
  "posts/quokkascheduled/index.mdx": `---
title: Quokkafuture
description: Quokkafuturedescription.
date: 2999-01-01
aliases: [/quokkafuturealias/]
---

Quokkafuturebody.
`,
}

const published = {
  "posts/open/index.mdx": `---
title: Wombat
description: What everybody may read.
date: 2024-01-01
series: open-series
part: 1
---

## A heading

Text.
`,
  "posts/quokkaslug/quokkapicture.svg": `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><text>Quokkapicturetext</text></svg>`,
}

// Of works and terms that drafts alone name, works are nobody's business before that; a term is in the
// glossary for everybody, but not which draft says more of it.
const bibliography = `@article{quokkakey,
  author = {Quokkaauthor, Q.},
  title = {Quokkawork},
  journal = {Quokkajournal},
  note = {Quokkabibnote},
  year = {2024}
}
`
const glossary = `- term: wallaby
  definition: An animal.
  see: [quokkaslug]
`

const course = `title: A course
provider: P
instructor: I
url: https://example.org
modules:
  - slug: one
    title: One
    topics:
      - slug: a
        title: A
        post: open
        heading: a-heading
      - slug: b
        title: B
        post: quokkaslug
        heading: quokkaheading
`

/** Adds the drafts to the content, with what is published beside them and leads to them. */
export async function plantDrafts(author: Author): Promise<void> {
  const added = {
    ...drafts,
    ...published,
    "series/open-series.yaml": "title: A series\ndescription: Of two parts.\n",
    "courses/open-course.yaml": course,
  }
  for (const [name, text] of Object.entries(added)) await author.write(`content/${name}`, text)
  for (const [name, text] of Object.entries({
    "references.bib": bibliography,
    "glossary.yaml": glossary,
  })) {
    await author.write(`content/${name}`, `${await author.read(`content/${name}`)}\n${text}`)
  }
}

type Files = Awaited<ReturnType<Author["filesOf"]>>

const textOf = (files: Files, name: string) =>
  String(files.get(name) ?? files.get(`${name}.br`) ?? expect(name).toBe("a file of the site"))

const leaksIn = (files: Files): readonly string[] =>
  [...files].flatMap(([name, bytes]) =>
    [name, bytes.toString("utf8"), bytes.toString("utf16le")]
      .flatMap((text) => text.match(/quokka\w*/gi) ?? [])
      .map((word) => `${name}: ${word}`),
  )

/** Production holds no word of a draft, in no file and no form, and all that is published. */
export async function expectNoDraft(author: Author): Promise<void> {
  const files = await author.filesOf("live")
  expect(leaksIn(files)).toEqual([])
  for (const name of ["feed.xml", "series/open-series/feed.xml", "sitemap.xml"]) {
    expect(textOf(files, name), name).toContain(`${author.live}/posts/open/`)
  }
  expect(textOf(files, "posts/open/index.html")).toContain('type="application/atom+xml"')
  expect(textOf(files, "robots.txt")).toContain(`Sitemap: ${author.live}/sitemap.xml`)
}

/** A preview shows drafts and says that they are, and asks to be left out of searches. */
export function expectDrafts(files: Files): void {
  const draft = textOf(files, "posts/quokkaslug/index.html")
  expect(draft).toContain("Quokkabody")
  expect(draft).toContain("Quokkawork") // so that a leak of it would be found
  expect(draft).toContain("<strong>Draft.</strong>")
  expect(draft).toMatch(/<meta name="robots" content="noindex, nofollow"\/?>/)
  expect(draft).toContain('rel="canonical" href="https://partwise.example/posts/quokkaslug/"')
  expect(draft).not.toContain('type="application/atom+xml"')
  expect(textOf(files, "posts/quokkascheduled/index.html")).toContain("from 1 January 2999")
  expect(textOf(files, "posts/open/index.html")).not.toContain('unpublished-banner"')
  expect(textOf(files, "robots.txt")).toMatch(/Disallow: \/\s/)
  expect(textOf(files, "robots.txt")).not.toContain("Sitemap")
  expect(textOf(files, "_headers")).toContain("X-Robots-Tag: noindex, nofollow")
}
