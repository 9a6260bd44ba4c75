import { fileURLToPath } from "node:url"
import { defineConfig } from "vitest/config"

const root = fileURLToPath(new URL(".", import.meta.url))

const alias = [
  { find: /^@\//, replacement: root },
  // It throws wherever no bundler has told the server from the client.
  { find: "server-only", replacement: `${root}node_modules/server-only/empty.js` },
]

/** Functions of what they are given: a process reads their modules once for all of its tests. */
const pure = [
  "model",
  "cache",
  "mdx",
  "elements",
  "images",
  "source",
  "rules",
  "feed",
  "site",
  "cli/post",
]
/** Models of figures. */
const models = ["content/**/*.test.ts"]

/** What replaces modules or starts programs has each file for itself. */
const own = ["lib/rules/check.test.ts", "lib/site/write.test.ts"]

// Limits are for what hangs: a machine that is busy may take many times longer.
const limits = {
  testTimeout: 300_000,
  hookTimeout: 300_000,
  expect: { poll: { timeout: 180_000 } },
}

export default defineConfig({
  test: {
    globalSetup: "lib/testing/temporary-folder.ts",
    projects: [
      {
        resolve: { alias },
        test: {
          ...limits,
          name: "pure",
          isolate: false,
          include: [...pure.map((room) => `lib/${room}/**/*.test.ts`), ...models],
          exclude: own,
        },
      },
      {
        resolve: { alias },
        test: {
          ...limits,
          name: "own",
          include: [
            // Those of every other room, of one that is new too.
            `lib/!(${pure.filter((room) => !room.includes("/")).join("|")})/**/*.test.ts`,
            "components/**/*.test.tsx",
            "deploy/**/*.test.ts",
            ...own,
          ],
          exclude: ["lib/cli/post/**"],
        },
      },
    ],
  },
})
