// Everything that scripts add to pages that work without them: one small module for all of them.

// A development server's React takes the whole page over, and must find it as it was sent.
if (document.querySelector("script[src*='/_next/']")) await pageSettled()

// It may come while the page is still read, and what it adds to would be there in part.
if (document.readyState === "loading") {
  await new Promise((done) => document.addEventListener("DOMContentLoaded", done, { once: true }))
}

await import("./theme-toggle")
await import("./nearest-pages")
await import("../elements/image/enhance")
await import("../elements/code/enhance")
await import("../elements/math/enhance")
await import("../elements/tabs/enhance")
await import("../elements/course-outline/enhance")
await import("./scroll-boxes")
await import("./popover")
await import("../elements/note/enhance")
await import("./progress")
await import("./toc-marker")

async function pageSettled() {
  if (document.readyState !== "complete") {
    await new Promise((done) => addEventListener("load", done, { once: true }))
  }
  await new Promise((done) => requestIdleCallback(done))
}

export {}
