import { applyTheme, readTheme, themes, writeTheme, type Theme } from "./theme"

const names: Record<Theme, string> = {
  system: "as the system has it",
  light: "light",
  dark: "dark",
}

/** The button in the header that goes through the three themes. */
class ThemeToggle extends HTMLElement {
  connectedCallback() {
    this.addEventListener("click", () => {
      const next = themes[(themes.indexOf(readTheme()) + 1) % themes.length] ?? "system"
      writeTheme(next)
      this.show(next)
    })
    // Another tab of the site may choose as well.
    addEventListener("storage", () => this.show(readTheme()))
    this.show(readTheme())
  }

  show(theme: Theme) {
    applyTheme(theme)
    this.dataset["theme"] = theme
    this.querySelector("button")?.setAttribute("aria-label", `Theme: ${names[theme]}`)
  }
}
customElements.define("theme-toggle", ThemeToggle)
