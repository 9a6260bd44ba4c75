// Below the width at which notes stand in the margin, the number of a note opens and closes it in
// place: without a step in the history, and without a jump.

import { withMargin } from "../../model/widths"

const links = document.querySelectorAll<HTMLAnchorElement>("a.note-ref[href^='#note-']")

const noteOf = ({ hash }: HTMLAnchorElement) =>
  document.getElementById(hash.slice(1)) ??
  document.getElementById(decodeURIComponent(hash.slice(1)))

const isBeside = (note: Element) => getComputedStyle(note).float === "right"
const isOpen = (note: Element) => getComputedStyle(note).display !== "none"

/** The number whose note was opened last. */
let last: HTMLAnchorElement | undefined

function open(link: HTMLAnchorElement, note: HTMLElement, opens: boolean) {
  note.dataset["open"] = String(opens)
  link.setAttribute("aria-expanded", String(opens))
  last = opens ? link : undefined
}

for (const link of links) {
  link.addEventListener("click", (event) => {
    const note = noteOf(link)
    if (!note || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    if (isBeside(note)) note.scrollIntoView({ block: "nearest" })
    else open(link, note, !isOpen(note))
  })
}

/** Says of each number whether its note is open, where notes open at all. */
function tell() {
  for (const link of links) {
    const note = noteOf(link)
    if (!note || isBeside(note)) link.removeAttribute("aria-expanded")
    else link.setAttribute("aria-expanded", String(isOpen(note)))
  }
}

/** A note is selected where a selection begins in it. */
function makeSelectable({ target }: Event) {
  if (!(target instanceof Element) || target === document.documentElement) return // a scroll bar
  const own = target.closest(".note")
  for (const note of document.querySelectorAll(".note")) {
    note.toggleAttribute("data-selectable", note === own)
  }
}

if (links.length > 0) {
  tell()
  document.addEventListener("pointerdown", makeSelectable)
  matchMedia(`(width >= ${withMargin}rem)`).addEventListener("change", tell)
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.defaultPrevented) return
    const active = document.activeElement
    const link =
      [...links].find((link) => link === active || noteOf(link)?.contains(active)) ?? last
    const note = link && noteOf(link)
    if (!note || isBeside(note) || !isOpen(note)) return
    if (note.contains(active)) link.focus()
    open(link, note, false)
  })
}
