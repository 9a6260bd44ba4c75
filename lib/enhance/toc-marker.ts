// Marks the section that is being read: in the table of contents, in the outline of the series, and on a
// phone in the bar above the text. No scroll is listened to. A heading is reached once it is above a line
// in the upper quarter of the window, however far: the observed area has no upper end.

const navigations = document.querySelectorAll<HTMLElement>(".toc, .outline-map")
const headings = [...document.querySelectorAll("article :is(h2, h3)[id]")]
const reached = new Set<Element>()

const line = new IntersectionObserver(
  (entries) => {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) reached.add(target)
      else reached.delete(target)
    }
    for (const navigation of navigations) mark(navigation)
    nameBar()
  },
  { rootMargin: "1000000px 0px -78% 0px" },
)
if (navigations.length > 0) for (const heading of headings) line.observe(heading)

function mark(navigation: HTMLElement) {
  const current = linkOf(navigation)
  const before = navigation.querySelector("[aria-current]")
  if (current === before) return
  before?.removeAttribute("aria-current")
  current?.setAttribute("aria-current", "true")
  if (current) keepInView(current, navigation)
}

/** To the last heading reached or, where that has no link, the last before it in its section. */
function linkOf(navigation: HTMLElement): HTMLAnchorElement | null {
  for (const heading of headings.filter((one) => reached.has(one)).toReversed()) {
    const links = navigation.querySelectorAll("a")
    const link = [...links].find(
      ({ hash, pathname }) =>
        pathname === location.pathname && decodeURIComponent(hash.slice(1)) === heading.id,
    )
    if (link) return link
    if (heading.tagName === "H2") break
  }
  return null
}

/** Scrolls the column that the navigation is in, never the page. */
function keepInView(link: Element, navigation: HTMLElement) {
  for (let box: Element | null = navigation; box; box = box.parentElement) {
    if (!/auto|scroll/.test(getComputedStyle(box).overflowY)) continue
    const { top, bottom } = box.getBoundingClientRect()
    const place = link.getBoundingClientRect()
    if (place.height > 0 && (place.top < top || place.bottom > bottom)) {
      box.scrollTop += place.top - (top + bottom) / 2
    }
  }
}

const side = document.querySelector<HTMLDetailsElement>(".post-side")
const bar = side?.querySelector<HTMLElement>("summary > span")
const contents = bar?.textContent ?? ""

/** "Part 2 · Course 5 · GRU and LSTM": where the reader is. */
function nameBar() {
  if (!bar) return
  const link = document.querySelector(".toc [aria-current]")
  const section = link?.closest("ol ol > li")?.parentElement?.parentElement?.querySelector("a")
  const names = link ? [bar.dataset["name"], section?.textContent, link.textContent] : []
  const parts = names
    .filter((name) => name !== undefined)
    .map((name) => Object.assign(document.createElement("span"), { textContent: name }))
  bar.replaceChildren(...(link ? parts : [contents]))
}

// The bar opens over the text: what is chosen there is read below, and so is what is outside of it.
const isBar = () =>
  side && getComputedStyle(side.querySelector("summary") ?? side).display !== "none"
document.addEventListener("click", ({ target }) => {
  const element = target as Element
  if (isBar() && (!side?.contains(element) || element.closest("a"))) side?.removeAttribute("open")
})
side?.addEventListener("keydown", ({ key }) => {
  if (key !== "Escape" || !isBar()) return
  side.removeAttribute("open")
  side.querySelector("summary")?.focus()
})

export {}
