// The button above an outline: opens every module or, once all are open, closes them.

for (const button of document.querySelectorAll<HTMLButtonElement>(".outline > p > button")) {
  const modules = [
    ...(button.closest(".outline")?.querySelectorAll<HTMLDetailsElement>(":scope > .module") ?? []),
  ]
  const isOpen = () => modules.every(({ open }) => open)
  const name = () => {
    button.textContent = (isOpen() ? button.dataset["close"] : button.dataset["open"]) ?? ""
  }
  button.addEventListener("click", () => {
    const open = !isOpen()
    for (const module of modules) module.open = open
  })
  for (const module of modules) module.addEventListener("toggle", name)
}

export {}
