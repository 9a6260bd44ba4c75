import type { Site } from "@/lib/model/site"

type Props = { site: Site; title: string; address: string }

/** Lets readers of feeds find one, from the head of a page. That of a preview is not to be followed. */
export function FeedDiscovery({ site, title, address }: Props) {
  if (site.environment !== "production") return null
  return <link rel="alternate" type="application/atom+xml" title={title} href={address} />
}
