import { posix } from "node:path"
import { DOMParser } from "@xmldom/xmldom"
import { parse as parseCsv } from "csv-parse/sync"
import type { Element as HtmlElement, ElementContent } from "hast"
import { fromHtml } from "hast-util-from-html"
import { toHtml } from "hast-util-to-html"
import { toString as htmlText } from "hast-util-to-string"
import type { FoundPost, System } from "../found"
import { findByClass } from "../cards"
import { findAll } from "../html-tree"
import { withGutenberg } from "./gutenberg"

/** Ghost: the JSON of its export. */
export const ghost: System = {
  name: "ghost",
  isOf: (folder) => folder.files.some((file) => isGhost(file, folder.text)),
  read: (folder) => ({
    posts: folder.files
      .filter((file) => isGhost(file, folder.text))
      .flatMap((file) => ghostPosts(file, folder.text(file))),
    publicFolders: ["", "content"],
  }),
}

const isGhost = (file: string, text: (file: string) => string) =>
  /\.json$/i.test(file) &&
  !file.includes("/") &&
  /"(?:db|data)"\s*:\s*[[{]/.test(text(file).slice(0, 2000)) &&
  text(file).includes('"posts"')

type GhostRow = Record<string, string | number | null | undefined>
type GhostData = { posts: GhostRow[]; tags?: GhostRow[]; posts_tags?: GhostRow[] }

function ghostPosts(file: string, text: string): FoundPost[] {
  const json = JSON.parse(text) as { db?: { data: GhostData }[]; data?: GhostData }
  const data = json.db?.[0]?.data ?? json.data
  if (!data) return []
  const tagsOf = (id: unknown) =>
    (data.posts_tags ?? [])
      .filter((row) => row["post_id"] === id)
      .map((row) => data.tags?.find((tag) => tag["id"] === row["tag_id"])?.["name"])
      .filter((name) => typeof name === "string" && !name.startsWith("#"))
  return data.posts
    .filter((row) => row["type"] !== "page" && !row["page"])
    .map((row) => {
      const slug = String(row["slug"])
      return {
        file: `${file}#${slug}`,
        name: slug,
        fields: {
          title: row["title"],
          description: row["custom_excerpt"] ?? row["meta_description"] ?? undefined,
          date: row["published_at"] ?? row["created_at"],
          tags: tagsOf(row["id"]),
          image: row["feature_image"] ?? undefined,
          status: row["status"] === "published" ? undefined : "draft",
        },
        body: String(row["html"] ?? "").replaceAll("__GHOST_URL__", ""),
        syntax: "html" as const,
        addresses: [`/${slug}/`],
      }
    })
}

/** Substack: `posts.csv`, and a file of HTML for each post. */
export const substack: System = {
  name: "substack",
  isOf: (folder) => folder.has("posts.csv"),
  read(folder) {
    const rows = parseCsv(folder.text("posts.csv"), {
      columns: true,
      skip_empty_lines: true,
    }) as Record<string, string>[]
    const posts = rows.flatMap((row): FoundPost[] => {
      const id = row["post_id"] ?? ""
      const file = folder.files.find(
        (one) => one === `posts/${id}.html` || one.endsWith(`/${id}.html`),
      )
      if (file === undefined || row["type"] === "podcast") return []
      const slug = id.replace(/^\d+\./, "")
      return [
        {
          file,
          name: slug,
          fields: {
            title: row["title"],
            description: row["subtitle"] || undefined,
            date: row["post_date"],
            status: row["is_published"] === "true" ? undefined : "draft",
          },
          body: folder.text(file),
          syntax: "html",
          addresses: [`/p/${slug}`],
        },
      ]
    })
    return { posts, publicFolders: [""], hosts: /\.substack\.com$/ }
  },
}

/** Medium: a file of HTML for each post, drafts and answers among them. */
export const medium: System = {
  name: "medium",
  isOf: (folder) =>
    folder.files.some((file) => /\.html$/i.test(file) && folder.text(file).includes("h-entry")),
  read: (folder) => ({
    posts: folder.files
      .filter((file) => /\.html$/i.test(file) && folder.text(file).includes("h-entry"))
      .map((file) => mediumPost(file, folder.text(file))),
    publicFolders: [""],
    hosts: /(?:^|\.)medium\.com$/,
  }),
}

function mediumPost(file: string, html: string): FoundPost {
  const tree = fromHtml(html)
  const byClass = (name: string) => findByClass(tree, name)
  const title = [findAll(tree, "title")[0], byClass("p-name")]
    .map((one) => (one ? htmlText(one).trim() : ""))
    .find(Boolean)
  const canonical = byClass("p-canonical")?.properties["href"] ?? ""
  const date = findAll(tree, "time")[0]?.properties["dateTime"]
  const subtitle = byClass("p-summary")
  const body = byClass("e-content")
  const stem = posix
    .basename(file, ".html")
    .replace(/^\d{4}-\d{2}-\d{2}_/, "")
    .replace(/^draft_/, "")
  return {
    file,
    name: stem.replace(/-+[0-9a-f]{8,}$/, ""),
    fields: {
      title,
      description: subtitle ? htmlText(subtitle).trim() || undefined : undefined,
      date: typeof date === "string" ? date : /(\d{4}-\d{2}-\d{2})_/.exec(file)?.[1],
      draft: /(?:^|\/)draft_/.test(file),
    },
    body: body ? mediumBody(body) : "",
    syntax: "html",
    addresses:
      typeof canonical === "string" && URL.canParse(canonical) ? [new URL(canonical).pathname] : [],
  }
}

/** Its text, without the title that it repeats and the lines between sections. */
function mediumBody(body: HtmlElement): string {
  const first = findAll(body, "h3")[0]
  const isTitle = first && /graf--title/.test(String(first.properties["className"]))
  const kept = (node: HtmlElement): HtmlElement => ({
    ...node,
    children: node.children.flatMap((child): ElementContent[] => {
      if (child.type !== "element") return [child]
      if (
        (isTitle && child === first) ||
        /section-divider/.test(String(child.properties["className"]))
      )
        return []
      return [kept(child)]
    }),
  })
  return toHtml(kept(body).children)
}

/** WordPress: the XML of its export (WXR). */
export const wordpress: System = {
  name: "wordpress",
  isOf: (folder) => folder.files.some((file) => isWxr(file, folder.text)),
  read(folder) {
    const files = folder.files.filter((file) => isWxr(file, folder.text))
    const sites = files.map((file) => wordpressSite(file, folder.text(file)))
    return {
      posts: sites.flatMap(({ posts }) => posts),
      publicFolders: ["", "wp-content", "uploads"],
      url: sites[0]?.url,
    }
  },
}

const isWxr = (file: string, text: (file: string) => string) =>
  /\.xml$/i.test(file) && text(file).includes("wp:wxr_version")

function wordpressSite(file: string, xml: string): { posts: FoundPost[]; url: string | undefined } {
  const document = new DOMParser({ onError: () => undefined }).parseFromString(xml, "text/xml")
  const all = (
    node: { getElementsByTagName: (name: string) => ArrayLike<{ textContent: string | null }> },
    name: string,
  ) => Array.from(node.getElementsByTagName(name))
  const first = (node: Parameters<typeof all>[0], name: string) =>
    all(node, name)[0]?.textContent?.trim() ?? ""
  const items = Array.from(document.getElementsByTagName("item"))
  const posts = items
    .filter(
      (item) =>
        first(item, "wp:post_type") === "post" &&
        !/^(?:trash|inherit)$/.test(first(item, "wp:status")),
    )
    .map((item): FoundPost => {
      const link = first(item, "link")
      const path = URL.canParse(link) ? new URL(link).pathname : ""
      const name = decodeURIComponent(first(item, "wp:post_name")) || first(item, "title")
      const words = Array.from(item.getElementsByTagName("category"))
      const excerpt = first(item, "excerpt:encoded")
      return {
        file: `${file}#${name}`,
        name,
        fields: {
          title: first(item, "title"),
          description: excerpt === "" ? undefined : excerpt,
          date: first(item, "wp:post_date"),
          updated: first(item, "wp:post_modified") || undefined,
          tags: words
            .map((word) => word.textContent ?? "")
            .filter((word) => word !== "Uncategorized"),
          status: first(item, "wp:status") === "publish" ? undefined : "draft",
        },
        body: withGutenberg(first(item, "content:encoded")),
        syntax: "html",
        addresses: path.length > 1 ? [path] : [],
      }
    })
  return {
    posts,
    url: first(document, "wp:base_blog_url") || first(document, "wp:base_site_url") || undefined,
  }
}
