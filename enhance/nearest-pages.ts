import { distance } from "fastest-levenshtein"

const most = 3

/** On the 404 page: the pages whose addresses are most like the one that was asked for. */
class NearestPages extends HTMLElement {
  async connectedCallback() {
    const response = await fetch(this.getAttribute("source") ?? "")
    if (!response.ok) return
    await pageSettled()
    const pages = (await response.json()) as [address: string, title: string][]

    const wanted = wordsOf(location.pathname)
    const near = pages
      .map(([address, title]) => ({ address, title, far: farnessOf(wanted, wordsOf(address)) }))
      .filter(({ far }) => far < 0.5)
      .sort((a, b) => a.far - b.far)
      .slice(0, most)
    if (near.length > 0) this.replaceChildren(...suggestionsOf(near))
  }
}
customElements.define("nearest-pages", NearestPages)

/** A development server's React takes the page over first, and must find it as it was sent. */
async function pageSettled() {
  if (document.readyState !== "complete")
    await new Promise((done) => addEventListener("load", done))
  if ("requestIdleCallback" in window) await new Promise((done) => requestIdleCallback(done))
}

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

function suggestionsOf(near: readonly { address: string; title: string }[]) {
  const words = document.createElement("p")
  words.textContent = "Did you mean one of these?"
  const list = document.createElement("ul")
  for (const { address, title } of near) {
    const link = document.createElement("a")
    link.href = address
    link.textContent = title
    const item = document.createElement("li")
    item.append(link)
    list.append(item)
  }
  return [words, list]
}
