import { say } from "../model/words/scripted"
import type { OfflineList } from "../model/offline"

/** What keeps and forgets: few readers of the page will want it. */
const store = () => import("./offline-store")

/** Keeps a series on the reader's device, says what it holds, and forgets it. Its button is in the page. */
class KeepOffline extends HTMLElement {
  readonly #source = this.getAttribute("source") ?? ""
  readonly #base = this.#source.replace(/\/series\/[^/]+\/[^/]+$/, "")
  readonly #button = this.querySelector("button")
  readonly #offer = this.#button?.textContent ?? ""
  #kept: OfflineList | undefined

  async connectedCallback() {
    if (!("serviceWorker" in navigator) || !("caches" in globalThis)) return this.remove()
    this.#button?.addEventListener("click", () => void this.#toggle())
    if ((await caches.keys()).some((name) => name.endsWith(this.#source))) await this.#look()
  }

  async #look() {
    this.#kept = await (await store()).keptList(this.#source)
    this.#show()
    await this.#keep().catch(() => undefined) // without a network, what is there stays
  }

  async #toggle() {
    if (this.#button) this.#button.disabled = true
    try {
      await (this.#kept ? this.#forget() : this.#keep())
    } catch (error) {
      if (!this.#kept) await this.#forget()
      this.#show(say("It could not be kept: {}.", (error as Error).message))
    }
    if (this.#button) this.#button.disabled = false
  }

  async #keep() {
    const { keep } = await store()
    this.#kept = await keep(this.#source, this.#base, (done, all) =>
      this.#show(say("{} of {} files …", String(done), String(all))),
    )
    await navigator.serviceWorker.register(`${this.#base}/offline.js`)
    this.#show()
  }

  async #forget() {
    const { forget, keptSources } = await store()
    await forget(this.#source)
    this.#kept = undefined
    if ((await keptSources()).length === 0) {
      const all = await navigator.serviceWorker.getRegistrations()
      await Promise.all(all.map((one) => one.unregister()))
    }
    this.#show()
  }

  /** @param words in place of what it holds */
  #show(words = this.#kept ? saidOf(this.#kept) : "") {
    if (this.#button) this.#button.textContent = this.#kept ? say("Forget it") : this.#offer
    const status = this.querySelector("[role=status]")
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
