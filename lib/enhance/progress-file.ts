import { formatProgress, mergeProgress, parseProgress } from "@/lib/model/progress"
import { readProgress, writeProgress } from "./marks"
import { say } from "@/lib/model/words/scripted"

/** Saves what is read to a file, and loads it from one. Its buttons are in the page. */
class ProgressFile extends HTMLElement {
  connectedCallback() {
    const [save, load] = this.querySelectorAll("button")
    const input = document.createElement("input")
    input.type = "file"
    input.accept = ".json,application/json"
    input.addEventListener("change", () => {
      const [file] = input.files ?? []
      void file?.text().then((text) => this.#say(loadFrom(text)))
      input.value = "" // so that the same file can be chosen again
    })
    load?.addEventListener("click", () => input.click())
    save?.addEventListener("click", () => this.#say(saveToFile()))
  }

  #say(words: string) {
    const status = this.querySelector("[role=status]")
    if (status) status.textContent = words
  }
}
customElements.define("progress-file", ProgressFile)

const partsOf = (count: number) => say(count === 1 ? "1 part" : "{} parts", String(count))

function saveToFile(): string {
  const progress = readProgress()
  if (progress.size === 0) return say("Nothing is read yet.")
  const link = document.createElement("a")
  link.href = URL.createObjectURL(new Blob([formatProgress(progress)]))
  link.download = "partwise-progress.json"
  link.click()
  URL.revokeObjectURL(link.href)
  return say("Saved to {}: {}.", link.download, partsOf(progress.size))
}

function loadFrom(text: string): string {
  try {
    const before = readProgress()
    const loaded = parseProgress(text)
    const after = mergeProgress(before, loaded)
    if (!writeProgress(after))
      return say("This browser does not keep it: its storage is full or forbidden.")
    return say(
      "Loaded: {}, {} of them new.",
      partsOf(loaded.size),
      String(after.size - before.size),
    )
  } catch (error) {
    return say("Nothing was loaded. {}.", (error as Error).message)
  }
}
