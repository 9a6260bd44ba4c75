import { defineConfig } from "@playwright/test"
import { fixture, port } from "./e2e/site"
import { quietFlags } from "./lib/cli/browser"

export default defineConfig({
  testDir: "e2e",
  testMatch: "*.spec.ts", // and not what tests the models of a demo that has moved there
  fullyParallel: true,
  forbidOnly: true,
  workers: 2,
  // Limits are for what hangs: a machine that is busy may take many times longer.
  timeout: 900_000,
  expect: { timeout: 180_000 },
  use: {
    baseURL: `http://localhost:${port}`,
    launchOptions: { executablePath: process.env["CHROMIUM_PATH"], args: [...quietFlags] },
    trace: "retain-on-failure",
  },
  webServer: [
    server(port, {}),
    // What only tests visit has the demo for its content.
    ...(process.env["ANY_SITE"] ? [] : [server(port + 1, { FIXTURE: "1", SITE_URL: fixture })]),
  ],
})

function server(port: number, env: Record<string, string>) {
  return {
    command: "node lib/cli/run.mjs start",
    env: { ...env, PORT: String(port) },
    url: `http://localhost:${port}/healthz`,
    timeout: 900_000,
    gracefulShutdown: { signal: "SIGTERM" as const, timeout: 5_000 },
  }
}
