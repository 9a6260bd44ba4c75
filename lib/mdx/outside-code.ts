/** Code, which is left as it is: blocks between fences, and spans between as many backticks. */
const code =
  /^[ \t>]*(?<fence>`{3,}|~{3,})[^]*?(?:^[ \t>]*\k<fence>[`~]*[ \t]*$|(?![^]))|(?<!`)(?<ticks>`+)(?!`)[^]*?(?<!`)\k<ticks>(?!`)/gm

/** A text in which all that is not code has been changed. */
export function outsideCode(text: string, change: (part: string) => string): string {
  let result = ""
  let at = 0
  for (const { 0: span, index } of text.matchAll(code)) {
    result += change(text.slice(at, index)) + span
    at = index + span.length
  }
  return result + change(text.slice(at))
}
