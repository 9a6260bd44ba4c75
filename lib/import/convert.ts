import { stringify } from "yaml"
import { textOf } from "../elements/text/text-of"
import { isPlainAddress, postAddress } from "../model/addresses"
import { parseMdx } from "../source/parse"
import { Assets, type Addresses } from "./addresses"
import { longestDescription, shortened, titleFrom, type PostFields } from "./fields"
import type { Folder, FoundPost } from "./found"
import { markdownOf } from "./html"
import { convertBody } from "./markdown"
import type { SeriesPlace } from "./series"
import { outsideCode } from "../mdx/outside-code"

/** What a post is converted with: what is known of it, and of the others. */
type Around = {
  fields: PostFields
  slug: string
  place: SeriesPlace | undefined
  folder: Folder
  addresses: Addresses
  /** Works that can be cited. */
  keys: ReadonlySet<string>
}

/** The file of a post, what goes beside it, and what is to be said of it. */
export type ConvertedPost = { text: string; assets: Assets; remarks: readonly string[] }

/** A post of another system as a file of ours. */
export function convertPost(post: FoundPost, around: Around): ConvertedPost {
  const { fields, addresses, keys, folder } = around
  const assets = new Assets(folder)
  const losses = new Set(post.losses)
  const title = fields.title ?? firstHeading(post) ?? post.name.replaceAll(/[-_]+/g, " ")
  const [body, syntax] =
    post.syntax === "html" ? [markdownOf(post.body), "mdx" as const] : [post.body, post.syntax]
  const converted = convertBody(body, syntax, {
    title,
    linkOf: (url) => addresses.linkOf(post, url, assets),
    fileOf: (url) => addresses.fileOf(post, url, assets),
    isCited: (key) => keys.has(key),
    lose: (what) => void losses.add(what),
  })
  const text = outsideCode(converted, (part) =>
    part.replaceAll(/\n(?:[ \t]*\n){2,}/g, "\n\n"),
  ).trim()
  const words = fields.description ?? firstWords(text) ?? title
  const description = shortened(words, longestDescription)
  const front = frontOf(post, around, { title: titleFrom(title), description }, assets)
  return {
    text: `---\n${stringify(front, { lineWidth: 0 })}---\n\n${text}\n`,
    assets,
    remarks: [
      ...[...losses].map((what) => `not carried: ${what}`),
      ...remarksOn(fields, { title, words, description }),
    ],
  }
}

function remarksOn(
  { description: said, date, unused }: PostFields,
  { title, words, description }: { title: string; words: string; description: string },
): readonly string[] {
  return [
    ...(said === undefined ? ["its description is made of its first words"] : []),
    ...(said !== undefined && description !== words
      ? [`its description is cut, from: ${words}`]
      : []),
    ...(date === undefined ? ["it says no day: its own is that of its file"] : []),
    ...(titleFrom(title) === title ? [] : [`its title is cut, from: ${title}`]),
    ...(unused.length === 0 ? [] : [`fields without a place here: ${unused.join(", ")}`]),
  ]
}

function frontOf(
  post: FoundPost,
  { fields, slug, place, folder, addresses }: Around,
  texts: { title: string; description: string },
  assets: Assets,
): object {
  const image =
    fields.image === undefined ? undefined : addresses.fileOf(post, fields.image, assets)
  const isBeside = image !== undefined && assets.all().some(({ name }) => name === image)
  const front = {
    ...texts,
    date: fields.date ?? folder.dayOf(post.file),
    updated: fields.updated,
    tags: fields.tags.length > 0 ? fields.tags : undefined,
    series: place?.series,
    part: place?.part,
    image: isBeside ? image : undefined,
    lang: fields.lang,
    draft: fields.isDraft ? true : undefined,
    aliases: aliasesOf(post, fields, slug),
  }
  return Object.fromEntries(Object.entries(front).filter(([, value]) => value !== undefined))
}

function firstHeading({ body, syntax }: FoundPost): string | undefined {
  if (syntax === "html") return undefined
  return /^#[ \t]+(.+?)[ \t#]*$/m.exec(body)?.[1]?.trim()
}

/** The first paragraph that says something, for a description. */
function firstWords(body: string): string | undefined {
  for (const node of parseMdx(body).tree.children) {
    if (node.type !== "paragraph") continue
    const text = textOf(node).replaceAll(/\s+/g, " ").trim()
    // What leads up to a list or to code says nothing without it.
    const whole = text.replace(/(?<=[.!?…])\s+[^.!?…]*:$/, "")
    if (whole.length > 20) return whole
  }
  return undefined
}

function aliasesOf(
  post: FoundPost,
  { aliases }: PostFields,
  slug: string,
): readonly string[] | undefined {
  const paths = [...post.addresses, ...aliases].map((address) =>
    URL.canParse(address)
      ? new URL(address).pathname
      : address.startsWith("/")
        ? address
        : `/${address}`,
  )
  const ours = postAddress(slug)
  const own = paths.filter(
    (path) =>
      /^\/[^\s?#\\:*]+$/.test(path) &&
      isPlainAddress(path) &&
      `${path.replace(/\/$/, "")}/` !== ours,
  )
  return own.length === 0 ? undefined : [...new Set(own)]
}
