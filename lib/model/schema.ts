import * as z from "zod/mini"
import { colourForm, isReadable } from "./accent"
import { isPlainAddress } from "./addresses"
import { fontsForm } from "./fonts"
import { isOrcid } from "./orcid"
import {
  about,
  day,
  flag,
  list,
  matching,
  object,
  optionalList,
  properName,
  prose,
  wholeNumber,
  type Pattern,
} from "./field"
import { warningIds } from "./rules"
import { siteAddress } from "./site-address"

/**
 * The fields of every document, written once: the check, the types of the model, Contentlayer's
 * document types, hints in editors and spelling follow from them.
 */

/** Lower-case letters and digits of any script, in words joined by single hyphens or underscores. */
export const slugPattern: Pattern = {
  form: /^(?!.*[\p{Lu}\p{Lt}])[\p{L}\p{M}\p{N}]+(?:[-_][\p{L}\p{M}\p{N}]+)*$/u,
  name: "lower-case letters and digits, with hyphens between words",
}
const address: Pattern = {
  form: /^\/[^\s?#\\]*$/,
  name: "a path such as /old/, without spaces, ?, #, *, :name, //, .. or % alone",
  test: (path) => path === "/" || isPlainAddress(path),
}
const url: Pattern = {
  form: /^https?:\/\/[^\s]+$/,
  name: "an address with http(s)://",
  test: (text) => URL.canParse(text),
}
const slugOrUrl: Pattern = {
  form: new RegExp(`${slugPattern.form.source}|${url.form.source}`, "u"),
  name: "the slug of a post or an address with http(s)://",
  test: (text) => slugPattern.form.test(text) || URL.canParse(text),
}
const host: Pattern = {
  form: /^[a-z0-9-]+(?:\.[a-z0-9-]+)*$/,
  name: "the name of a host, such as intranet.example.org",
}
const warning: Pattern = {
  form: new RegExp(`^(?:${warningIds.join("|")})$`),
  name: `one that warns: ${warningIds.join(", ")}`,
}
const repository: Pattern = {
  form: /^https:\/\/github\.com\/[\w-]+\/(?!\.{1,2}$)[\w.-]+(?<!\.git)$/,
  name: "a repository such as https://github.com/owner/name",
}
const transport: Pattern = {
  form: /^(?:includeSubDomains|preload)$/,
  name: "includeSubDomains or preload",
}
const branch: Pattern = {
  form: /^(?!\/)(?!.*(?:\.\.|\/\/|\/$))[^\s~^:?*[\\]+$/,
  name: "the name of a branch, such as main",
}
const colour: Pattern = {
  form: colourForm,
  name: "a colour such as #a63c17, in which links can be read on the paper (4.5 : 1)",
  test: isReadable,
}
const fonts: Pattern = {
  form: fontsForm,
  name: "names of fonts that readers have, the last of them one such as serif: Charter, Georgia, serif",
}
const destination: Pattern = {
  form: /^(?:https?:\/\/|mailto:|\/)[^\s]*$/,
  name: "an address of the site such as /posts/, or one with https://",
}
const id: Pattern = { form: /^\S+$/, name: "an id, which has no spaces" }
const orcid: Pattern = {
  form: /^\d{4}-\d{4}-\d{4}-\d{3}[\dX]$/,
  name: "an ORCID iD such as 0000-0002-1825-0097, whose last sign is right",
  test: isOrcid,
}
const email: Pattern = { form: /^[^\s@]+@[^\s@]+\.[^\s@]+$/, name: "an e-mail address" }
const image: Pattern = {
  form: /^[\w-]+\.(?:avif|gif|jpe?g|png|svg|webp)$/,
  name: "the name of an image beside the post",
}
const language: Pattern = {
  form: /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/,
  name: "a language tag such as en-GB",
}

/** Characters of the longest title. */
export const longestTitle = 120

const title = () => prose(longestTitle, "Plain text")

export const postSchema = object("post", {
  title: title(),
  shortTitle: z.optional(prose(40, "For the series sidebar and the pager")),
  description: prose(200, "One sentence, for lists and feeds"),
  date: day("First publication day, UTC"),
  updated: z.optional(day("Last day its meaning changed, UTC")),
  tags: optionalList(prose(40), "Subjects, in lower case"),
  authors: optionalList(matching(slugPattern), "Ids of who wrote it, if not the site's author"),
  series: z.optional(matching(slugPattern, "Id of the series it is a part of")),
  part: z.optional(wholeNumber(1, "Its place in the series")),
  recap: z.optional(prose(300, "What it said, in a sentence, for its end")),
  draft: flag("Hidden from production builds"),
  aliases: optionalList(matching(address), "Earlier addresses that redirect here"),
  image: z.optional(matching(image, "Image beside the post, for cards")),
  lang: z.optional(matching(language, "Its language, if it is not the site's (BCP 47)")),
})

export const pageSchema = object("page", {
  title: title(),
  shortTitle: z.optional(prose(40, "For the navigation")),
  description: prose(200, "One sentence"),
  aliases: optionalList(matching(address), "Earlier addresses that redirect here"),
  lang: z.optional(matching(language, "Its language, if it is not the site's (BCP 47)")),
})

const plannedPart = object("PlannedPart", {
  part: wholeNumber(1, "Its number"),
  title: prose(longestTitle, "Its working title"),
})

export const seriesSchema = object("series", {
  title: title(),
  description: prose(600, "A few sentences"),
  course: z.optional(matching(slugPattern, "Id of the course it is about")),
  planned: optionalList(plannedPart, "Parts that are announced but not written"),
  book: flag("Whether its page offers it as a book (EPUB)"),
})

export const topicSchema = object("Topic", {
  slug: matching(slugPattern, "Its id"),
  title: title(),
  post: z.optional(matching(slugPattern, "Slug of the post that covers it")),
  heading: z.optional(matching(id, "Id of the heading in that post")),
  papers: optionalList(matching(id), "Keys into content/references.bib"),
  figure: z.optional(
    matching(slugPattern, "Folder in content/figures of the figure that shows it"),
  ),
})

const courseModule = object("Module", {
  slug: matching(slugPattern, "Its address"),
  title: title(),
  topics: list(topicSchema, "In the order taught"),
})

export const courseSchema = object("course", {
  title: title(),
  provider: properName("Who offers it"),
  instructor: properName("Who teaches it"),
  url: matching(url, "Where it is offered"),
  modules: list(courseModule, "In the order taught"),
})

const term = object("Term", {
  term: prose(60, "As in running text"),
  definition: prose(500, "A sentence or two, plain text"),
  also: optionalList(prose(60), "Other names of it"),
  see: optionalList(matching(slugOrUrl), "Slugs of posts that say more, and addresses elsewhere"),
})

export const glossarySchema = list(term).register(about, { title: "glossary" })

const link = object("Link", {
  title: properName("What the link says"),
  url: matching(url, "Where it leads"),
})

const author = {
  name: properName("As printed on the site"),
  email: z.optional(matching(email, "For replies")),
  orcid: z.optional(matching(orcid, "Its record among researchers")),
  links: optionalList(link, "Where else the author is"),
}

const person = object("Person", {
  id: matching(slugPattern, "What posts call them by, and their address"),
  about: z.optional(prose(300, "Who they are")),
  ...author,
})

const licence = {
  name: properName("As it is known", 60),
  url: matching(url, "Where it is written"),
}

const ownFonts = {
  text: z.optional(matching(fonts, "Of what is read")),
  interface: z.optional(matching(fonts, "Of what leads to it and stands around it")),
  code: z.optional(matching(fonts, "Of code, each of its letters as wide as the others")),
}

const readers = {
  sender: z.optional(matching(email, "From whom mails come, if not the site's author")),
}

export const siteSchema = object("site", {
  name: properName("Name of the site", 60),
  description: prose(300, "What it is"),
  url: matching(siteAddress, "Its public address"),
  language: matching(language, "Language of the writing (BCP 47)"),
  author: object("Author", author, "Who writes it"),
  authors: optionalList(person, "Who else writes it, if posts are by several"),
  licence: z.optional(object("Licence", licence, "What others may do with the writing")),
  repository: z.optional(
    matching(repository, "Where its files are kept, for those who correct them"),
  ),
  branch: z._default(matching(branch, "The branch there that is published"), "main"),
  strictTransportSecurity: z.optional(
    list(matching(transport), "How far browsers shall insist on https beyond this host (RFC 6797)"),
  ),
  hub: z.optional(matching(url, "The WebSub hub that is told of what is new, for readers at once")),
  readers: z.optional(
    object("Readers", readers, "Who reads the site may follow it by mail; {} for all as it is"),
  ),
  navigation: optionalList(
    object("NavigationItem", {
      title: properName("What it says", 40),
      url: matching(destination, "Where it leads"),
    }),
    "The links at the top, in place of those that the site has by itself",
  ),
  footer: z.optional(prose(300, "A sentence at the foot of each page, in place of who writes it")),
  accent: z.optional(
    matching(colour, "Of links and marks by day; that of the night is made of it"),
  ),
  fonts: z.optional(object("Fonts", ownFonts, "In place of those that the site brings with it")),
  frameHosts: optionalList(matching(host), "Hosts whose pages a post may show in a frame"),
  deniedHosts: optionalList(matching(host), "Hosts that nothing may link to, with all below them"),
  disabledRules: optionalList(
    matching(warning),
    "Rules whose warnings are not wanted anywhere on the site",
  ),
})
