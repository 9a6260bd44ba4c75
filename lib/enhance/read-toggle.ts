import { formatDay, localDay } from "@/lib/model/dates"
import { findReadDay, markProgress } from "@/lib/model/progress"
import { changed, readProgress, slugsIn, writeProgress } from "./marks"
import { say } from "@/lib/model/words/scripted"

/** At the end of a part: marks it as read, and unmarks it. */
class ReadToggle extends HTMLElement {
  readonly #button = document.createElement("button")
  readonly #status = document.createElement("span")
  /** Until something is done here. */
  #words = say("Kept in this browser, sent nowhere.")

  connectedCallback() {
    this.#button.type = "button"
    this.#button.className = "button"
    this.#button.addEventListener("click", () => this.#toggle())
    this.#status.role = "status"
    this.#show()
    this.replaceChildren(this.#button, this.#status)
    addEventListener(changed, () => this.#show())
  }

  #toggle() {
    const before = readProgress()
    const day = findReadDay(before, slugsIn(this)) === undefined ? localDay() : undefined
    const after = markProgress(before, slugsIn(this), day)
    this.#words = say("No longer read.")
    if (!writeProgress(after))
      this.#status.textContent = say(
        "This browser does not keep it: its storage is full or forbidden.",
      )
  }

  #show() {
    const day = findReadDay(readProgress(), slugsIn(this))
    const name = this.dataset["name"] ?? ""
    this.classList.toggle("is-read", day !== undefined)
    this.#button.textContent = day === undefined ? say("Mark {} as read", name) : say("Undo")
    this.#status.textContent =
      day === undefined
        ? this.#words
        : say("Read on {}", formatDay(day, document.documentElement.lang))
  }
}
customElements.define("read-toggle", ReadToggle)
