import { defineConfig } from "@playwright/test"

const port = 3210
/** A second site, with the pages that only tests visit, below a path. */
const fixtureUrl = `http://localhost:${port + 1}/blog`
// Headless, without the services that Chromium otherwise asks of its maker's hosts.
const quiet = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
]

export default defineConfig({
  testDir: "e2e",
  fullyParallel: true,
  forbidOnly: true,
  workers: 2,
  timeout: 60_000,
  use: {
    baseURL: `http://localhost:${port}`,
    launchOptions: { executablePath: process.env["CHROMIUM_PATH"], args: quiet },
    trace: "retain-on-failure",
  },
  webServer: [server(port, {}), server(port + 1, { FIXTURE: "1", SITE_URL: fixtureUrl })],
})

function server(port: number, env: Record<string, string>) {
  return {
    command: "node lib/cli/run.mjs start",
    env: { ...env, PORT: String(port) },
    url: `http://localhost:${port}/healthz`,
    timeout: 240_000,
    gracefulShutdown: { signal: "SIGTERM" as const, timeout: 5_000 },
  }
}
