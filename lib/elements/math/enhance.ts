// What a reader copies of a formula is its TeX: a browser would take one sign a line.

document.addEventListener("copy", (event) => {
  if (event.defaultPrevented || event.target instanceof HTMLTextAreaElement) return
  const selection = getSelection()
  const ranges = Array.from({ length: selection?.rangeCount ?? 0 }, (_, index) =>
    wholeFormulas(selection?.getRangeAt(index).cloneRange() ?? new Range()),
  )
  const copy = document.createElement("div")
  copy.append(...ranges.map((range) => range.cloneContents()))
  const formulas = [...copy.querySelectorAll("math")]
  if (formulas.length === 0) return

  const isAlone = formulas.length === 1 && copy.textContent === formulas[0]?.textContent
  for (const formula of formulas) formula.replaceWith(isAlone ? texOf(formula) : inDollars(formula))
  event.clipboardData?.setData("text/plain", textIn(copy))
  if (!isAlone) event.clipboardData?.setData("text/html", copy.innerHTML)
  event.preventDefault()
})

/** A range that holds no formula in part. */
function wholeFormulas(range: Range): Range {
  const first = formulaAround(range.startContainer)
  const last = formulaAround(range.endContainer)
  if (first) range.setStartBefore(first)
  if (last) range.setEndAfter(last)
  return range
}

const formulaAround = (node: Node) =>
  (node instanceof Element ? node : node.parentElement)?.closest("math")

const texOf = (formula: Element) => formula.querySelector("annotation")?.textContent ?? ""

/** As an author writes it in a text. */
function inDollars(formula: Element): string {
  const dollars = formula.getAttribute("display") === "block" ? "$$" : "$"
  return dollars + texOf(formula) + dollars
}

/**
 * The text of a copy, as the page shows it; takes away from the copy what is not shown, or not
 * selected, and makes its addresses whole.
 */
function textIn(copy: HTMLElement): string {
  copy.className = "prose fixed -left-full" // where nobody sees it, in the styles of the text
  document.body.append(copy)
  for (const element of copy.querySelectorAll<HTMLElement>("*")) {
    const { display, userSelect, webkitUserSelect } = getComputedStyle(element)
    if ([display, userSelect, webkitUserSelect].includes("none")) element.remove()
    else if (element instanceof HTMLAnchorElement) element.setAttribute("href", element.href)
    else if (element instanceof HTMLImageElement) element.setAttribute("src", element.src)
  }
  const text = copy.innerText
  copy.remove()
  return text
}

export {}
