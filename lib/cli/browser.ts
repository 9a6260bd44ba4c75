import { existsSync } from "node:fs"
import { delimiter, join } from "node:path"
import { chromium, type Browser } from "@playwright/test"
import { exitOf, scriptOf, startProgram, startScript } from "../build/program"

const names = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"]

/**
 * A Chromium to test with: the one that `CHROMIUM_PATH` names, one that is installed, else one that
 * Playwright or, for root on Debian, apt installs.
 *
 * @returns its path
 * @throws Error if there is none and none can be had
 */
export async function findBrowser(): Promise<string> {
  const present = findInstalled()
  if (present !== undefined) return present

  console.log("Installing Chromium …")
  await exitOf(startScript(scriptOf("@playwright/test", "playwright"), ["install", "chromium"]))
  if (findInstalled() === undefined && process.getuid?.() === 0) {
    await exitOf(startProgram("apt-get", ["update", "-qq"]))
    await exitOf(startProgram("apt-get", ["install", "-y", "-qq", "chromium"]))
  }
  const installed = findInstalled()
  if (installed !== undefined) return installed
  throw new Error(
    "Unexpected absence of Chromium, expected it installed or CHROMIUM_PATH to name it",
  )
}

function findInstalled(): string | undefined {
  const named = process.env["CHROMIUM_PATH"]
  if (named !== undefined && named !== "") return named
  const folders = (process.env["PATH"] ?? "").split(delimiter)
  const paths = names.flatMap((name) => folders.map((folder) => join(folder, name)))
  return [...paths, chromium.executablePath()].find((path) => existsSync(path))
}

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
