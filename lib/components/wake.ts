import { Component, createElement, hydrate, render, type ComponentType } from "preact/compat"
import { fields, type Done } from "../elements/component/done"
import { childrenTag } from "../elements/component/use"
import { IdPrefix } from "./react"

/**
 * Brings to life what the server has rendered of a component: takes over its HTML as it stands. Should
 * the component fail, what it showed first comes back, and the console says why.
 *
 * @param element around it, which carries its props
 * @param components what its module exports, by name
 * @param done by the reader meanwhile: it is done again
 */
export async function wake(
  element: HTMLElement,
  components: Readonly<Record<string, ComponentType<object>>>,
  done: readonly Done[],
): Promise<void> {
  const { name = "", props = "{}", id = "", hidden } = element.dataset
  const own = components[name]
  if (!own) throw new Error(`Unexpected absence of ${name}, expected it in its module`)
  const first = element.innerHTML
  const between = element.querySelector(childrenTag)?.innerHTML ?? hidden
  const children =
    between === undefined
      ? undefined
      : createElement(childrenTag, { dangerouslySetInnerHTML: { __html: between } })
  const restore = (error: unknown) => {
    console.error(error)
    render(null, element)
    element.innerHTML = first
  }
  const use = createElement(own, JSON.parse(props) as object, children)
  const withIds = createElement(IdPrefix.Provider, { value: id }, use)
  hydrate(createElement(Boundary, { restore }, withIds), element)
  // Effects of a first frame listen once it is on the screen.
  await new Promise(requestAnimationFrame)
  for (const one of done) doAgain(one)
}

/** What does something by itself when it is clicked, once, whatever a component does besides. */
const natives = "a[href], summary, label"

function doAgain({ event, value, checked }: Done): void {
  const { target, type, constructor } = event as Event
  if (target instanceof HTMLInputElement && checked !== undefined) target.checked = checked
  if (target instanceof Element && target.matches(fields)) {
    ;(target as HTMLInputElement).value = value ?? ""
  }
  const isDone = type === "click" && target instanceof Element && target.closest(natives)
  if (isDone) addEventListener("click", preventDefault, { once: true })
  // An event can be dispatched once.
  const Kind = constructor as new (type: string, init: Event) => Event
  target?.dispatchEvent(new Kind(type, event as Event))
  if (isDone) removeEventListener("click", preventDefault)
}

/** Called last of all that listen. */
const preventDefault = (event: Event) => event.preventDefault()

type BoundaryProps = { restore: (error: unknown) => void; children?: unknown }

/** Where errors of a component end. */
class Boundary extends Component<BoundaryProps, { failed: boolean }> {
  override state = { failed: false }

  override componentDidCatch(error: unknown) {
    this.setState({ failed: true })
    queueMicrotask(() => this.props.restore(error))
  }

  override render() {
    return this.state.failed ? null : (this.props.children as never)
  }
}
