import { say } from "@/lib/model/words/scripted"

// Shows what a citation or a term stands for without leaving the line: by hover, by focus with the
// keyboard, and by touch. It can be pointed at, stays until it is left, and Escape dismisses it.

const patience = { show: 150, hide: 250 } // ms

const box = document.createElement("span")
box.className = "popover"
box.id = "link-popover"
box.popover = "manual"

/** The link that the box belongs to, while it is shown. */
let shown: HTMLAnchorElement | undefined
let timer = 0
let touched = false
let dismissing = false

const linkAt = (target: EventTarget | null) =>
  target instanceof Element ? target.closest<HTMLAnchorElement>("a.citation, a.term") : null

const isInBox = (target: EventTarget | null) => target instanceof Node && box.contains(target)

function later(action: () => void, delay: number) {
  clearTimeout(timer)
  timer = window.setTimeout(action, delay)
}

function show(link: HTMLAnchorElement) {
  clearTimeout(timer)
  if (link === shown) return
  hide()
  const words = wordsOf(link)
  if (!words) return
  const more = document.createElement("a")
  more.href = link.href
  more.textContent = say(link.matches(".term") ? "In the glossary" : "In the references")
  box.replaceChildren(...words, more)
  link.after(box) // so that Tab goes from the link into it
  link.style.setProperty("anchor-name", "--popover")
  link.setAttribute("aria-describedby", box.id)
  box.showPopover()
  if (!CSS.supports("position-area: block-end")) place(link)
  shown = link
}

function hide() {
  clearTimeout(timer)
  if (!shown) return
  box.hidePopover()
  shown.style.removeProperty("anchor-name")
  shown.removeAttribute("aria-describedby")
  shown = undefined
}

/** The definition that a term carries, or a copy of the reference that a citation leads to. */
function wordsOf(link: HTMLAnchorElement): readonly (Node | string)[] | undefined {
  const { definition } = link.dataset
  if (definition !== undefined) return [definition, " "]
  const entry = document.getElementById(decodeURIComponent(link.hash.slice(1)))
  const reference = entry?.querySelector(".reference")?.cloneNode(true)
  return reference && [reference, " "]
}

/** Below the link, or above it where there is no room, and never beyond the edges of the window. */
function place(link: HTMLAnchorElement) {
  const { left, bottom, top } = link.getBoundingClientRect()
  const { width, height } = box.getBoundingClientRect()
  const edge = document.documentElement.clientWidth - width
  const under = bottom + height < innerHeight || top < height
  box.style.left = `${scrollX + Math.max(0, Math.min(left, edge - 16))}px`
  box.style.top = `${scrollY + (under ? bottom : top - height - 12)}px`
}

/** A reader who is in the box or on its link with the keyboard has not left it. */
function leave() {
  if (!isInBox(document.activeElement) && !shown?.matches(":focus-visible")) hide()
}

document.addEventListener("pointerover", ({ target, pointerType }) => {
  if (pointerType === "touch") return
  const link = linkAt(target)
  if (isInBox(target)) clearTimeout(timer)
  else if (link) later(() => show(link), patience.show)
  else if (shown) later(leave, patience.hide)
  else clearTimeout(timer)
})

document.addEventListener("focusin", ({ target }) => {
  if (isInBox(target) || dismissing) return
  const link = linkAt(target)
  if (link?.matches(":focus-visible")) show(link)
  else if (link !== shown) hide()
})

document.addEventListener("pointerdown", ({ pointerType }) => {
  touched = pointerType === "touch"
})

document.addEventListener("click", (event) => {
  const link = linkAt(event.target)
  if (link && touched && link !== shown) {
    event.preventDefault()
    show(link)
  } else if (!isInBox(event.target) || (event.target as Element).closest("a")) hide()
})

document.addEventListener("keydown", (event) => {
  clearTimeout(timer)
  if (event.key !== "Escape" || !shown) return
  event.preventDefault() // it closes nothing else
  const link = shown
  dismissing = true
  if (isInBox(document.activeElement)) link.focus()
  dismissing = false
  hide()
})
