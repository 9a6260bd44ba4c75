import { options } from "preact"
import { createElement, type ComponentType } from "preact/compat"
import { renderToString } from "preact-render-to-string"
import { childrenTag } from "../elements/component/use"
import { format } from "../figure/format"
import { IdPrefix } from "./react"
import { childrenMark, type Rendered, type RenderTask } from "./task"

type Modules = readonly Readonly<Record<string, unknown>>[]

/**
 * What a component shows first, and whether there is anything in it for a script to do: state, effects,
 * handlers.
 */
export function renderUse(modules: Modules, task: RenderTask): Rendered {
  const module = modules[task.module] ?? {}
  const own = module[task.exported]
  if (task.value) return valueOf(module, task)
  if (typeof own !== "function" && !isWrapped(own)) {
    return { missing: Object.keys(module).filter((name) => /^[A-Z]|^default$/.test(name)) }
  }
  const watch = watchForLife()
  try {
    const render = () => renderToString(elementOf(own as ComponentType<object>, task))
    const html = render()
    const again = render()
    if (html !== again) return { error: differs, stack: "" }
    return { html, isLive: watch.isLive(), showsChildren: html.includes(childrenMark) }
  } catch (error) {
    const { message, stack = "" } = error instanceof Error ? error : new Error(String(error))
    return { error: message, stack }
  } finally {
    watch.stop()
  }
}

/** What a function of a model gives, printed for people. */
function valueOf(module: Modules[number], { exported, props, value }: RenderTask): Rendered {
  const own = module[exported]
  if (typeof own !== "function") {
    return { missing: Object.keys(module).filter((name) => typeof module[name] === "function") }
  }
  try {
    const result: unknown = own(props)
    const isPrintable = typeof result === "string" || Number.isFinite(result)
    if (!isPrintable) return { error: `it gives ${String(result)}, and no number`, stack: "" }
    const text =
      typeof result === "string" ? result : format(Number(result), value?.digits, value?.language)
    return { html: renderToString(createElement("span", {}, text)).slice(6, -7), ...still }
  } catch (error) {
    const { message, stack = "" } = error instanceof Error ? error : new Error(String(error))
    return { error: message, stack }
  }
}

const still = { isLive: false, showsChildren: false }

const differs =
  "it shows something else each time, and a browser takes over what the server has rendered: use dates and chance in an effect"

/** What `memo` and `forwardRef` give in React; in Preact both are functions. */
const isWrapped = (own: unknown) => typeof own === "object" && own !== null && "$$typeof" in own

function elementOf(own: ComponentType<object>, { props, id, hasChildren }: RenderTask) {
  const children = hasChildren
    ? createElement(childrenTag, { dangerouslySetInnerHTML: { __html: childrenMark } })
    : undefined
  return createElement(IdPrefix.Provider, { value: id }, createElement(own, props, children))
}

/** Hooks that only compute, or keep what others set: memo, callback, context, ids. */
const quietHooks = new Set([5, 7, 8, 9, 11])

/** Preact tells of each hook by its number, which its developer tools rely on, and of each element. */
type Hooks = {
  __h?: (component: unknown, index: number, type: number) => void
  vnode?: (node: { type: unknown; props: Readonly<Record<string, unknown>>; ref?: unknown }) => void
}

function watchForLife() {
  let isLive = false
  const hooks = options as Hooks
  const { __h: hookBefore, vnode: vnodeBefore } = hooks
  hooks.__h = (component, index, type) => {
    isLive ||= !quietHooks.has(type)
    hookBefore?.(component, index, type)
  }
  hooks.vnode = (node) => {
    const { type, props, ref } = node
    isLive ||= typeof ref === "function" // it does something with the element, such as draw on it
    if (typeof type === "string") {
      isLive ||= Object.entries(props).some(
        ([name, value]) => (/^on[A-Z]/.test(name) || name === "ref") && typeof value === "function",
      )
    } else if (typeof type === "function" && type !== IdPrefix.Provider) {
      isLive ||= "componentDidMount" in ((type as { prototype?: object }).prototype ?? {})
    }
    vnodeBefore?.(node)
  }
  return {
    isLive: () => isLive,
    stop: () => Object.assign(hooks, { __h: hookBefore, vnode: vnodeBefore }),
  }
}
