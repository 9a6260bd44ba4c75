import { outsideCode } from "../../mdx/outside-code"

/** `\( … \)`, with two backslashes too, as in Jekyll; `\[ … \]`, a block by itself; `` $`…`$ ``. */
const formulas: readonly RegExp[] = [
  /(?<!\\)(?<open>\\{1,2}\()(?<tex>(?:(?!\\\()[^\n])+?)(?<close>\\{1,2}\))/g,
  /(?<=^[ \t>]*)(?<open>\\{1,2}\[)(?=[ \t]*$|[^\n]*(?:\\[A-Za-z]|[\^_=]))(?<tex>(?:(?!\\[[\]])[^])+?)(?<close>\\{1,2}\])(?=[ \t]*$)/gm,
]
const github = /(?<![\\$`])\$`([^`\n]+)`\$(?!\w)/g

/**
 * A body with the formulas of LaTeX, Jekyll and GitHub between dollars: sign for sign, so that every place
 * in it stays where it was.
 */
export function withDollars(body: string): string {
  if (!/\\[([]|\$`/.test(body)) return body
  const source = body.replaceAll(github, "$$$$$1$$$$")
  return outsideCode(source, outside)
}

/** Two dollars take the place of two signs; of three, with a blank on the side of the formula. */
const outside = (text: string) =>
  formulas.reduce(
    (before, form) =>
      before.replaceAll(form, (...match) => {
        const { open = "", tex = "", close = "" } = match.at(-1) as Record<string, string>
        return "$$".padEnd(open.length) + tex + "$$".padStart(close.length)
      }),
    text,
  )
