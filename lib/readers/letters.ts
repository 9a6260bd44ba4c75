import { escapeUTF8 as escape } from "entities"
import { postAddress } from "../model/addresses"
import { directionOf } from "../model/language"
import type { Publications } from "../model/publications"
import { wordsOf } from "../model/words/words"
import { readersAddress } from "../model/readers-address"

/** A mail as it is sent. */
export type Letter = {
  messageId: string
  from: { name: string; address: string }
  to: string
  subject: string
  text: string
  html: string
  headers: Readonly<Record<string, string>>
}

type Common = {
  /** Of the mail: the same at each attempt, so that a receiver knows what it has. */
  id: string
  to: string
  publications: Publications
}

/** Asks the owner of an address whether to follow. @param link leads to a page with a button */
export function confirmLetter({
  subject,
  token,
  ...common
}: { subject: string; token: string } & Common): Letter {
  const { publications } = common
  const words = wordsOf(publications.language).readers
  const name = subjectName(subject, publications)
  return letterOf(common, {
    title: words.confirmTitle(name),
    paragraphs: [words.confirmMail(name, publications.name)],
    link: { name: words.confirm, href: linkTo(publications, "confirm", token) },
    end: [words.confirmElse],
    headers: {},
  })
}

/** Tells of a new post. @param token lets its holder manage what they follow */
export function partLetter({
  post,
  follows,
  token,
  ...common
}: {
  post: Publications["posts"][number]
  follows: readonly string[]
  token: string
} & Common): Letter {
  const { publications } = common
  const words = wordsOf(publications.language).readers
  const names = follows.map((subject) => subjectName(subject, publications))
  const manage = linkTo(publications, "follows", token)
  const series = publications.series.find(({ id }) => id === post.series)
  const place = series && post.part !== undefined ? words.part(post.part, series.title) : undefined
  return letterOf(common, {
    title: post.title,
    label: place ?? words.newPost(publications.name),
    paragraphs: [post.description],
    link: { name: words.read, href: publications.url + postAddress(post.slug) },
    end: [`${words.why} ${names.join(", ")}.`],
    manage: { name: words.manage, href: manage },
    headers: {
      // One click, answered to a POST without anything else: RFC 8058.
      "List-Unsubscribe": `<${linkTo(publications, "stop", token)}>`,
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
      "List-Id": `<${post.series ?? "posts"}.${new URL(publications.url).hostname}>`,
    },
  })
}

/** What a subject is called. */
export function subjectName(subject: string, { language, name, series }: Publications): string {
  const words = wordsOf(language)
  if (subject === "everything") return name
  const [, kind, id, number] = /^(series|part):([^/]+)(?:\/(\d+))?$/.exec(subject) ?? []
  const title = series.find((one) => one.id === id)?.title ?? id ?? subject
  return kind === "part" ? words.readers.part(Number(number), title) : title
}

/** A link of the service, with its key. */
export const linkTo = ({ url }: Publications, action: string, token: string) =>
  `${url}${readersAddress(action)}?token=${token}`

type Content = {
  title: string
  label?: string
  paragraphs: readonly string[]
  link: Link
  end: readonly string[]
  manage?: Link
  headers: Letter["headers"]
}

type Link = { name: string; href: string }

function letterOf(
  { id, to, publications }: Common,
  { title, label, paragraphs, link, end, manage, headers }: Content,
): Letter {
  const { name, sender, url, language } = publications
  const text = [
    ...(label === undefined ? [] : [label]),
    title,
    ...paragraphs,
    `${link.name}: ${link.href}`,
    "-- ",
    ...end,
    ...(manage ? [`${manage.name}: ${manage.href}`] : []),
    `${name}: ${url}/`,
  ]
  return {
    messageId: `<${id}@${new URL(url).hostname}>`,
    from: { name, address: sender },
    to,
    subject: title,
    text: `${text.join("\n\n").replace("-- \n\n", "-- \n")}\n`,
    html: htmlOf({ title, label, paragraphs, link, end, manage }, { name, url, language }),
    headers: { ...headers, "Auto-Submitted": "auto-generated" },
  }
}

const serif = "font-family:Georgia,'Times New Roman',serif"
const sans = "font-family:system-ui,-apple-system,'Segoe UI',sans-serif"

/** Mail programs know styles on elements alone; of a picture or a font from elsewhere there is none. */
function htmlOf(
  { title, label, paragraphs, link, end, manage }: Omit<Content, "headers">,
  { name, url, language }: Pick<Publications, "name" | "url" | "language">,
): string {
  const anchor = ({ name, href }: Link, style: string) =>
    `<a href="${escape(href)}" style="${style}">${escape(name)}</a>`
  const small = `${sans};font-size:13px;line-height:1.5;margin:0 0 8px;opacity:.75`
  const button = `${sans};display:inline-block;padding:10px 18px;border:1px solid;border-radius:6px;text-decoration:none;font-size:16px`
  return [
    `<!doctype html><html lang="${escape(language)}" dir="${directionOf(language)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${escape(title)}</title></head>`,
    `<body style="margin:0;padding:24px 20px"><div style="max-width:34em;margin:0 auto">`,
    label === undefined
      ? ""
      : `<p style="${sans};font-size:14px;margin:0 0 8px;opacity:.75">${escape(label)}</p>`,
    `<h1 style="${serif};font-size:26px;line-height:1.25;margin:0 0 16px">${escape(title)}</h1>`,
    ...paragraphs.map(
      (words) =>
        `<p style="${serif};font-size:18px;line-height:1.55;margin:0 0 20px">${escape(words)}</p>`,
    ),
    `<p style="margin:0 0 32px">${anchor(link, button)}</p>`,
    `<hr style="border:0;border-top:1px solid;opacity:.2;margin:0 0 16px">`,
    ...end.map((words) => `<p style="${small}">${escape(words)}</p>`),
    `<p style="${small}">`,
    [...(manage ? [manage] : []), { name, href: `${url}/` }]
      .map((one) => anchor(one, "color:inherit"))
      .join(" · "),
    "</p></div></body></html>",
  ].join("\n")
}
