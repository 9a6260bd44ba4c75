import type { MetadataRoute } from "next"
import { sitemapAddress } from "@/lib/model/addresses"
import { site } from "@/lib/site/read"

/** Search engines may read everything that is published, and nothing of a preview. */
export default function robots(): MetadataRoute.Robots {
  if (site.environment !== "production") return { rules: { userAgent: "*", disallow: "/" } }
  return { rules: { userAgent: "*", allow: "/" }, sitemap: site.url + sitemapAddress }
}
