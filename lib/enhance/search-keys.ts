// "/" opens the search, as does K with Ctrl or Cmd: on the page that is read, in a dialog. What searches is
// loaded then.
addEventListener("keydown", (event) => {
  const { key, target } = event
  const { search } = document.documentElement.dataset
  const isHeld = event.ctrlKey || event.metaKey
  const isWriting = (target as Partial<Element>).closest?.(
    "input, textarea, select, [contenteditable]",
  )
  const isAsked = key === "/" ? !isWriting && !isHeld : key === "k" && isHeld
  if (!isAsked || !search || event.defaultPrevented) return
  event.preventDefault()
  void (import(search) as Promise<typeof import("./search")>).then(({ openSearch }) => openSearch())
})

export {}
