import { previewFile, previewsSegment } from "../model/addresses"

// What a link within the site leads to, before it is followed: a section's beginning, a table, a formula.
// What is on the page is copied; of another page a file is asked for, at most 3 kB. It comes itself only once a
// reader shows interest.

/** Below which the site is served, without a slash at its end. */
const base = new URL("..", import.meta.url).pathname.replace(/\/$/, "")

/** What a link shows; undefined for one that leads elsewhere, or of which nothing can be had. */
export function previewOf(
  link: HTMLAnchorElement,
): readonly Node[] | Promise<readonly Node[] | undefined> | undefined {
  if (link.origin !== location.origin || link.querySelector("img")) return undefined
  return link.pathname === location.pathname ? copyOf(idIn(link)) : fetched(link)
}

const idIn = ({ hash }: HTMLAnchorElement) => decodeURIComponent(hash.slice(1))

type Preview = { title: string; label: string; html: string }

/** Those that were asked for, by their addresses; a page is asked once. */
const asked = new Map<string, Promise<readonly Node[] | undefined>>()

function fetched(link: HTMLAnchorElement): Promise<readonly Node[] | undefined> | undefined {
  const { pathname } = link
  if (!pathname.startsWith(`${base}/`) || !pathname.endsWith("/")) return undefined
  const file = previewFile(pathname.slice(base.length), idIn(link))
  const found = asked.get(file) ?? load(`${base}/${previewsSegment}/${file}`)
  asked.set(file, found)
  return found.then((nodes) => nodes?.map((node) => node.cloneNode(true)))
}

async function load(address: string): Promise<readonly Node[] | undefined> {
  const found = await fetch(address)
    .then((answer) => answer.json() as Promise<Preview>)
    .catch(() => undefined)
  if (!found) return undefined
  const { title, label, html } = found
  const body = new DOMParser().parseFromString(html, "text/html").body
  return [named("strong", title), named("small", label), ...body.childNodes]
}

function named(name: "strong" | "small", text: string): HTMLElement {
  const element = document.createElement(name)
  element.textContent = text
  return element
}

/** What stands at a place of this page. */
function copyOf(id: string): readonly Node[] | undefined {
  const target = document.getElementById(id)
  if (!target) return undefined
  if (/^H\d$/.test(target.tagName)) {
    const next = (target.closest(".heading") ?? target).nextElementSibling
    const first = next?.tagName === "P" ? [still(next)] : []
    return [named("strong", target.textContent ?? ""), ...first]
  }
  const parts =
    target.localName === "figure"
      ? target.querySelectorAll(":scope > figcaption, :scope.figure-table table, :scope > img")
      : target.querySelectorAll("math")
  return parts.length > 0 ? [...parts].map(still) : undefined
}

/** A copy in which nothing has an id, leads on or can be pressed. */
function still(element: Element): Node {
  const copy = element.cloneNode(true) as Element
  for (const one of copy.querySelectorAll(".note, .anchor, button, sup:has(a)")) one.remove()
  for (const link of copy.querySelectorAll("a")) link.replaceWith(...link.childNodes)
  for (const one of [copy, ...copy.querySelectorAll("[id]")]) one.removeAttribute("id")
  return copy
}
