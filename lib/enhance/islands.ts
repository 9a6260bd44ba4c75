// Starts React on a page with islands when one comes near, once. The build has put the framework's
// scripts aside as data: lib/deliver/page.ts.

type Deferred = {
  scripts: readonly string[]
  flight: readonly unknown[]
  entries: readonly unknown[]
}

const data = document.querySelector("script[data-deferred]")
const islands = document.querySelectorAll("[data-island]")
const gestures = ["pointerover", "pointerdown", "focusin", "keydown", "touchstart"] as const

let started = false

function start() {
  if (started || !data) return
  started = true
  nearness.disconnect()
  for (const island of islands) {
    for (const gesture of gestures) island.removeEventListener(gesture, start)
  }

  const { scripts, flight, entries } = JSON.parse(data.textContent) as Deferred
  Object.assign(globalThis, { __next_f: flight, TURBOPACK: entries })
  for (const src of scripts) {
    const script = document.createElement("script")
    script.src = src
    script.async = false // in the order of the page
    document.head.append(script)
  }
}

/** An island is near within one screen above or below what is shown. */
const nearness = new IntersectionObserver(
  (entries) => {
    if (entries.some(({ isIntersecting }) => isIntersecting)) start()
  },
  { rootMargin: "100% 0px" },
)

if (data) {
  for (const island of islands) {
    nearness.observe(island)
    for (const gesture of gestures) island.addEventListener(gesture, start, { passive: true })
  }
}

export {}
