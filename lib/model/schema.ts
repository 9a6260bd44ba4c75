import { isWellEncoded } from "./addresses"

/**
 * The fields of every document, written once: Contentlayer builds its document types from them, the
 * check validates files against them with line and column.
 */

type Common = {
  required?: boolean
  /** What an author reads in an error or an editor's hint. */
  description: string
}

export type Field =
  | (Common & {
      type: "string"
      maxLength?: number
      pattern?: Pattern
      default?: string
      /** Whether it is a name of somebody or something, which no dictionary has. */
      isName?: boolean
    })
  | (Common & { type: "number"; integer?: boolean; least?: number })
  | (Common & { type: "boolean"; default?: boolean })
  | (Common & { type: "date" })
  | (Common & { type: "nested"; of: NestedType })
  | (Common & { type: "list"; of: ListItem; default?: readonly never[] })

type ListItem = { type: "string"; maxLength?: number; pattern?: Pattern } | NestedType

/** Contentlayer's own form of an object inside a document. */
export type NestedType = { type: "nested"; def: () => { name: string; fields: Fields } }

export type Fields = Record<string, Field>

/** A form that text must have, and its name in "expected …". */
type Pattern = { form: { test: (text: string) => boolean }; name: string }

/** Lower-case letters and digits of any script, in words joined by single hyphens or underscores. */
export const slugPattern: Pattern = {
  form: /^(?!.*[\p{Lu}\p{Lt}])[\p{L}\p{M}\p{N}]+(?:[-_][\p{L}\p{M}\p{N}]+)*$/u,
  name: "lower-case letters and digits, with hyphens between words",
}
const addressPattern: Pattern = {
  form: { test: (text) => /^\/[^\s?#\\]*$/.test(text) && isWellEncoded(text) },
  name: "a path that begins with / and has no spaces, ?, # or % alone",
}
const urlPattern: Pattern = {
  form: { test: (text) => /^https?:\/\/[^\s]+$/.test(text) && URL.canParse(text) },
  name: "an address with http(s)://",
}
const hostPattern: Pattern = {
  form: /^[a-z0-9-]+(?:\.[a-z0-9-]+)*$/,
  name: "the name of a host, such as intranet.example.org",
}
const repositoryPattern: Pattern = {
  form: /^https:\/\/github\.com\/[\w-]+\/(?!\.{1,2}$)[\w.-]+(?<!\.git)$/,
  name: "a repository such as https://github.com/owner/name",
}
const branchPattern: Pattern = {
  form: /^(?!\/)(?!.*(?:\.\.|\/\/|\/$))[^\s~^:?*[\\]+$/,
  name: "the name of a branch, such as main",
}
const idPattern: Pattern = { form: /^\S+$/, name: "an id, which has no spaces" }
const emailPattern: Pattern = { form: /^[^\s@]+@[^\s@]+\.[^\s@]+$/, name: "an e-mail address" }
const imagePattern: Pattern = {
  form: /^[\w-]+\.(?:avif|gif|jpe?g|png|svg|webp)$/,
  name: "the name of an image beside the post",
}

const nested = (name: string, fields: Fields): NestedType => ({
  type: "nested",
  def: () => ({ name, fields }),
})

export const postFields = {
  title: { type: "string", required: true, maxLength: 120, description: "Plain text" },
  shortTitle: {
    type: "string",
    maxLength: 40,
    description: "For the series sidebar and the pager",
  },
  description: {
    type: "string",
    required: true,
    maxLength: 200,
    description: "One sentence, for lists and feeds",
  },
  date: { type: "date", required: true, description: "First publication day, UTC" },
  updated: { type: "date", description: "Last day its meaning changed, UTC" },
  tags: {
    type: "list",
    of: { type: "string", maxLength: 40 },
    default: [],
    description: "Subjects, in lower case",
  },
  series: { type: "string", pattern: slugPattern, description: "Id of the series it is a part of" },
  part: { type: "number", integer: true, least: 1, description: "Its place in the series" },
  draft: { type: "boolean", default: false, description: "Hidden from production builds" },
  aliases: {
    type: "list",
    of: { type: "string", pattern: addressPattern },
    default: [],
    description: "Earlier addresses that redirect here",
  },
  image: { type: "string", pattern: imagePattern, description: "Image beside the post, for cards" },
} satisfies Fields

export const pageFields = {
  title: { type: "string", required: true, maxLength: 120, description: "Plain text" },
  description: { type: "string", required: true, maxLength: 200, description: "One sentence" },
} satisfies Fields

const plannedPart = nested("PlannedPart", {
  part: { type: "number", integer: true, least: 1, required: true, description: "Its number" },
  title: { type: "string", maxLength: 120, required: true, description: "Its working title" },
})

export const seriesFields = {
  title: { type: "string", required: true, maxLength: 120, description: "Plain text" },
  description: { type: "string", required: true, maxLength: 600, description: "A few sentences" },
  course: { type: "string", pattern: slugPattern, description: "Id of the course it is about" },
  planned: {
    type: "list",
    of: plannedPart,
    default: [],
    description: "Parts that are announced but not written",
  },
} satisfies Fields

const topic = nested("Topic", {
  slug: { type: "string", required: true, pattern: slugPattern, description: "Its id" },
  title: { type: "string", required: true, maxLength: 120, description: "Plain text" },
  post: { type: "string", pattern: slugPattern, description: "Slug of the post that covers it" },
  heading: { type: "string", pattern: idPattern, description: "Id of the heading in that post" },
  papers: {
    type: "list",
    of: { type: "string", pattern: idPattern },
    default: [],
    description: "Keys into content/references.bib",
  },
})

const courseModule = nested("Module", {
  slug: { type: "string", required: true, pattern: slugPattern, description: "Its address" },
  title: { type: "string", required: true, maxLength: 120, description: "Plain text" },
  topics: { type: "list", of: topic, required: true, description: "In the order taught" },
})

export const courseFields = {
  title: { type: "string", required: true, maxLength: 120, description: "Plain text" },
  provider: { type: "string", isName: true, required: true, description: "Who offers it" },
  instructor: { type: "string", isName: true, required: true, description: "Who teaches it" },
  url: { type: "string", required: true, pattern: urlPattern, description: "Where it is offered" },
  modules: { type: "list", of: courseModule, required: true, description: "In the order taught" },
} satisfies Fields

const seePattern: Pattern = {
  form: { test: (text) => slugPattern.form.test(text) || urlPattern.form.test(text) },
  name: "the slug of a post or an address with http(s)://",
}

/** Of each item of `content/glossary.yaml`, which is a list. */
export const termFields = {
  term: { type: "string", required: true, maxLength: 60, description: "As in running text" },
  definition: {
    type: "string",
    required: true,
    maxLength: 500,
    description: "A sentence or two, plain text",
  },
  also: {
    type: "list",
    of: { type: "string", maxLength: 60 },
    default: [],
    description: "Other names of it",
  },
  see: {
    type: "list",
    of: { type: "string", pattern: seePattern },
    default: [],
    description: "Slugs of posts that say more, and addresses elsewhere",
  },
} satisfies Fields

const link = nested("Link", {
  title: { type: "string", isName: true, required: true, description: "What the link says" },
  url: { type: "string", required: true, pattern: urlPattern, description: "Where it leads" },
})

const author = nested("Author", {
  name: { type: "string", isName: true, required: true, description: "As printed on the site" },
  email: { type: "string", pattern: emailPattern, description: "For replies" },
  links: { type: "list", of: link, default: [], description: "Where else the author is" },
})

const licence = nested("Licence", {
  name: {
    type: "string",
    isName: true,
    required: true,
    maxLength: 60,
    description: "As it is known",
  },
  url: { type: "string", required: true, pattern: urlPattern, description: "Where it is written" },
})

export const siteFields = {
  name: {
    type: "string",
    isName: true,
    required: true,
    maxLength: 60,
    description: "Name of the site",
  },
  description: { type: "string", required: true, maxLength: 300, description: "What it is" },
  url: { type: "string", required: true, pattern: urlPattern, description: "Its public address" },
  language: {
    type: "string",
    required: true,
    pattern: { form: /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/, name: "a language tag such as en-GB" },
    description: "Language of the writing (BCP 47)",
  },
  author: { type: "nested", of: author, required: true, description: "Who writes it" },
  licence: { type: "nested", of: licence, description: "What others may do with the writing" },
  repository: {
    type: "string",
    pattern: repositoryPattern,
    description: "Where its files are kept, for those who correct them",
  },
  branch: {
    type: "string",
    pattern: branchPattern,
    default: "main",
    description: "The branch there that is published",
  },
  deniedHosts: {
    type: "list",
    of: { type: "string", pattern: hostPattern },
    default: [],
    description: "Hosts that nothing may link to, with all below them",
  },
} satisfies Fields
