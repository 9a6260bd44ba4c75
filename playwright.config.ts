import { defineConfig } from "@playwright/test"

const port = 3210
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
  webServer: {
    command: "node lib/cli/run.mjs start",
    env: { PORT: String(port) },
    url: `http://localhost:${port}`,
    gracefulShutdown: { signal: "SIGTERM", timeout: 5_000 },
  },
})
