import type { MetadataRoute } from "next"
import { site } from "@/lib/content/read"

/** Search engines may read everything that is published, and nothing of a preview. */
export default function robots(): MetadataRoute.Robots {
  const rule = site.environment === "production" ? { allow: "/" } : { disallow: "/" }
  return { rules: { userAgent: "*", ...rule } }
}
