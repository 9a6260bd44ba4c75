import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"

/** Gives all tests one temporary folder, and takes away what they have left in it. */
export default function setUp(): () => void {
  const folder = mkdtempSync(join(tmpdir(), "partwise-test-"))
  process.env["TMPDIR"] = folder
  return () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}
