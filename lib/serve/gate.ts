import { createHash } from "node:crypto"
import type { ServerResponse } from "node:http"
import { formatShare, parseShare, shareParameter, type Share } from "./share"
import type { Manifest } from "../deliver/manifest"
import { guestAddress, markdownFile } from "../model/addresses"
import { healthAddress, type Answer } from "./answer"

type Gate = {
  secret: string
  manifest: () => Manifest
  /** The name of its host, where several previews have one secret: each has links of its own. */
  host?: string
}

/**
 * Keeps a preview private: lets a request through to `answer` only if it comes with a key that
 * `post share` has made, in its address or, from then on, in a cookie. A key opens the addresses below
 * its scope, and the styles, fonts, scripts and icons that all pages share; and images, whose names
 * nobody can guess who has not been given them by a page.
 *
 * @param answer answers who may see all
 * @param answerGuest answers who may see some of it, from a {@link guestManifest}
 */
export function createGate(
  { secret, manifest, host }: Gate,
  answer: Answer,
  answerGuest: Answer,
): Answer {
  const read = (key: string, now: number) => {
    const share = parseShare(key, secret, now)
    return typeof share === "object" && !isOf(share, host) ? undefined : share
  }
  return (request, response, target) => {
    const now = Date.now()
    const { base, secure, files } = manifest()
    const { address } = target
    if (address === healthAddress) return answer(request, response, target)

    const query = new URLSearchParams(target.query)
    const key = query.get(shareParameter)
    if (key !== null) {
      const share = read(key, now)
      if (typeof share !== "object" || !covers(share, address, base)) {
        return refuse(response, share === "expired" ? "expired" : "altered")
      }
      query.delete(shareParameter)
      response.setHeader("Set-Cookie", cookieOf(share, { secret, base, secure, now }))
      // With two slashes at its beginning it would lead to another host.
      const place = target.path.replace(/^\/+/, "/")
      response.setHeader("Location", query.size > 0 ? `${place}?${query.toString()}` : place)
      response.setHeader("Cache-Control", "no-store")
      return response.writeHead(303).end()
    }

    const shares = keysIn(request.headers.cookie).map((cookie) => read(cookie, now))
    const valid = shares.filter((share) => typeof share === "object")
    const inside = address.startsWith(base) ? address.slice(base.length) : ""
    const common = Object.hasOwn(files, inside) && (files[inside]?.immutable || icon.test(inside))
    if (valid.some((share) => covers(share, `${base}/`, base))) {
      return answer(request, response, target)
    }
    if (valid.some((share) => common || covers(share, address, base))) {
      return answerGuest(request, response, target)
    }
    return refuse(response, shares.includes("expired") ? "expired" : "missing")
  }
}

const guestManifests = new WeakMap<Manifest, Manifest>()

/**
 * A preview for who may not see all of it: posts are as they are for guests, and there is no page that
 * names other drafts, also not in place of one that does not exist.
 */
export function guestManifest(manifest: Manifest): Manifest {
  const known = guestManifests.get(manifest)
  if (known) return known
  const files: Manifest["files"] = {}
  for (const [address, file] of Object.entries(manifest.files)) {
    const guest = manifest.files[guestAddress(address)]
    if (guest) files[address] = guest
    else if (file.policy === undefined && !isText(address)) files[address] = file
  }
  const made = { ...manifest, files }
  guestManifests.set(manifest, made)
  return made
}

/** A text as Markdown is made for who may see everything. */
const isText = (address: string) => address.endsWith(`/${markdownFile}`)

/** The icons of a site, by the names that they have in `public`. */
const icon = /^\/(?:favicon|icon\d*|apple-icon\d*)\.\w+$/

const isOf = ({ scope }: Share, host: string | undefined) =>
  host === undefined || scope.startsWith(`${host}/`)

/**
 * Whether a share opens an address, with or without the slash at its end. One with dots for segments
 * is below none: a proxy may take it for another.
 */
const covers = ({ scope }: Share, address: string, base: string) =>
  `${address}/`.startsWith(base + scope.slice(scope.indexOf("/"))) &&
  !address.split("/").some((segment) => segment === "." || segment === "..")

const cookiePrefix = "share-"

/** A cookie for each scope, so that a second link does not take the first one's place. */
function cookieOf(
  share: Share,
  { secret, base, secure, now }: { secret: string; base: string; secure: boolean; now: number },
): string {
  const name = cookiePrefix + createHash("sha256").update(share.scope).digest("hex").slice(0, 12)
  const attributes = [
    `${name}=${formatShare(share, secret)}`,
    `Path=${base}/`,
    `Max-Age=${Math.floor((share.expires - now) / 1000)}`,
    "HttpOnly",
    "SameSite=Lax",
    ...(secure ? ["Secure"] : []),
  ]
  return attributes.join("; ")
}

const keysIn = (cookie = ""): readonly string[] =>
  cookie
    .split(/; */)
    .filter((pair) => pair.startsWith(cookiePrefix))
    .map((pair) => pair.slice(pair.indexOf("=") + 1))

/** Why a request does not come through, and what its reader can do. */
const refusals = {
  missing: {
    status: 401,
    title: "This preview is private",
    words: "It opens with a link that its author can send you.",
  },
  expired: {
    status: 403,
    title: "This link has expired",
    words: "Its author can send you a new one.",
  },
  altered: {
    status: 403,
    title: "This link does not open this page",
    words: "Part of it may be missing: copy the whole of it, or ask its author for a new one.",
  },
} as const

const style =
  ":root{color-scheme:light dark;background:light-dark(#fbfaf6,#171614);color:light-dark(#1f1d1a,#e8e3d8)}" +
  "body{font:1.125rem/1.6 Georgia,serif;max-width:34rem;margin:20vh auto;padding:0 1.25rem}" +
  "h1{font-size:1.75rem;line-height:1.25;text-wrap:balance}"
const styleHash = createHash("sha256").update(style).digest("base64")

function refuse(response: ServerResponse, why: keyof typeof refusals): void {
  const { status, title, words } = refusals[why]
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><style>${style}</style></head><body><h1>${title}</h1><p>${words}</p></body></html>`
  response.writeHead(status, {
    "Content-Type": "text/html; charset=utf-8",
    "Content-Length": Buffer.byteLength(html),
    "Content-Security-Policy": `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noindex, nofollow",
    ...(status === 401 ? { "WWW-Authenticate": 'Link realm="preview"' } : {}),
  })
  response.end(response.req.method === "HEAD" ? undefined : html)
}
