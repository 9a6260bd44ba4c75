import type { Literal } from "./literal"

/**
 * A piece of a body that is ready for its page: HTML as it is, but for marks where
 * `lib/elements/image` puts pictures, or something that React renders: a tag, or an element around one.
 */
export type Run = string | { name: string; props: Props; children: readonly Run[] }

/** The pieces of a body with other HTML. */
export const mapHtml = (runs: readonly Run[], htmlOf: (html: string) => string): readonly Run[] =>
  runs.map((run) =>
    typeof run === "string" ? htmlOf(run) : { ...run, children: mapHtml(run.children, htmlOf) },
  )

export type Props = Readonly<Record<string, Literal>>
