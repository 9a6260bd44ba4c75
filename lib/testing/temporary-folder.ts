import { chmodSync, mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"

/** Gives all tests one temporary folder, and takes away what they have left in it. */
export default function setUp(): () => void {
  const folder = mkdtempSync(join(tmpdir(), "partwise-test-"))
  chmodSync(folder, 0o711) // a database that a test starts is not root, and has its folder in it
  process.env["TMPDIR"] = folder
  return () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}
