import { problemAt, type Problem } from "../model/problem"
import { externalLinksOf } from "../elements/link/external"
import type { Documents } from "../model/documents"

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
