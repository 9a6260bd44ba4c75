// Marks the section that is being read: in the table of contents and in the outline of the series. No
// scroll is listened to. A heading is reached once it is above a line in the upper third of the window,
// however far: the observed area has no upper end.

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
  },
  { rootMargin: "1000000px 0px -65% 0px" },
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
  for (const box of [navigation, navigation.parentElement]) {
    if (!box || !/auto|scroll/.test(getComputedStyle(box).overflowY)) continue
    const { top, bottom } = box.getBoundingClientRect()
    const place = link.getBoundingClientRect()
    if (place.height > 0 && (place.top < top || place.bottom > bottom)) {
      box.scrollTop += place.top - (top + bottom) / 2
    }
  }
}

// On a phone the contents are a disclosure above the text: what is chosen there is read below.
for (const toc of document.querySelectorAll(".toc")) {
  toc.addEventListener("click", ({ target }) => {
    if ((target as Element).closest("a")) toc.querySelector("details")?.removeAttribute("open")
  })
}

export {}
