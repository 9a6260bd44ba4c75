import { fileURLToPath } from "node:url"
import { defineConfig } from "vitest/config"

const root = fileURLToPath(new URL(".", import.meta.url))

export default defineConfig({
  resolve: {
    alias: [
      { find: /^@\//, replacement: root },
      // It throws wherever no bundler has told the server from the client.
      { find: "server-only", replacement: `${root}node_modules/server-only/empty.js` },
    ],
  },
  test: {
    testTimeout: 120_000,
    hookTimeout: 120_000,
    include: ["lib/**/*.test.ts", "components/**/*.test.tsx", "deploy/**/*.test.ts"],
  },
})
