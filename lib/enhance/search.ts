import MiniSearch, { type SearchResult } from "minisearch"
import { plainWord, searchOptions, type Section } from "@/lib/model/search"
import { say } from "@/lib/model/words/scripted"

/** Lists the sections of the site that have the words in its field; they are in the address, too. */
class SiteSearch extends HTMLElement {
  #index: Promise<MiniSearch<Section>> | undefined
  #asked = ""

  connectedCallback() {
    const field = this.querySelector("input")
    if (!field) return
    const query = new URLSearchParams(location.search).get("q") ?? ""
    field.value = query.slice(0, field.maxLength)
    field.form?.addEventListener("submit", (event) => {
      event.preventDefault()
      this.querySelector<HTMLElement>("ol a")?.focus()
    })
    field.addEventListener("input", () => void this.#show(field.value))
    field.addEventListener("focus", () => void this.#load(), { once: true })
    this.addEventListener("keydown", (event) => this.#move(event))
    if (query !== "") void this.#show(field.value)
    field.focus()
  }

  /** Up and down go from the field to the results, and from one to the next. */
  #move(event: KeyboardEvent) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step === undefined) return
    const stops = [...this.querySelectorAll<HTMLElement>("input, ol a")]
    const next = stops[stops.indexOf(event.target as HTMLElement) + step]
    if (!next) return
    event.preventDefault()
    next.focus()
  }

  #load(): Promise<MiniSearch<Section>> {
    this.#index ??= fetch(this.getAttribute("source") ?? "")
      .then((response) => response.text())
      .then((text) => MiniSearch.loadJSON<Section>(text, searchOptions))
      .catch((error: unknown) => {
        this.#index = undefined // the next letter tries again
        throw error
      })
    return this.#index
  }

  async #show(query: string) {
    this.#asked = query
    const address = new URL(location.href)
    if (query.trim() === "") address.searchParams.delete("q")
    else address.searchParams.set("q", query)
    history.replaceState(history.state, "", address)
    const index = await this.#load()
    if (this.#asked !== query) return // another letter has come meanwhile
    const found = groupsOf(search(index, query))
    const status = this.querySelector("[role=status]")
    const count = found.reduce((sum, { sections }) => sum + sections.length, 0)
    const said =
      count === 0
        ? say("Nothing is found.")
        : count === 1
          ? say("1 place")
          : say("{} places", String(count))
    if (status) status.textContent = query.trim() === "" ? "" : said
    this.querySelector("ol")?.replaceChildren(...found.map((group) => itemOf(group)))
  }
}

type Found = SearchResult & Section

/** All the words, or, if no section has them all, as many as may be. */
function search(index: MiniSearch<Section>, query: string): readonly Found[] {
  const all = index.search(query) as Found[]
  return all.length > 0 ? all : (index.search(query, { combineWith: "OR" }) as Found[])
}

type Group = { title: string; where: string; address: string; sections: readonly Found[] }

/** The best pages, each with its best sections. */
function groupsOf(found: readonly Found[]): readonly Group[] {
  const pages = new Map<string, Found[]>()
  for (const one of found) {
    const page = one.id.replace(/#.*/, "")
    const key = one.where === "" || page !== one.id ? page : one.id
    pages.set(key, [...(pages.get(key) ?? []), one])
  }
  return [...pages].slice(0, 12).map(([address, sections]) => ({
    address,
    title: sections[0]?.title ?? "",
    where: sections[0]?.where ?? "",
    sections: sections.slice(0, 4),
  }))
}

function itemOf({ title, where, sections }: Group): HTMLElement {
  const item = document.createElement("li")
  const name = document.createElement("p")
  name.className = "search-page"
  name.textContent = where === "" ? title : `${title} · ${where}`
  item.append(name)
  for (const section of sections) {
    const link = document.createElement("a")
    link.href = section.id
    link.append(...marked(section.heading || section.title, section.terms))
    const excerpt = document.createElement("p")
    excerpt.append(...marked(section.excerpt, section.terms))
    item.append(link, excerpt)
  }
  return item
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

customElements.define("site-search", SiteSearch)
