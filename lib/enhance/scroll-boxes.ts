/** A box whose content fits has nothing to scroll, and is no stop for who goes on with the Tab key. */
const observer = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    const overflows = target.scrollWidth > target.clientWidth
    if (overflows) target.setAttribute("tabindex", "0")
    else target.removeAttribute("tabindex")
  }
})

for (const box of document.querySelectorAll(".prose [role='group'][tabindex]")) {
  observer.observe(box)
}

export {}
