import { createElement, type ElementType, type ReactNode } from "react"
import type { Run } from "./run"

/** What renders tags, by their names. */
export type MdxComponents = Readonly<Record<string, ElementType>>

/** Elements whose content is a line of text, in which a block would be out of place. */
const lines = new Set(["p", "a", "em", "strong", "del", "span", "h2", "h3", "h4", "td", "th"])

/**
 * A compiled body as React's children.
 *
 * @param components what renders each tag
 */
export function renderRuns(
  runs: readonly Run[],
  components: MdxComponents,
  parent = "div",
): ReactNode {
  return runs.map((run, index) =>
    typeof run === "string"
      ? createElement(lines.has(parent) ? "span" : "div", {
          key: index,
          "data-run": "",
          dangerouslySetInnerHTML: { __html: run },
        })
      : renderElement(run, index, components),
  )
}

function renderElement(
  { name, props, children }: Exclude<Run, string>,
  key: number,
  components: MdxComponents,
): ReactNode {
  const component = Object.hasOwn(components, name) ? components[name] : undefined
  if (!component && /^[A-Z]/.test(name))
    throw new Error(`Unexpected tag <${name}>, expected its component`)
  if (children.length === 0) return createElement(component ?? name, { ...props, key })

  const [only] = children
  if (!component && children.length === 1 && typeof only === "string") {
    return createElement(name, { ...props, key, dangerouslySetInnerHTML: { __html: only } })
  }
  return createElement(component ?? name, { ...props, key }, renderRuns(children, components, name))
}
