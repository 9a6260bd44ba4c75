import { posix } from "node:path"
import { outsideCode } from "../../mdx/outside-code"
import type { Fields, Folder, System } from "../found"
import { findDay } from "../fields"
import { argumentsOf, shortcodeOf } from "../templates"
import { readMarkdownPosts, settingOf } from "./markdown"

const config = ["_config.yml", "_config.yaml"]

/** Jekyll, as GitHub Pages builds it: `_posts/2020-05-04-pools.md`, Liquid, kramdown. */
export const jekyll: System = {
  name: "jekyll",
  isOf: ({ files }) => files.some((file) => /(?:^|\/)_posts\//.test(file)),
  read(folder) {
    const permalink = settingOf(folder, config, "permalink") ?? "date"
    const { posts, skipped } = readMarkdownPosts(folder, {
      isPost: (file) => /(?:^|\/)_(?:posts|drafts)\//.test(file),
      addressesOf: (file, fields) => addressOf(permalink, file, fields),
      prepare: (body, { lose }) => withoutLiquid(body, folder, lose),
    })
    return {
      // What lies in the folder of drafts is one, whatever it says.
      posts: posts.map((post) =>
        post.file.includes("_drafts/")
          ? { ...post, fields: { ...post.fields, draft: true } }
          : post,
      ),
      skipped,
      publicFolders: ["", "assets"],
      url: settingOf(folder, config, "url"),
    }
  },
}

const styles: Readonly<Record<string, string>> = {
  date: "/:categories/:year/:month/:day/:title.html",
  pretty: "/:categories/:year/:month/:day/:title/",
  ordinal: "/:categories/:year/:y_day/:title.html",
  none: "/:categories/:title.html",
}

function addressOf(permalink: string, file: string, fields: Fields): readonly string[] {
  const own = fields["permalink"]
  if (typeof own === "string") return own.includes(":") ? [filled(own, file, fields)] : [own]
  return file.includes("_drafts/") ? [] : [filled(styles[permalink] ?? permalink, file, fields)]
}

function filled(pattern: string, file: string, fields: Fields): string {
  const [, named, title = ""] = /^(\d{4}-\d{2}-\d{2})-(.*?)\.\w+$/.exec(posix.basename(file)) ?? []
  const [year = "", month = "", day = ""] = (findDay(fields["date"]) ?? named ?? "").split("-")
  const categories = [fields["categories"], fields["category"]]
    .flatMap((value) =>
      typeof value === "string" ? value.split(/\s+/) : Array.isArray(value) ? value : [],
    )
    .map((word) => String(word).toLowerCase())
  const slug = typeof fields["slug"] === "string" ? fields["slug"] : title
  return pattern
    .replaceAll(":categories", categories.join("/"))
    .replaceAll(":year", year)
    .replaceAll(":i_month", String(Number(month)))
    .replaceAll(":month", month)
    .replaceAll(":i_day", String(Number(day)))
    .replaceAll(":day", day)
    .replaceAll(/:(?:title|slug)/g, slug)
    .replaceAll(/\/{2,}/g, "/")
}

/** A text with what Liquid fills in. */
function withoutLiquid(body: string, folder: Folder, lose: (what: string) => void): string {
  const raws: string[] = []
  const kept = body
    .replaceAll(
      /\{%-?\s*highlight\s+([\w+#-]+)([^%]*)%\}\n?([^]*?)\{%-?\s*endhighlight\s*-?%\}/g,
      (_all, lang: string, rest: string, code: string) => {
        const numbers = /\blinenos\b/.test(rest) ? " numbers" : ""
        return `\`\`\`${lang}${numbers}\n${code.replace(/\n?$/, "\n")}\`\`\``
      },
    )
    .replaceAll(/\{%-?\s*raw\s*-?%\}([^]*?)\{%-?\s*endraw\s*-?%\}/g, (_all, text: string) => {
      raws.push(text)
      return `\u{E000}${raws.length - 1}\u{E001}`
    })
    .replaceAll(/\{%-?\s*comment\s*-?%\}[^]*?\{%-?\s*endcomment\s*-?%\}/g, "")
  const withTags = outsideCode(kept, (part) =>
    part
      .replaceAll(/\{%-?\s*(?:post_url|link)\s+([^\s%]+)\s*-?%\}/g, (all, name: string) => {
        const file = folder.files.find(
          (one) => one === name || one.replace(/\.\w+$/, "").endsWith(`_posts/${name}`),
        )
        if (file === undefined) lose(`a link to the post ${name}, which is not there`)
        return file === undefined ? all : `/${encodeURI(file)}`
      })
      .replaceAll(/\{%-?\s*include\s+(\S+)([^%]*)%\}/g, (all, name: string, rest: string) => {
        const made = shortcodeOf(
          name.replace(/\.(?:html|md|liquid)$/, ""),
          argumentsOf(rest.replace(/-$/, "")),
        )
        return made ?? all
      })
      .replaceAll(
        /\{%-?\s*(youtube|vimeo|gist|twitter|tweet)\s+([^%]*)%\}/g,
        (all, name: string, rest: string) =>
          shortcodeOf(name, argumentsOf(rest.replace(/-$/, ""))) ?? all,
      )
      .replaceAll(/\{\{-?\s*site\.(?:baseurl|url)\s*-?\}\}/g, "")
      .replaceAll(
        /\{\{-?\s*["']([^"']*)["']\s*\|\s*(?:relative_url|absolute_url|prepend:[^}]*)\s*-?\}\}/g,
        "$1",
      ),
  )
  return withTags.replaceAll(
    /\u{E000}(\d+)\u{E001}/gu,
    (_all, number: string) => raws[Number(number)] ?? "",
  )
}
