import { posix } from "node:path"
import { findDay } from "../fields"
import { outsideCode } from "../../mdx/outside-code"
import type { Fields, Folder, System } from "../found"
import { argumentsOf, calloutOf, shortcodeOf } from "../templates"
import { nameFrom, readMarkdownPosts, settingOf } from "./markdown"

const config = [
  "hugo.toml",
  "config.toml",
  "hugo.yaml",
  "hugo.yml",
  "config.yaml",
  "config.yml",
  "config/_default/hugo.toml",
  "config/_default/config.toml",
]

/** Hugo: `content/posts/pools/index.md` in YAML, TOML or JSON, shortcodes. */
export const hugo: System = {
  name: "hugo",
  isOf: (folder) =>
    config.some((file) => folder.has(file)) &&
    folder.files.some((file) => file.startsWith("content/")),
  read: (folder) => ({
    ...readMarkdownPosts(folder, {
      isPost: (file) => /^content\/.+\//.test(file),
      addressesOf: (file, fields) => addressOf(folder, file, fields),
      prepare: (body, { file }) => withoutShortcodes(body, folder, file),
    }),
    publicFolders: ["static", "assets"],
    url: settingOf(folder, config, "baseURL"),
  }),
}

function addressOf(folder: Folder, file: string, fields: Fields): readonly string[] {
  const { url } = fields
  if (typeof url === "string") return [url.startsWith("/") ? url : `/${url}`]
  const path = file.replace(/^content\//, "")
  const [section = ""] = path.split("/")
  const name = typeof fields["slug"] === "string" ? fields["slug"] : nameFrom(file)
  const pattern = settingOf(folder, config, section)
  if (pattern?.startsWith("/") && pattern.includes(":")) {
    const [year = "", month = "", day = ""] = (findDay(fields["date"]) ?? "").split("-")
    return [
      pattern
        .replaceAll(":year", year)
        .replaceAll(":month", month)
        .replaceAll(":day", day)
        .replaceAll(":section", section)
        .replaceAll(/:(?:slug|title|filename|contentbasename|slugorfilename)/g, name),
    ]
  }
  const isBundle = /\/index\.\w+$/.test(path)
  const above = posix.dirname(isBundle ? posix.dirname(path) : path)
  return [`/${above === "." ? "" : `${above}/`}${name}/`]
}

const shortcode = /\{\{([<%])\s*([\w./-]+)\s*((?:"[^"]*"|'[^']*'|`[^`]*`|[^"'`}])*?)\/?\s*[>%]\}\}/
const callout =
  /^(?:notice|note|callout|admonition|alert|hint|tip|warning|info|important|caution|danger)$/

/** A text with its shortcodes filled in, as far as there is something for them here. */
function withoutShortcodes(body: string, folder: Folder, file: string): string {
  const withCode = body.replaceAll(
    /\{\{[<%]\s*highlight\s+([\w+#-]+)([^}]*?)[>%]\}\}\n?([^]*?)\{\{[<%]\s*\/highlight\s*[>%]\}\}/g,
    (_all, lang: string, options: string, code: string) => {
      const lines = /hl_lines=(?:\[([^\]]*)\]|["']?([\d\s-]+))/.exec(options)
      const marked = (lines?.[1] ?? lines?.[2] ?? "")
        .replaceAll(/["']/g, "")
        .trim()
        .replaceAll(/[\s,]+/g, ",")
      const numbers = /linenos=(?!false)/.test(options) ? " numbers" : ""
      return `\`\`\`${lang}${numbers}${marked === "" ? "" : ` {${marked}}`}\n${code.trimEnd()}\n\`\`\``
    },
  )
  return outsideCode(withCode, (part) => {
    let text = part
    // Those within others come first.
    const paired = new RegExp(
      `${shortcode.source}((?:(?!\\{\\{[<%])[^])*?)\\{\\{[<%]\\s*/\\2\\s*[>%]\\}\\}`,
      "g",
    )
    for (let before = ""; before !== text;) {
      before = text
      text = text.replaceAll(
        paired,
        (all, _kind, name: string, given: string, inner: string) =>
          blockOf(name, given, inner) ?? all,
      )
    }
    return text.replaceAll(
      new RegExp(shortcode.source, "g"),
      (all, _kind, name: string, given: string, at: number) => {
        if (/^(?:rel)?ref$/.test(name)) {
          const address = referenceOf(argumentsOf(given)["0"] ?? "", folder, file)
          // Where no words are around it, the name of what it leads to is.
          const isWithin = /(?:\]\(<?|\]:[ \t]*|["'=])$/.test(text.slice(0, at))
          return address === undefined ? all : isWithin ? address : `[](${address})`
        }
        return shortcodeOf(name, argumentsOf(given)) ?? all
      },
    )
  })
}

function blockOf(name: string, given: string, inner: string): string | undefined {
  const values = argumentsOf(given)
  if (callout.test(name)) {
    const kind = values["type"] ?? values["0"] ?? name
    return calloutOf(/^\w+$/.test(kind) ? kind : name, values["title"] ?? values["1"] ?? "", inner)
  }
  if (name === "details" || name === "expand" || name === "collapse") {
    const summary = values["summary"] ?? values["title"] ?? values["0"] ?? "Details"
    return `\n<details>\n<summary>${summary}</summary>\n\n${inner.trim()}\n\n</details>\n`
  }
  if (name === "mermaid") return `\n\`\`\`mermaid\n${inner.trim()}\n\`\`\`\n`
  if (name === "quote" || name === "blockquote")
    return `\n${inner.trim().replaceAll(/^/gm, "> ")}\n`
  if (name === "center" || name === "lead" || name === "rawhtml") return inner
  return name === "math" || name === "katex" ? `$$${inner}$$` : undefined
}

/** The address of a page that is named by its file. */
function referenceOf(name: string, folder: Folder, from: string): string | undefined {
  const [, path = "", fragment = ""] = /^([^#]*)(#.*)?$/.exec(name) ?? []
  if (path === "") return fragment
  const wanted = path.replace(/^\//, "").replace(/\/$/, "")
  const places = [posix.join(posix.dirname(from), wanted), `content/${wanted}`]
  const endings = ["", ".md", "/index.md"]
  const isNamed = (file: string) =>
    places.some((place) => endings.some((ending) => file === place + ending)) ||
    endings.some((ending) => file.endsWith(`/${wanted}${ending}`))
  const file = folder.files.find((one) => one.startsWith("content/") && isNamed(one))
  return file === undefined ? undefined : `/${encodeURI(file)}${fragment}`
}
