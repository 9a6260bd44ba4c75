import type { ComponentUse } from "../model/body"

/** One use of a component, as a thread is asked to render it. */
export type RenderTask = {
  /** Index of its module among those that are at hand. */
  module: number
  exported: string
  props: object
  /** Begins its ids. */
  id: string
  hasChildren: boolean
  /** If its result is printed: how. */
  value?: ComponentUse["value"]
}

/** What came of it. */
export type Rendered =
  | { html: string; isLive: boolean; showsChildren: boolean }
  | { missing: readonly string[] }
  | { error: string; stack: string }

/** Stands where what is between the tags comes. */
export const childrenMark = "<!--children-->"
