import type { MetadataRoute } from "next"
import { site } from "@/lib/site/read"

/** What a phone needs to keep the site among its apps. Its icons are in `public`. */
const manifest = (): MetadataRoute.Manifest => ({
  name: site.name,
  description: site.description,
  lang: site.language,
  start_url: "./",
  display: "minimal-ui",
  background_color: "#fbfaf6",
  theme_color: "#fbfaf6",
  icons: [
    { src: "icon.svg", sizes: "any", type: "image/svg+xml" },
    { src: "icon192.png", sizes: "192x192", type: "image/png" },
    { src: "icon512.png", sizes: "512x512", type: "image/png" },
  ],
})

export default manifest
