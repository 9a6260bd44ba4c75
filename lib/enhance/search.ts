import { plainWord } from "@/lib/model/search"
import { say } from "@/lib/model/words/scripted"
import { SearchIndex, type FoundPage } from "./search-index"

/** Lists the sections of the site that have the words in its field; they are in the address, too. */
class SiteSearch extends HTMLElement {
  #index = new SearchIndex("")
  #asked = ""

  connectedCallback() {
    const field = this.querySelector("input")
    if (!field) return
    this.#index = new SearchIndex(this.getAttribute("source") ?? "")
    const isPage = this.closest("dialog") === null
    const query = isPage ? (new URLSearchParams(location.search).get("q") ?? "") : ""
    field.value = query.slice(0, field.maxLength)
    field.form?.addEventListener("submit", (event) => {
      event.preventDefault()
      this.querySelector<HTMLElement>("ol a")?.focus()
    })
    field.addEventListener("input", () => void this.#show(field.value))
    field.addEventListener("focus", () => void this.#index.prepare(), { once: true })
    this.addEventListener("keydown", (event) => this.#move(event))
    if (query !== "") void this.#show(field.value)
    field.focus()
    this.addEventListener("click", ({ target }) => {
      // A link to the page that is read leads behind the dialog.
      if ((target as Element).closest("a")) this.closest("dialog")?.close()
    })
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

  async #show(query: string) {
    this.#asked = query
    if (!this.closest("dialog")) keepInAddress(query)
    const { pages, count } = await this.#index.find(query)
    if (this.#asked !== query) return // another letter has come meanwhile
    const status = this.querySelector("[role=status]")
    const said =
      count === 0
        ? say("Nothing is found.")
        : count === 1
          ? say("1 place")
          : say("{} places", String(count))
    if (status) status.textContent = query.trim() === "" ? "" : said
    this.querySelector("ol")?.replaceChildren(...pages.map(itemOf))
  }
}

/** So that a search is a link. */
function keepInAddress(query: string): void {
  const address = new URL(location.href)
  if (query.trim() === "") address.searchParams.delete("q")
  else address.searchParams.set("q", query)
  history.replaceState(history.state, "", address)
}

function itemOf({ page: { title, where }, sections }: FoundPage): HTMLElement {
  const item = document.createElement("li")
  const name = document.createElement("p")
  name.className = "search-page"
  name.textContent = where === "" ? title : `${title} · ${where}`
  item.append(name)
  for (const { address, heading, excerpt, words } of sections) {
    const link = document.createElement("a")
    link.href = siteBase + address
    link.append(...marked(heading || title, words))
    const beginning = document.createElement("p")
    beginning.append(...marked(excerpt, words))
    item.append(link, beginning)
  }
  return item
}

/** Where the site is, without a slash at its end: this script is two levels below it. */
const siteBase = new URL("..", import.meta.url).pathname.slice(0, -1)

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

/** The same search above the page that is read. Escape closes it, and the focus is where it was. */
export function openSearch(): void {
  const field = document.querySelector<HTMLElement>("site-search input")
  if (field) return field.focus()
  const dialog = document.createElement("dialog")
  dialog.className = "search-dialog"
  dialog.ariaLabel = say("Search")
  const form = document.createElement("form")
  form.role = "search"
  form.action = `${siteBase}/search/`
  const input = document.createElement("input")
  Object.assign(input, { type: "search", name: "q", maxLength: 200, autocomplete: "off" })
  input.ariaLabel = input.placeholder = say("Search")
  form.append(input)
  const status = document.createElement("p")
  status.role = "status"
  const results = document.createElement("ol")
  results.className = "search-results"
  const search = document.createElement("site-search")
  search.setAttribute("source", `${siteBase}/search/`)
  search.append(form, status, results)
  dialog.append(search)
  dialog.addEventListener("close", () => dialog.remove())
  dialog.addEventListener("keydown", ({ key }) => {
    if (key === "Escape") dialog.close() // a field of a search would only be emptied
  })
  dialog.addEventListener("click", ({ target }) => target === dialog && dialog.close())
  document.body.append(dialog)
  dialog.showModal()
  input.focus()
}
