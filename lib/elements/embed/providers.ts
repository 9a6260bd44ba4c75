/** A page of another site that a frame can show, and the address of what the frame loads. */
type Provider = { hosts: RegExp; frame: (url: URL) => string | undefined }

const providers: readonly Provider[] = [
  {
    hosts: /^(?:(?:www|m|music)\.)?youtube(?:-nocookie)?\.com$|^youtu\.be$/,
    frame({ hostname, pathname, searchParams }) {
      const [, named] = /^\/(?:embed|shorts|live|v)\/([\w-]+)/.exec(pathname) ?? []
      const id =
        named ?? searchParams.get("v") ?? (hostname === "youtu.be" ? pathname.slice(1) : "")
      if (!/^[\w-]{6,}$/.test(id)) return undefined
      const start = /^(\d+)s?$/.exec(searchParams.get("t") ?? searchParams.get("start") ?? "")?.[1]
      return `https://www.youtube-nocookie.com/embed/${id}${start === undefined ? "" : `?start=${start}`}`
    },
  },
  {
    hosts: /^(?:www\.|player\.)?vimeo\.com$/,
    frame({ pathname }) {
      const [id] = /\d{5,}/.exec(pathname) ?? []
      return id === undefined ? undefined : `https://player.vimeo.com/video/${id}?dnt=1`
    },
  },
]

/** Posts and snippets of other sites, whose frames follow readers: they stay links. */
const linked = /^(?:(?:www\.|mobile\.)?(?:x|twitter)\.com|bsky\.app|gist\.github\.com)$/

/** Posts of Mastodon and its kin, on any host. */
const mastodon = /^\/@[^/]+\/\d+\/?$/

/** What becomes of an address that is to be shown. */
export type Shown =
  /** In a frame, once a reader asks for it. */
  | { frame: string }
  /** In a frame, if the site's owner trusts the host. */
  | { frame: string; host: string }
  /** As a link. */
  | "link"

/** How an address is shown; undefined where it is none of a page. */
export function findShown(src: string): Shown | undefined {
  if (!URL.canParse(src)) return undefined
  const url = new URL(src)
  const { protocol, hostname, username, pathname } = url
  if (protocol !== "https:" || username !== "" || !/^[\w.-]+$/.test(hostname)) return undefined
  for (const { hosts, frame } of providers) {
    if (!hosts.test(hostname)) continue
    const address = frame(url)
    return address === undefined ? "link" : { frame: address }
  }
  if (linked.test(hostname) || mastodon.test(pathname)) return "link"
  return { frame: url.href, host: hostname }
}
