// A link to a film or another site's page becomes a frame where it stands, once a reader asks for it.

for (const link of document.querySelectorAll<HTMLAnchorElement>(".embed > a[data-frame]")) {
  link.addEventListener("click", (event) => {
    const { frame } = link.dataset
    if (frame === undefined || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    const shown = document.createElement("iframe")
    shown.src = frame
    shown.title = link.querySelector(".embed-title")?.textContent ?? ""
    shown.allow = "fullscreen; encrypted-media; picture-in-picture"
    shown.referrerPolicy = "strict-origin-when-cross-origin"
    shown.setAttribute("sandbox", "allow-scripts allow-same-origin allow-popups allow-presentation")
    link.replaceWith(shown)
    shown.focus()
  })
}

export {}
