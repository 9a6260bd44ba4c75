import { argumentsOf, shortcodeOf } from "../templates"

const block =
  /^<(?:p|div|h[1-6]|ul|ol|li|table|blockquote|pre|figure|hr|section|iframe|details|form|script|style|dl)\b/i

/** WordPress: blocks as comments, shortcodes in brackets, paragraphs by empty lines. */
export function withGutenberg(content: string): string {
  const filled = content
    .replaceAll(/<!--more[^>]*-->|<!--nextpage-->/g, "")
    .replaceAll(
      /<!--\s*wp:(?:core-)?embed[^]*?-->\s*<figure[^>]*>\s*<div[^>]*>\s*(https?:\S+)\s*<\/div>\s*(?:<figcaption[^>]*>([^]*?)<\/figcaption>)?\s*<\/figure>\s*<!--[^]*?-->/g,
      (_all, src: string, title = "") =>
        `<iframe src="${src.replaceAll("&amp;", "&")}" title="${title}"></iframe>`,
    )
    .replaceAll(/<!--\s*\/?wp:[^]*?-->/g, "")
    .replaceAll(
      /\[caption[^\]]*\]\s*((?:<a[^>]*>)?\s*<img[^>]*>\s*(?:<\/a>)?)([^]*?)\[\/caption\]/g,
      "<figure>$1<figcaption>$2</figcaption></figure>",
    )
    .replaceAll(
      /\[(?:code|sourcecode)(?:\s+(?:lang(?:uage)?=)?["']?(\w+)["']?[^\]]*)?\]([^]*?)\[\/(?:code|sourcecode)\]/g,
      (_all, lang: string | undefined, code: string) =>
        `<pre><code class="language-${lang ?? "text"}">${code.trim()}</code></pre>`,
    )
    .replaceAll(
      /\[(youtube|vimeo|gist|tweet)[=\s]+([^\]]+)\]/g,
      (all, name: string, given: string) => {
        const [src = ""] = /https?:\/\/[^\s\]]+/.exec(given) ?? []
        return src === ""
          ? (shortcodeOf(name, argumentsOf(given)) ?? all)
          : `<iframe src="${src}"></iframe>`
      },
    )
    .replaceAll(/\[embed[^\]]*\]([^[]*)\[\/embed\]/g, '<iframe src="$1"></iframe>')
    .replaceAll(/\[latex\]([^]*?)\[\/latex\]/g, "$$$1$$")
  if (/<p[\s>]/i.test(filled)) return filled
  return filled
    .split(/(<pre\b[^]*?<\/pre>)|\n\s*\n/)
    .filter((part) => part !== undefined && part.trim() !== "")
    .map((part) =>
      block.test(part.trim()) ? part : `<p>${part.trim().replaceAll("\n", "<br>")}</p>`,
    )
    .join("\n")
}
