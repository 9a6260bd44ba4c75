import { posix } from "node:path"
import type { Fields, Folder, System } from "../found"
import { nameFrom, readMarkdownPosts, settingOf } from "./markdown"

const inFolder = /(?:^|\/)(?:content|data|posts?|_posts|blog|articles|writing|notes|docs|pages)\//

/** Where sites made with a framework show a post: below the folder that it is in. */
function addressesOf(file: string, fields: Fields): readonly string[] {
  const name =
    typeof fields["slug"] === "string" ? fields["slug"].replace(/^\/|\/$/g, "") : nameFrom(file)
  const folders = posix.dirname(file).split("/")
  if (/\/(?:index|page)\.\w+$/.test(file)) folders.pop()
  const section =
    folders.findLast((folder) => /^(?:posts?|blog|articles|writing|notes)$/i.test(folder)) ??
    "posts"
  return [`/${section}/${name}/`]
}

const read = (folder: Folder, isPost: (file: string) => boolean, where = addressesOf) => ({
  ...readMarkdownPosts(folder, { isPost, addressesOf: where }),
  publicFolders: ["public", "static", "public/static", "src/assets", "src"],
  url: siteUrlIn(folder),
})

function siteUrlIn(folder: Folder): string | undefined {
  const files = folder.files.filter((file) =>
    /(?:^|\/)(?:astro\.config\.\w+|(?:src\/)?(?:config|consts|site\.config)\.\w+|data\/siteMetadata\.c?js)$/.test(
      file,
    ),
  )
  const found = settingOf(folder, files, "(?:site|siteUrl|website|SITE_URL)")
  return found !== undefined && /^https?:\/\//.test(found)
    ? found.replace(/[,;].*$/, "")
    : undefined
}

/** Astro: `src/content/blog/pools.md`, also as MDX. */
export const astro: System = {
  name: "astro",
  isOf: ({ files }) => files.some((file) => /^astro\.config\.\w+$/.test(file)),
  read: (folder) => read(folder, (file) => /^src\/(?:content|data|pages|posts|blog)\//.test(file)),
}

/** Next.js with any of the ways to keep Markdown and MDX in files; Gatsby and Docusaurus do it alike. */
export const next: System = {
  name: "next",
  isOf: ({ files }) =>
    files.some((file) => /^(?:next\.config|gatsby-config|docusaurus\.config)\.\w+$/.test(file)),
  read: (folder) => read(folder, (file) => inFolder.test(file)),
}

/** Markdown of no system that is known. */
export const markdown: System = {
  name: "markdown",
  isOf: ({ files }) => files.some((file) => /\.(?:md|mdx|markdown)$/i.test(file)),
  read: (folder) => ({
    ...read(
      folder,
      () => true,
      () => [],
    ),
    publicFolders: ["public", "static", "assets", ""],
  }),
}
