import { fields, type Done } from "./done"

const gestures = ["pointerdown", "focusin", "click", "keydown", "input", "change"] as const

type Waker = { default: (element: HTMLElement, done: readonly Done[]) => void }

/**
 * Around what the server has rendered of an author's component. Its script comes when it is near the
 * window, or is touched first; what a reader did meanwhile is done then.
 */
class LiveComponent extends HTMLElement {
  #isWaking = false
  readonly #done: Done[] = []

  connectedCallback() {
    if (this.dataset["module"] === undefined) return
    nearby.observe(this)
    for (const gesture of gestures) this.addEventListener(gesture, this, true)
    // A link to what a reader has made of it.
    if (location.hash.startsWith(`#${this.dataset["id"]}`)) this.scrollIntoView()
  }

  handleEvent(event: Event) {
    if ("awake" in this.dataset) return
    const { type } = event
    const target = event.target as HTMLInputElement // or what has neither value nor check
    // Of these nothing would be left once the script has come.
    const isLost = type === "click" ? !target.closest(fields) : /^(?:input|change|key)/.test(type)
    if (isLost) this.#done.push({ event, value: target.value, checked: target.checked })
    this.wake()
  }

  wake() {
    if (this.#isWaking) return
    this.#isWaking = true
    import(this.dataset["module"] as string)
      .then(async ({ default: wake }: Waker) => {
        await turn()
        wake(this, this.#done)
        this.dataset["awake"] = ""
      })
      .catch((error: unknown) => {
        console.error(error)
        this.#isWaking = false // the next gesture tries again
      })
  }
}

/** Several whose scripts come at once wake one after the other: in between, the page goes on scrolling. */
let last: Promise<unknown> = Promise.resolve()
const turn = () => (last = last.then(() => new Promise((resolve) => setTimeout(resolve))))

/** Half a window ahead: the script is there before the reader is. */
const nearby = new IntersectionObserver(
  (entries) => {
    for (const { isIntersecting, target } of entries) {
      if (isIntersecting) (target as LiveComponent).wake()
    }
  },
  { rootMargin: "50%" },
)

customElements.define("live-component", LiveComponent)
