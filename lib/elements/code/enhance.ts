import { say } from "../../model/words/scripted"

/** A button in the strip above each block of code, where the browser lets a page copy. */
for (const figure of "clipboard" in navigator ? document.querySelectorAll("figure.code") : []) {
  const code = figure.querySelector("code")
  if (!code) continue
  const name = figure.querySelector("figcaption")?.textContent ?? "code"
  const button = document.createElement("button")
  button.type = "button"
  button.className = "code-copy"
  const said = document.createElement("span")
  said.className = "sr-only"
  said.role = "status"

  const show = (word: string) => {
    button.textContent = word
    button.ariaLabel = `${word} ${name}`
  }
  show(say("Copy"))

  let timer: ReturnType<typeof setTimeout>
  button.addEventListener("click", async () => {
    clearTimeout(timer)
    const word = await navigator.clipboard.writeText(codeIn(code)).then(
      () => say("Copied"),
      () => say("Not allowed"),
    )
    button.textContent = said.textContent = word
    timer = setTimeout(() => {
      show(say("Copy"))
      said.textContent = ""
    }, 2_000)
  })
  figure.append(button, said)
}

/** What somebody would type: the code as it becomes, without marks, prompts and what was answered. */
function codeIn(code: Element): string {
  const copy = code.cloneNode(true) as Element
  for (const extra of copy.querySelectorAll(".code-mark, del.line, .prompt, samp")) extra.remove()
  return code.querySelector(".prompt") ? copy.textContent.trimEnd() : copy.textContent
}
