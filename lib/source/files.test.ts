import { execFileSync } from "node:child_process"
import { mkdir, mkdtemp, rename, rm, symlink, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { expect, test } from "vitest"
import { messageOf } from "../model/problem"
import { found } from "../testing/found"
import {
  createCheck,
  inWorkspace,
  messagesWith,
  postSaying,
  sound,
  type Files,
} from "../testing/workspace"

const two = sound["posts/two/index.mdx"].replace("series: nets\npart: 2\n", "")
const places =
  "posts/<slug>/index.mdx with images, components and other files beside it, components/<name>.tsx, figures/<slug>/index.mdx and pages/<slug>/index.mdx likewise, pages/<slug>.mdx, series/<id>.yaml, courses/<id>.yaml, site.yaml, glossary.yaml, references.bib or words.txt"

const way = "; npm run post -- import takes posts of other systems, from anywhere"

test.each([
  "posts/a/b/index.mdx",
  "posts/two/index.md",
  "posts/two/Index.mdx",
  "pages/a/about.mdx",
  "series/nets.yml",
  "notes.md",
  "references2.bib",
])("a file at %s has no business there", async (path) => {
  expect(await messagesWith({ [path]: two })).toEqual([
    `content/${path}:1:1: Unexpected file, expected ${places} in content${path.endsWith(".md") ? way : ""} (file-place)`,
  ])
})

test.each([
  ["posts/foo.mdx", "posts/foo/index.mdx"],
  ["posts/own.md", "posts/own/index.mdx"],
  ["posts/own/index.md", "posts/own/index.mdx"],
  ["posts/own/own.mdx", "posts/own/index.mdx"],
  ["pages/own.md", "pages/own.mdx"],
  ["series/own.yml", "series/own.yaml"],
  ["posts/two/images/net.png", "posts/two/net.png"],
  ["images/net.PNG", "posts/<slug>/net.PNG"],
  ["posts/net.png", "posts/<slug>/net.png"],
])("a file at %s belongs to %s", async (path, place) => {
  expect(await messagesWith({ [path]: two })).toEqual([
    found(`content/${path}:1:1`, "file-place", ` content/${place} `),
  ])
})

test("a page is a file or a folder, and not both", async () => {
  const page = sound["pages/about.mdx"]
  const files = { "pages/about/index.mdx": page }
  expect(await messagesWith(files)).toEqual([
    "content/pages/about/index.mdx:1:1: Unexpected second page of this name, expected this or content/pages/about.mdx (file-place)",
  ])
})

test.each([
  ".DS_Store",
  "posts/two/index.mdx~",
  "posts/two/.index.mdx.swp",
  ".git/config",
  "posts/two/Thumbs.db",
  "posts/desktop.ini",
  "posts/two/Icon\r",
  "posts/two/#index.mdx#",
  "posts/two/index.mdx.orig",
  "series/nets.yaml.bak",
  "posts/two/._net.png",
])("what a system or an editor leaves at %s is passed over", async (path) => {
  expect(await messagesWith({ [path]: "anything" })).toEqual([])
})

test("what is no file and no folder is not read, and is a problem", async () => {
  await inWorkspace({}, async (root) => {
    const at = (path: string) => join(root, "content", path)
    const elsewhere = join(root, "elsewhere")
    await mkdir(elsewhere)
    await writeFile(join(elsewhere, "index.mdx"), `${two}\n<script data-inline="">a()</script>\n`)
    await writeFile(join(elsewhere, "net.svg"), "<svg/>")
    await symlink(elsewhere, at("posts/linked"))
    await mkdir(at("posts/own"))
    await symlink("/etc/passwd", at("posts/own/index.mdx"))
    await symlink(join(elsewhere, "net.svg"), at("posts/two/net.svg"))
    await symlink("..", at("posts/loop"))
    await symlink("nowhere", at("pages/gone.mdx"))
    execFileSync("mkfifo", [at("words.txt")])
    await symlink("nobody@host.1", at("posts/two/.#index.mdx")) // an editor's lock

    const check = createCheck(root)
    const kinds = [
      ["pages/gone.mdx", "symbolic link"],
      ["posts/linked", "symbolic link"],
      ["posts/loop", "symbolic link"],
      ["posts/own/index.mdx", "symbolic link"],
      ["posts/two/net.svg", "symbolic link"],
      ["words.txt", "pipe, socket or device"],
    ]
    expect((await check()).map(messageOf)).toEqual(
      kinds.map(
        ([path, kind]) =>
          `content/${path}:1:1: Unexpected ${kind}, expected the file or folder itself (file-kind)`,
      ),
    )
  })
})

test("all of the content may be elsewhere: it is read from there", async () => {
  await inWorkspace({}, async (root) => {
    await rename(join(root, "content"), join(root, "kept"))
    await symlink("kept", join(root, "content"))
    expect(await createCheck(root)()).toEqual([])
  })
})

test.each([
  ["My post", "my-post"],
  ["My-Post", "my-post"],
  ["a--b", "a-b"],
  ["-a-", "a"],
  ["a.b", "a-b"],
  ["Über_uns!", "über-uns"],
  ["…", "my-post"],
])("a folder named %s", async (name, better) => {
  expect(await messagesWith({ [`posts/${name}/index.mdx`]: two })).toEqual([
    found(
      `content/posts/${name}/index.mdx:1:1`,
      "file-name",
      `folder name "${name}"`,
      ` ${better} `,
    ),
  ])
})

test("a file name with spaces", async () => {
  expect(await messagesWith({ "pages/Contact me.mdx": sound["pages/about.mdx"] })).toEqual([
    found(
      "content/pages/Contact me.mdx:1:1",
      "file-name",
      'file name "Contact me"',
      " contact-me ",
    ),
  ])
})

test.each(["über-uns", "сеть", "深度学习", "ニューラルネット", "नमस्ते", "e\u0301te", "2024_part-2"])(
  "a folder named %s works",
  async (name) => {
    expect(await messagesWith({ [`posts/${name}/index.mdx`]: two })).toEqual([])
  },
)

const start = "content/posts/own/index.mdx:1:1: Unexpected"
test.each<[string, Files[string], string]>([
  ["that is empty", "", `${start} empty file, expected a line of --- and front matter`],
  ["of blank lines", "\n \n", `${start} empty file, expected a line of --- and front matter`],
  [
    "without front matter",
    "Text.\n",
    `${start} start of the file, expected a line of --- and front matter`,
  ],
  [
    "with a blank line first",
    `\n${two}`,
    `${start} start of the file, expected a line of --- and front matter`,
  ],
  [
    "with TOML",
    "---toml\na = 1\n---\n",
    `${start} start of the file, expected a line of --- and front matter`,
  ],
])("a post %s", async (_what, text, problem) => {
  expect(await messagesWith({ "posts/own/index.mdx": text })).toEqual([`${problem} (front-matter)`])
})

test.each(["---\ntitle: Own\n", "---\ntitle: Own\n----\n"])("%j has no end", async (text) => {
  expect(await messagesWith({ "posts/own/index.mdx": text })).toEqual([
    found("content/posts/own/index.mdx:1:1", "front-matter", " --- "),
  ])
})

test("empty front matter lacks every required field", async () => {
  const messages = await messagesWith({ "posts/own/index.mdx": "---\n---\nText.\n" })
  expect(messages.map((message) => message.slice(0, 63))).toEqual([
    "content/posts/own/index.mdx:2:1: Unexpected absence of date, ex",
    "content/posts/own/index.mdx:2:1: Unexpected absence of descript",
    "content/posts/own/index.mdx:2:1: Unexpected absence of title, e",
  ])
})

test("an empty data file lacks every required field", async () => {
  const messages = await messagesWith({ "series/other.yaml": "" })
  expect(messages).toHaveLength(2)
  expect(messages[0]).toMatch(/^content\/series\/other\.yaml:1:1: Unexpected absence of descript/)
})

test("Windows line ends move no line and no column", async () => {
  const windows = Object.fromEntries(
    Object.entries(sound).map(([path, text]) => [path, text.replaceAll("\n", "\r\n")]),
  )
  const broken = `${two}\n[a](/nowhere/)\n`.replaceAll("\n", "\r\n")
  expect(await messagesWith({ ...windows, "posts/own/index.mdx": broken })).toEqual([
    found("content/posts/own/index.mdx:11:1", "link-target"),
  ])
})

test("a byte-order mark moves no line and no column, in any file", async () => {
  const marked = Object.fromEntries(
    Object.entries(sound).map(([path, text]) => [path, `\uFEFF${text}`]),
  )
  const broken = `\uFEFF${two.replace("title", "tilte")}`
  const [message, ...others] = await messagesWith({ ...marked, "posts/own/index.mdx": broken })
  expect(others).toEqual([])
  expect(message).toMatch(/^content\/posts\/own\/index\.mdx:2:1: Unexpected field tilte, /)
})

test("a file of 5 MB is not even read", async () => {
  const files = { "posts/own/index.mdx": two + "word ".repeat(1_000_000) }
  expect(await messagesWith(files)).toEqual([
    "content/posts/own/index.mdx:1:1: Unexpected 5.0 MB of text, expected at most 1 MB (file-size)",
  ])
})

test("text that is not UTF-8 is said where it stops being that", async () => {
  const latin1 = Buffer.from(two.replace("Text", "Le café"), "latin1")
  expect(await messagesWith({ "posts/own/index.mdx": latin1 })).toEqual([
    found("content/posts/own/index.mdx:9:7", "file-encoding"),
  ])
})

test("a character that turns the letters behind it round", async () => {
  expect(await messagesWith(postSaying("A \u202E b"))).toEqual([
    found("content/posts/own/index.mdx:7:3", "file-encoding", "U+202E"),
  ])
})

test("a control character", async () => {
  const text = two.replace("Text.", "Te\0xt.")
  expect(await messagesWith({ "posts/own/index.mdx": text })).toEqual([
    "content/posts/own/index.mdx:9:3: Unexpected control character U+0000, expected text (file-encoding)",
  ])
})

test("content without a site", async () => {
  expect(await messagesWith({ "site.yaml": undefined })).toEqual([
    "content/site.yaml:1:1: Unexpected absence of the file, expected name, url and author of the site (file-place)",
  ])
})

test("a project without content", async () => {
  const root = await mkdtemp(join(tmpdir(), "partwise-"))
  const problems = await createCheck(root)()
  await rm(root, { recursive: true })
  expect(problems.map(({ file }) => file)).toEqual(["content/site.yaml"])
})

test("the way to the project may end with a slash", async () => {
  const problems = await inWorkspace({ "notes.md": "" }, (root) => createCheck(`${root}/`)())
  expect(problems.map(({ file }) => file)).toEqual(["content/notes.md"])
})
