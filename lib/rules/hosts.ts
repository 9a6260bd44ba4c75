import { problemAt, type Problem } from "../model/problem"
import type { Documents } from "./documents"
import type { Reference } from "../source/mdx"

type ExternalLink = Reference & { file: string }

/** The links to other sites, without what comes after #, which no server sees. */
export const externalLinksOf = ({ posts, pages }: Documents): readonly ExternalLink[] =>
  [...posts.values(), ...pages.values()].flatMap(({ file, links, images }) =>
    [...links, ...images]
      .filter(({ url }) => /^https?:\/\//i.test(url) && URL.canParse(url))
      .map(({ url, place }) => ({ file, place, url: url.replace(/#.*/s, "") })),
  )

/** Nothing links to a host that the site's configuration denies, say one inside a company. */
export function* deniedHosts(documents: Documents): Generator<Problem> {
  const denied = documents.deniedHosts ?? []
  for (const { file, url, place } of externalLinksOf(documents)) {
    const { hostname } = new URL(url)
    const rule = denied.find((host) => hostname === host || hostname.endsWith(`.${host}`))
    if (rule === undefined) continue
    const reason = `Unexpected link to ${hostname}, expected none to ${rule}: content/site.yaml denies it`
    yield problemAt(file, place, reason, "link-denied")
  }
}
