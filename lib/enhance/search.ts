import { say } from "@/lib/model/words/scripted"
import type { Chosen } from "@/lib/model/search"
import { filterLists } from "./search-filters"
import { SearchIndex } from "./search-index"
import { resultsOf, siteBase } from "./search-result"

/** Lists the sections of the site that have the words in its field; they are in the address, too. */
class SiteSearch extends HTMLElement {
  #index = new SearchIndex("")
  #asked = new AbortController()
  #chosen: Chosen = {}

  connectedCallback() {
    const field = this.querySelector("input")
    if (!field) return
    this.#index = new SearchIndex(this.getAttribute("source") ?? "")
    const isPage = this.closest("dialog") === null
    const asked = new URLSearchParams(isPage ? location.search : "")
    const query = asked.get("q") ?? ""
    this.#chosen = { series: asked.get("series") ?? "", tags: asked.get("tag") ?? "" }
    field.value = query.slice(0, field.maxLength)
    field.form?.addEventListener("submit", (event) => {
      event.preventDefault()
      this.querySelector<HTMLElement>("ol a")?.focus()
    })
    field.addEventListener("input", () => void this.#show(field.value))
    field.addEventListener("focus", () => void this.#offerFilters(field), { once: true })
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
    const from = stops.indexOf(event.target as HTMLElement)
    const next = stops[from + step]
    if (from === -1 || !next) return // in a list they choose
    event.preventDefault()
    next.focus()
  }

  async #offerFilters(field: HTMLInputElement) {
    const lists = filterLists(await this.#index.prepare(), this.#chosen, (chosen) => {
      this.#chosen = chosen
      void this.#show(field.value)
    })
    if (lists) this.querySelector("form")?.append(lists)
  }

  async #show(query: string) {
    this.#asked.abort()
    const { signal } = (this.#asked = new AbortController())
    if (!this.closest("dialog")) keepInAddress(query, this.#chosen)
    const list = this.querySelector("ol")
    list?.setAttribute("aria-busy", "true")
    const { pages, count } = await this.#index.find(query, this.#chosen)
    if (signal.aborted) return // another letter has come meanwhile
    const status = this.querySelector("[role=status]")
    const said =
      count === 0
        ? say("Nothing is found.")
        : count === 1
          ? say("1 place")
          : say("{} places", String(count))
    if (status) status.textContent = query.trim() === "" ? "" : said
    const { items, showPassages } = resultsOf(pages)
    list?.replaceChildren(...items)
    list?.setAttribute("aria-busy", "false")
    showPassages(signal)
  }
}

/** So that a search is a link. */
function keepInAddress(query: string, { series = "", tags = "" }: Chosen): void {
  const address = new URL(location.href)
  for (const [name, value] of Object.entries({ q: query.trim() && query, series, tag: tags })) {
    if (value === "") address.searchParams.delete(name)
    else address.searchParams.set(name, value)
  }
  history.replaceState(history.state, "", address)
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
