import { readChoices, writeChoice } from "./choice"

let count = 0

/** Blocks below their titles, made tabs; those of one group change together, on the whole site. */
class TabGroup extends HTMLElement {
  tabs: HTMLElement[] = []
  panels: HTMLElement[] = []

  connectedCallback() {
    const list = this.querySelector<HTMLElement>(".tab-list")
    if (!list || this.tabs.length > 0) return
    list.role = "tablist"
    this.panels = [...this.querySelectorAll<HTMLElement>(".tab")]
    this.tabs = this.panels.map((panel) => tabOf(panel))
    list.append(...this.tabs)
    list.addEventListener("click", ({ target }) => this.choose(this.tabs.indexOf(target as never)))
    list.addEventListener("keydown", (event) => this.move(event))
    for (const [index, panel] of this.panels.entries()) {
      panel.addEventListener("beforematch", () => this.show(index)) // found by the browser's search
    }
    this.showRemembered()
  }

  showRemembered() {
    const choice = readChoices()[this.dataset["group"] ?? ""]
    const index = this.panels.findIndex(({ dataset }) => dataset["tab"] === choice)
    if (index >= 0 || !this.tabs.some(({ ariaSelected }) => ariaSelected)) {
      this.show(Math.max(0, index))
    }
  }

  show(shown: number) {
    for (const [index, tab] of this.tabs.entries()) {
      tab.ariaSelected = String(index === shown)
      tab.tabIndex = index === shown ? 0 : -1
      if (index === shown) this.panels[index]?.removeAttribute("hidden")
      else this.panels[index]?.setAttribute("hidden", "until-found")
    }
  }

  /** Shows a tab here and, where there is one of its title, in all of the group. */
  choose(index: number) {
    const tab = this.tabs[index]
    if (!tab) return
    const { group } = this.dataset
    const top = tab.getBoundingClientRect().top
    this.show(index)
    if (group !== undefined) {
      writeChoice(group, this.panels[index]?.dataset["tab"] ?? "")
      update()
    }
    tab.focus({ preventScroll: true })
    // What has changed above must not move what is being read.
    scrollBy({ top: tab.getBoundingClientRect().top - top, behavior: "instant" })
  }

  move(event: KeyboardEvent) {
    const { length } = this.tabs
    const now = this.tabs.indexOf(event.target as never)
    const places: Record<string, number> = {
      ArrowRight: (now + 1) % length,
      ArrowLeft: (now - 1 + length) % length,
      Home: 0,
      End: length - 1,
    }
    const next = places[event.key]
    if (next === undefined) return
    event.preventDefault()
    this.choose(next)
  }
}

function tabOf(panel: HTMLElement) {
  const tab = document.createElement("button")
  tab.type = "button"
  tab.role = "tab"
  tab.textContent = panel.dataset["tab"] ?? ""
  tab.id = `tab.${++count}`
  panel.id = `tab.${count}.panel`
  panel.role = "tabpanel"
  tab.setAttribute("aria-controls", panel.id)
  panel.setAttribute("aria-labelledby", tab.id)
  return tab
}

customElements.define("tab-group", TabGroup)

/** Another group, or another page of the site, has been given a choice. */
function update() {
  for (const group of document.querySelectorAll<TabGroup>("tab-group")) group.showRemembered()
}
addEventListener("storage", update)

/** An address may lead into a tab that is not shown. */
function showTarget() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)))
  const panel = target?.closest<HTMLElement>(".tab[hidden]")
  const group = panel?.closest<TabGroup>("tab-group")
  if (!target || !panel || !group) return
  group.show(group.panels.indexOf(panel))
  target.scrollIntoView()
}
addEventListener("hashchange", showTarget)
showTarget()
