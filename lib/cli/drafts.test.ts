import { execFileSync, spawn } from "node:child_process"
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { dirname, join, resolve } from "node:path"
import { brotliDecompressSync, gunzipSync } from "node:zlib"
import { afterAll, beforeAll, expect, test } from "vitest"

// What nobody may see in production, planted wherever a draft has words: a word of its own for each, so
// that a leak says where it came from.
const drafts = {
  "posts/quokkaslug/index.mdx": `---
title: Quokkatitle
shortTitle: Quokkashort
description: Quokkadescription.
date: 2024-01-01
tags: [quokkatag]
series: quokkaseries
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

<CourseOutline course="quokkacourse" />
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
series: quokkaseries
part: 1
---

## A heading

Text.
`,
  "posts/quokkaslug/quokkapicture.svg": `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><text>Quokkapicturetext</text></svg>`,
}

// The ids of a series and a course stand in published files as well; their names are not secret.
const allowed = /quokkaseries|quokkacourse/gi

let root: string

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "partwise-drafts-"))
  const listed = execFileSync("git", ["ls-files", "-z", "-c", "-o", "--exclude-standard"])
  for (const file of listed.toString().split("\0").filter(isOfProject)) {
    await mkdir(dirname(join(root, file)), { recursive: true })
    await cp(file, join(root, file))
  }
  // Hard links: Turbopack refuses packages that a symbolic link leads to outside of the project.
  execFileSync("cp", ["-al", resolve("node_modules"), root])
  const content = {
    ...drafts,
    ...published,
    "series/quokkaseries.yaml": "title: A series\ndescription: Of two parts.\n",
    "courses/quokkacourse.yaml": course,
    "references.bib": bibliography,
    "glossary.yaml": glossary,
    "site.yaml": await readFile("content/site.yaml", "utf8"),
  }
  for (const [name, text] of Object.entries(content)) {
    await mkdir(dirname(join(root, "content", name)), { recursive: true })
    await writeFile(join(root, "content", name), text)
  }
}, 60_000)
afterAll(() => rm(root, { recursive: true, force: true, maxRetries: 5 }))

const isOfProject = (file: string) =>
  /^(?:app|components|enhance|lib|public)\/|^[^/]+$/.test(file) && !file.endsWith(".test.ts")

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

test("production holds no word of a draft, in no file and no form", async () => {
  const files = await build("production")
  for (const name of ["feed.xml", "series/quokkaseries/feed.xml", "sitemap.xml"]) {
    expect(String(files.get(name)), name).toContain("https://partwise.example/posts/open/")
  }
  expect(String(files.get("posts/open/index.html"))).toContain('type="application/atom+xml"')
  expect(String(files.get("robots.txt"))).toContain("Sitemap: https://partwise.example/sitemap.xml")
  const found: string[] = []
  for (const [name, bytes] of files) {
    for (const text of [name, bytes.toString("utf8"), bytes.toString("utf16le")]) {
      for (const [word] of text.replaceAll(allowed, "").matchAll(/quokka\w*/gi)) {
        found.push(`${name}: ${word}`)
      }
    }
  }
  expect(found).toEqual([])
}, 120_000)

test("a preview shows drafts and says that they are, and asks to be left out of searches", async () => {
  const files = await build("preview")
  const draft = String(files.get("posts/quokkaslug/index.html"))
  expect(draft).toContain("Quokkabody")
  expect(draft).toContain("Quokkawork") // so that a leak of it would be found
  expect(draft).toContain("<strong>Draft.</strong>")
  expect(draft).toMatch(/<meta name="robots" content="noindex, nofollow"\/?>/)
  expect(draft).toContain('rel="canonical" href="https://partwise.example/posts/quokkaslug/"')
  expect(String(files.get("posts/quokkascheduled/index.html"))).toContain("from 1 January 2999")
  expect(String(files.get("posts/open/index.html"))).not.toContain('unpublished-banner"')
  expect(draft).not.toContain('type="application/atom+xml"')
  expect(String(files.get("robots.txt"))).toMatch(/Disallow: \/\s/)
  expect(String(files.get("robots.txt"))).not.toContain("Sitemap")
  expect(String(files.get("_headers"))).toContain("X-Robots-Tag: noindex, nofollow")
}, 120_000)

/** @returns the files of the finished site, compressed ones as what they hold */
async function build(environment: string): Promise<ReadonlyMap<string, Buffer>> {
  const child = spawn(process.execPath, ["--import", "tsx", "lib/cli/build.ts"], {
    cwd: root,
    env: { ...process.env, NODE_ENV: "production", SITE_ENV: environment, SITE_URL: "" },
  })
  let said = ""
  child.stdout.on("data", (text) => (said += String(text)))
  child.stderr.on("data", (text) => (said += String(text)))
  const code = await new Promise((done) => child.on("close", done))
  expect(code, said).toBe(0)

  const dist = join(root, "dist")
  const entries = await readdir(dist, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile())
  return new Map(
    await Promise.all(
      files.map(async ({ parentPath, name }) => {
        const path = join(parentPath, name)
        const bytes = await readFile(path)
        const plain = name.endsWith(".br")
          ? brotliDecompressSync(bytes)
          : name.endsWith(".gz")
            ? gunzipSync(bytes)
            : bytes
        return [path.slice(dist.length + 1).replaceAll("\\", "/"), plain] as const
      }),
    ),
  )
}
