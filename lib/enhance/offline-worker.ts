import { keep, keptList, keptSources } from "./offline-store"

// The service worker of readers who keep a series on their device: it answers from what is kept where there
// is no network, and from the network otherwise. The site does without it.

/** What is known of a service worker here: the types of browsers' pages are others. */
type WorkerEvent = Event & { waitUntil: (work: Promise<unknown>) => void }
type FetchEvent = WorkerEvent & {
  request: Request
  respondWith: (answer: Promise<Response>) => void
}
declare const self: {
  addEventListener: ((type: "fetch", listen: (event: FetchEvent) => void) => void) &
    ((type: "install" | "activate", listen: (event: WorkerEvent) => void) => void)
  skipWaiting: () => Promise<void>
  clients: { claim: () => Promise<void> }
  registration: { scope: string }
}

/** A network that is there and does not answer is none: in milliseconds, where something is kept. */
const patience = 4000

const immutable = /\/(?:_next\/static|enhance|components|images)\//

self.addEventListener("install", (event) => event.waitUntil(self.skipWaiting()))
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()))

self.addEventListener("fetch", (event) => {
  const { method, url, mode } = event.request
  if (method !== "GET" || !url.startsWith(self.registration.scope)) return
  event.respondWith(answer(event.request))
  if (mode === "navigate") event.waitUntil(renew(new URL(url).pathname).catch(() => undefined))
})

async function answer(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url)
  const kept = await caches.match(pathname, { ignoreVary: true })
  if (!kept) return fetch(request)
  if (immutable.test(pathname)) return kept
  const late = new Promise<undefined>((done) => setTimeout(done, patience))
  const found = await Promise.race([fetch(request).catch(() => undefined), late])
  return !found || found.status >= 500 ? kept : found
}

/** A new release replaces what is kept, once a reader is on a page of it. */
async function renew(pathname: string): Promise<void> {
  const base = new URL(self.registration.scope).pathname.replace(/\/$/, "")
  for (const source of await keptSources()) {
    const list = await keptList(source)
    if (list?.files.some(({ address }) => base + address === pathname)) await keep(source, base)
  }
}
