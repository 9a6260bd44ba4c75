import type { Literal } from "./literal"

/**
 * A piece of a body that is ready for its page: HTML as it is, but for marks where
 * `lib/elements/image` puts pictures, or something that React renders: a tag, or an element around one.
 */
export type Run = string | { name: string; props: Props; children: readonly Run[] }

export type Props = Readonly<Record<string, Literal>>
