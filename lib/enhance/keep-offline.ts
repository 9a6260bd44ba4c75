import { say } from "../model/words/scripted"
import type { OfflineList } from "../model/offline"
import { forget, keep, keptList, keptSources } from "./offline-store"

/** Keeps a series on the reader's device, says what it holds, and forgets it. Its button is in the page. */
class KeepOffline extends HTMLElement {
  #source = ""
  #base = ""
  #kept: OfflineList | undefined

  connectedCallback() {
    if (!("serviceWorker" in navigator) || !("caches" in globalThis)) return this.remove()
    this.#source = this.getAttribute("source") ?? ""
    this.#base = this.#source.replace(/\/series\/[^/]+\/[^/]+$/, "")
    this.querySelector("button")?.addEventListener("click", () => void this.#toggle())
    void this.#look()
  }

  async #look() {
    this.#kept = await keptList(this.#source)
    if (!this.#kept) return
    this.#show(saidOf(this.#kept))
    await this.#keep().catch(() => undefined) // without a network, what is there stays
  }

  async #toggle() {
    const button = this.querySelector("button")
    if (button) button.disabled = true
    try {
      await (this.#kept ? this.#forget() : this.#keep())
    } catch (error) {
      if (!this.#kept) await this.#forget()
      this.#show(say("It could not be kept: {}.", (error as Error).message))
    }
    if (button) button.disabled = false
  }

  async #keep() {
    this.#kept = await keep(this.#source, this.#base, (done, all) =>
      this.#show(say("{} of {} files …", String(done), String(all))),
    )
    await navigator.serviceWorker.register(`${this.#base}/offline.js`)
    this.#show(this.#kept ? saidOf(this.#kept) : "")
  }

  async #forget() {
    await forget(this.#source)
    this.#kept = undefined
    if ((await keptSources()).length === 0) {
      const all = await navigator.serviceWorker.getRegistrations()
      await Promise.all(all.map((one) => one.unregister()))
    }
    this.#show("")
  }

  #show(words: string) {
    const [button, status] = this.querySelectorAll("button, [role=status]")
    if (button) {
      this.dataset["keep"] ??= button.textContent ?? ""
      button.textContent = this.#kept ? say("Forget it") : (this.dataset["keep"] ?? "")
    }
    if (status) status.textContent = words
  }
}
customElements.define("keep-offline", KeepOffline)

function saidOf({ pages, files }: OfflineList): string {
  const bytes = files.reduce((sum, { size }) => sum + size, 0)
  return say(
    "On this device: {} pages and {} files that they show, {} kB.",
    String(pages),
    String(files.length - pages),
    String(Math.ceil(bytes / 1000)),
  )
}
