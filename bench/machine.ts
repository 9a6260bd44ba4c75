import { execFileSync } from "node:child_process"
import { readFileSync } from "node:fs"
import { cpus, totalmem } from "node:os"
import { join } from "node:path"
import { findBrowser } from "../lib/cli/browser"
import { root } from "./project"
import type { Tools } from "./tools"

/** What the figures were measured with and on, as a list in Markdown. */
export async function describeRun(tools: Tools): Promise<string> {
  const [cpu] = cpus()
  const memory = Math.round(totalmem() / 2 ** 30)
  const facts = {
    commit: `${outputOf("git", "rev-parse", "--short", "HEAD")}${outputOf("git", "status", "--porcelain") === "" ? "" : ", with changes"}`,
    machine: `${cpus().length} cores (${cpu?.model.trim()}), ${memory} GiB, ${process.platform} ${process.arch}`,
    ours: `Node ${process.versions.node}, Next.js ${versionOf("next")}, React ${versionOf("react")}`,
    theirs: `Astro ${tools.astroVersion} with @astrojs/mdx ${tools.mdxVersion}, on Node ${tools.nodeVersion}`,
    chromium: outputOf(await findBrowser(), "--version").replace(/^Chromium /, ""),
    lighthouse: tools.lighthouseVersion,
    nginx: outputOf("nginx", "-v").replace(/^nginx version: nginx\//, "") || "none",
  }
  return Object.entries(facts)
    .map(([name, fact]) => `* ${name}: ${fact}`)
    .join("\n")
}

const versionOf = (name: string) =>
  (
    JSON.parse(readFileSync(join(root, "node_modules", name, "package.json"), "utf8")) as {
      version: string
    }
  ).version

/** What a program prints, on either channel; nothing where it is missing. */
function outputOf(program: string, ...args: readonly string[]): string {
  try {
    const command = [program, ...args].map((word) => `'${word}'`).join(" ")
    return execFileSync("sh", ["-c", `${command} 2>&1`], { cwd: root, encoding: "utf8" })
      .trim()
      .split("\n")
      .at(-1)!
  } catch {
    return ""
  }
}
