import { chromium, type Browser } from "@playwright/test"
import { findBrowser } from "../lib/cli/browser"

/** Headless, without the services that Chromium otherwise asks of its maker's hosts. */
export const quietFlags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
] as const

/** Runs what needs a browser, and closes the browser after it. */
export async function withBrowser<Result>(run: (browser: Browser) => Promise<Result>) {
  const executablePath = await findBrowser()
  const browser = await chromium.launch({ executablePath, args: [...quietFlags] })
  try {
    return await run(browser)
  } finally {
    await browser.close()
  }
}
