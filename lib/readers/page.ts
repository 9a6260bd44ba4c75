import { createHash } from "node:crypto"
import { escapeUTF8 as escape } from "entities"
import { directionOf } from "../model/language"
import type { Publications } from "../model/publications"
import { wordsOf } from "../model/words/words"

/** A page of the service: words, and buttons that are forms. */
export type ServicePage = {
  status?: number
  title: string
  paragraphs?: readonly string[]
  /** Each is sent to the page's own address. */
  buttons?: readonly { name: string; fields: Readonly<Record<string, string>> }[]
  links?: readonly { name: string; href: string }[]
}

const style =
  ":root{color-scheme:light dark;background:light-dark(#fbfaf6,#171614);color:light-dark(#1f1d1a,#e8e3d8)}" +
  "body{font:1.125rem/1.6 Georgia,serif;max-width:34rem;margin:12vh auto;padding:0 1.25rem;overflow-wrap:break-word}" +
  "h1{font-size:1.75rem;line-height:1.25;text-wrap:balance}" +
  "button{font:500 1rem/1.4 system-ui,sans-serif;color:inherit;background:none;border:1px solid;border-radius:.375rem;padding:.6rem 1.1rem;margin:.35rem 0;cursor:pointer}" +
  "button:hover{background:light-dark(#efece3,#262420)}" +
  "a{color:inherit}ul{font-family:system-ui,sans-serif;font-size:.95rem;list-style:none;padding:0}li{padding:.25rem 0}"
const styleHash = createHash("sha256").update(style).digest("base64")

/** The answer that shows a page. It loads nothing, and nothing of it is kept. */
export function respondWithPage(
  { status = 200, title, paragraphs = [], buttons = [], links = [] }: ServicePage,
  publications: Pick<Publications, "name" | "url" | "language">,
): Response {
  const { name, url, language } = publications
  const home = { name: wordsOf(language).readers.home(name), href: `${url}/` }
  const forms = buttons.map(
    ({ name, fields }) =>
      `<form method="post">${Object.entries(fields)
        .map(
          ([name, value]) =>
            `<input type="hidden" name="${escape(name)}" value="${escape(value)}">`,
        )
        .join("")}<button>${escape(name)}</button></form>`,
  )
  const list = [...links, home].map(
    ({ name, href }) => `<li><a href="${escape(href)}">${escape(name)}</a></li>`,
  )
  const html = `<!doctype html><html lang="${escape(language)}" dir="${directionOf(language)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex"><title>${escape(title)}</title><style>${style}</style></head><body><main><h1>${escape(title)}</h1>${paragraphs.map((words) => `<p>${escape(words)}</p>`).join("")}${forms.join("")}<ul>${list.join("")}</ul></main></body></html>`
  return new Response(html, {
    status,
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      "Content-Security-Policy": `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`,
      "Cache-Control": "no-store",
      "X-Content-Type-Options": "nosniff",
      "X-Robots-Tag": "noindex, nofollow",
      // The address has a key in it, which is for nobody else.
      "Referrer-Policy": "same-origin",
    },
  })
}
