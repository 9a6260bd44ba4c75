// An image that is shown smaller than it is: the link around it becomes a button, which opens the image
// as large as the window is.

// As the page has them, if it is not in English.
const { enlarge: open = "Enlarge", close: shut = "Close" } = document.documentElement.dataset

for (const link of document.querySelectorAll<HTMLAnchorElement>("a.enlarge")) {
  const image = link.querySelector("img")
  if (!image) continue
  const button = document.createElement("button")
  button.type = "button"
  button.className = link.className
  button.ariaLabel = `${open}: ${image.alt}`
  button.append(...link.childNodes)
  button.addEventListener("click", () => enlarge(image))
  link.replaceWith(button)
}

function enlarge(image: HTMLImageElement) {
  const dialog = document.createElement("dialog")
  dialog.className = "zoom"
  dialog.ariaLabel = image.alt

  const close = document.createElement("button")
  close.type = "button"
  close.className = "zoom-close"
  close.textContent = shut

  const large = (image.closest("picture") ?? image).cloneNode(true) as HTMLElement
  // Its largest file: a reader may look closer still.
  for (const source of large.querySelectorAll("source"))
    source.sizes = `${image.getAttribute("width")}px`

  dialog.append(close, large)
  dialog.addEventListener("click", () => dialog.close())
  // Without its scroll bar the page would become wider, and its lines would break anew.
  const page = document.documentElement
  page.style.paddingInlineEnd = `${innerWidth - page.clientWidth}px`
  dialog.addEventListener("close", () => {
    page.style.paddingInlineEnd = ""
    dialog.remove()
  })
  document.body.append(dialog)
  dialog.showModal()
}

export {}
