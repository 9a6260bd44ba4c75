import { distance } from "fastest-levenshtein"

const most = 3

/** On the 404 page: the pages whose addresses are most like the one that was asked for. */
class NearestPages extends HTMLElement {
  static readonly observedAttributes = ["source"]

  /** In development: there are other pages now, and this may be one. */
  attributeChangedCallback(_name: string, before: string | null) {
    if (before !== null) location.reload()
  }

  async connectedCallback() {
    const source = this.getAttribute("source") ?? ""
    const response = await fetch(source)
    if (!response.ok) return
    const pages = (await response.json()) as [address: string, title: string][]

    // The site may lie below a path; its addresses do not say so.
    const base = source.slice(0, source.lastIndexOf("/"))
    const wanted = wordsOf(location.pathname.slice(base.length))
    const near = pages
      .map(([address, title]) => ({
        href: base + address,
        title,
        far: farnessOf(wanted, wordsOf(address)),
      }))
      .filter(({ far }) => far < 0.5)
      .sort((a, b) => a.far - b.far)
      .slice(0, most)
    if (near.length > 0) this.replaceChildren(...suggestionsOf(near))
  }
}
customElements.define("nearest-pages", NearestPages)

const wordsOf = (address: string) =>
  decode(address)
    .toLowerCase()
    .replace(/index\.html?$/, "")

function decode(address: string) {
  try {
    return decodeURI(address)
  } catch {
    return address
  }
}

/** 0 for the same address, 1 for one that shares nothing with it. */
const farnessOf = (a: string, b: string) => distance(a, b) / Math.max(a.length, b.length)

const { question = "Did you mean one of these?" } = document.documentElement.dataset

function suggestionsOf(near: readonly { href: string; title: string }[]) {
  const words = document.createElement("p")
  words.textContent = question
  const list = document.createElement("ul")
  for (const { href, title } of near) {
    const link = document.createElement("a")
    link.href = href
    link.textContent = title
    const item = document.createElement("li")
    item.append(link)
    list.append(item)
  }
  return [words, list]
}
