import { say, type Scripted } from "@/lib/model/words/scripted"

// Shows what a citation, a term or a link stands for without leaving the line: by hover, by focus with
// the keyboard, and by touch. It can be pointed at, stays until it is left, and Escape dismisses it.

/** Links that show something, what that is, and what following them is called. */
type Kind = {
  selector: string
  /** Undefined where there is nothing to show. */
  find: (link: HTMLAnchorElement) => Found | Promise<Found>
  more: Scripted
}

type Found = readonly (Node | string)[] | undefined

const kinds: readonly Kind[] = [
  { selector: "a.citation", find: copyOfReference, more: "In the references" },
  {
    selector: "a.term",
    find: ({ dataset }) => [dataset["definition"] ?? "", " "],
    more: "In the glossary",
  },
  {
    selector: ".prose a[href]:not([class], .popover a, .outline a)",
    find: async (link) => (await import("./link-preview")).previewOf(link),
    more: "Go there",
  },
]

/** How long a pointer is on a link before it shows something, and off it before that goes, in ms. */
const toShow = 150
const toHide = 250

const box = document.createElement("span")
box.className = "popover"
box.id = "link-popover"
box.popover = "manual"

/** The link that the box belongs to, while it is shown. */
let shown: HTMLAnchorElement | undefined
/** The link that it is to belong to, once that has found what to show. */
let wanted: HTMLAnchorElement | undefined
let timer = 0
let touched = false

const links = kinds.map(({ selector }) => selector).join()

const linkAt = (target: EventTarget | null) =>
  target instanceof Element ? target.closest<HTMLAnchorElement>(links) : null

const isInBox = (target: EventTarget | null) => target instanceof Node && box.contains(target)

/** @returns whether it is found that there is nothing to show */
async function show(link: HTMLAnchorElement): Promise<boolean> {
  if (link === shown) {
    clearTimeout(timer)
    return false
  }
  hide()
  wanted = link
  const kind = kinds.find(({ selector }) => link.matches(selector))
  const words = await kind?.find(link)
  if (wanted !== link) return false
  if (!words || !kind) return true
  const more = document.createElement("a")
  more.href = link.href
  more.textContent = say(kind.more)
  box.replaceChildren(...words, more)
  link.after(box) // so that Tab goes from the link into it
  link.style.setProperty("anchor-name", "--popover")
  link.setAttribute("aria-describedby", box.id)
  box.showPopover()
  if (!CSS.supports("position-area: block-end")) place(link)
  shown = link
  return false
}

function hide() {
  clearTimeout(timer)
  wanted = undefined
  if (!shown) return
  box.hidePopover()
  shown.style.removeProperty("anchor-name")
  shown.removeAttribute("aria-describedby")
  shown = undefined
}

/** A copy of the reference that a citation leads to. */
function copyOfReference(link: HTMLAnchorElement): Found {
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
  clearTimeout(timer)
  const link = linkAt(target)
  if (isInBox(target)) return
  if (link) timer = window.setTimeout(show, toShow, link)
  else if (shown) timer = window.setTimeout(leave, toHide)
})

document.addEventListener("focusin", ({ target }) => {
  if (isInBox(target)) return
  const link = linkAt(target)
  if (link?.matches(":focus-visible")) void show(link)
  else if (link !== shown) hide()
})

document.addEventListener("pointerdown", ({ pointerType }) => {
  touched = pointerType === "touch"
})

document.addEventListener("click", (event) => {
  const link = linkAt(event.target)
  if (link && touched && link !== shown) {
    event.preventDefault()
    void show(link).then((isEmpty) => {
      if (!isEmpty) return
      touched = false
      link.click()
    })
  } else if (!isInBox(event.target) || (event.target as Element).closest("a")) hide()
})

document.addEventListener("keydown", (event) => {
  clearTimeout(timer)
  if (event.key !== "Escape" || !shown) return
  event.preventDefault() // it closes nothing else
  if (isInBox(document.activeElement)) shown.focus()
  hide()
})
