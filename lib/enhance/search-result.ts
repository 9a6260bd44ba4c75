import { plainWord } from "@/lib/model/search"
import type { Found, FoundPage } from "./search-index"
import { directiveOf, hasAll, passageIn } from "./search-passage"

/** Where the site is, without a slash at its end: this script is two levels below it. */
export const siteBase = new URL("..", import.meta.url).pathname.slice(0, -1)

/** Texts of posts are looked into for this many results. */
const mostTexts = 4
/** Once nothing has been typed for so long, in milliseconds. */
const rest = 300

/** A section as it is listed: its words around those that were found may come later. */
type Shown = Found & { title: string; post: string; link: HTMLAnchorElement; line: HTMLElement }

/** The items of a list of results, and what shows what stands around the words, once they are to stay. */
export function resultsOf(pages: readonly FoundPage[]): {
  items: readonly HTMLElement[]
  showPassages: (signal: AbortSignal) => void
} {
  const shown: Shown[] = []
  const items = pages.map(({ page: { address, title, where }, sections }) => {
    const item = document.createElement("li")
    const name = document.createElement("p")
    name.className = "search-page"
    name.textContent = where === "" ? title : `${title} · ${where}`
    item.append(name)
    for (const section of sections) {
      const link = document.createElement("a")
      link.append(...marked(section.heading || title, section.words))
      const line = document.createElement("p")
      item.append(link, line)
      const one = { ...section, title, post: address, link, line }
      show(one, section.excerpt)
      shown.push(one)
    }
    return item
  })
  const isElsewhere = ({ post, title, heading, excerpt, words }: Shown) =>
    post.startsWith("/posts/") && !hasAll(`${title} ${heading} ${excerpt}`, words)
  const showPassages = (signal: AbortSignal) => {
    const wanted = shown.filter(isElsewhere)
    const posts = [...new Set(wanted.map(({ post }) => post))].slice(0, mostTexts)
    const timer = setTimeout(() => {
      for (const post of posts) {
        void textOf(post).then((text) => {
          if (signal.aborted || text === undefined) return
          for (const one of wanted.filter((other) => other.post === post)) {
            const passage = passageIn(text, one.heading, one.words)
            if (passage !== undefined) show(one, passage)
          }
        })
      }
    }, rest)
    signal.addEventListener("abort", () => clearTimeout(timer))
  }
  return { items, showPassages }
}

/** Shows a piece of a section's text, and leads to the words in it. */
function show({ address, words, link, line }: Shown, text: string): void {
  line.replaceChildren(...marked(text, words))
  const directive = "fragmentDirective" in document ? directiveOf(text, words) : ""
  const hash = directive === "" || address.includes("#") ? "" : "#"
  link.href = siteBase + address + hash + directive
}

const texts = new Map<string, Promise<string | undefined>>()

/** A post as text; a preview may have none for this reader. */
function textOf(post: string): Promise<string | undefined> {
  const known = texts.get(post)
  if (known) return known
  const loading = fetch(`${siteBase}${post}index.md`)
    .then((response) => (response.ok ? response.text() : undefined))
    .catch(() => undefined)
  texts.set(post, loading)
  return loading
}

/** A text with the words that were found in it marked. */
function marked(text: string, terms: readonly string[]): (string | HTMLElement)[] {
  const found = new Set(terms)
  return text.split(/([\p{L}\p{M}\p{N}]+)/u).map((part) => {
    if (!found.has(plainWord(part))) return part
    const mark = document.createElement("mark")
    mark.textContent = part
    return mark
  })
}
