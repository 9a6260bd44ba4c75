import { applyTheme, readTheme, themes, writeTheme, type Theme } from "./theme"
import { say } from "@/lib/model/words/scripted"

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
    const button = this.querySelector("button")
    const name = theme === "system" ? "as the system has it" : theme
    if (button) button.ariaLabel = `${button.title}: ${say(name)}`
  }
}
customElements.define("theme-toggle", ThemeToggle)
