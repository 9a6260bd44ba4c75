// What comes after it in `enhance.ts` runs once the page is there, whole.

/** Said by `lib/build/enhance.ts`. */
declare const isDevelopment: boolean

// A development server's React takes the whole page over, and must find it as it was sent.
if (isDevelopment) await pageSettled()

// It may come while the page is still read, and what it adds to would be there in part.
if (document.readyState === "loading") {
  await new Promise((done) => document.addEventListener("DOMContentLoaded", done, { once: true }))
}

async function pageSettled() {
  if (document.readyState !== "complete") {
    await new Promise((done) => addEventListener("load", done, { once: true }))
  }
  await new Promise((done) => requestIdleCallback(done))
}

export {}
