import mdx from "@astrojs/mdx"
import { defineConfig } from "astro/config"

export default defineConfig({
  site: "https://partwise.example",
  trailingSlash: "always",
  integrations: [mdx()],
  devToolbar: { enabled: false },
})
