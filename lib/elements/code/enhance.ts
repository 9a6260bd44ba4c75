import { say } from "../../model/words/scripted"

/** Adds a button that copies a text, where the browser lets a page copy. */
function offer(place: Element, name: string, copy: () => Promise<unknown>) {
  const button = document.createElement("button")
  button.type = "button"
  button.className = "code-copy"
  const said = document.createElement("span")
  said.className = "sr-only"
  said.role = "status"

  const rest = () => {
    button.textContent = say("Copy")
    button.ariaLabel = `${say("Copy")} ${name}`
    said.textContent = ""
  }
  rest()

  let timer: ReturnType<typeof setTimeout>
  button.addEventListener("click", async () => {
    clearTimeout(timer)
    const word = await copy().then(
      () => say("Copied"),
      () => say("Not allowed"),
    )
    button.textContent = said.textContent = word
    timer = setTimeout(rest, 2_000)
  })
  place.append(button, said)
}

if ("clipboard" in navigator) {
  // In the strip above each block of code.
  for (const figure of document.querySelectorAll("figure.code")) {
    const code = figure.querySelector("code")
    if (!code) continue
    const name = figure.querySelector("figcaption")?.textContent ?? "code"
    offer(figure, name, () => navigator.clipboard.writeText(codeIn(code)))
  }
  // Beside the link to a post's text.
  const link = document.querySelector<HTMLAnchorElement>("a[type$=markdown]")
  if (link) {
    // The promise of a text: one that came later would be none that a reader has asked to copy.
    offer(link.parentElement ?? link, "Markdown", async () =>
      navigator.clipboard.write([
        new ClipboardItem({ "text/plain": fetch(link.href).then((answer) => answer.text()) }),
      ]),
    )
  }
}

/** What somebody would type: the code as it becomes, without marks, prompts and what was answered. */
function codeIn(code: Element): string {
  const copy = code.cloneNode(true) as Element
  for (const extra of copy.querySelectorAll(".code-mark, del.line, .prompt, samp")) extra.remove()
  return code.querySelector(".prompt") ? copy.textContent.trimEnd() : copy.textContent
}
