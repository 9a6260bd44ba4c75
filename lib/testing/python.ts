import { execFileSync } from "node:child_process"
import { exitOf, startProgram } from "../build/program"

/** Debian's own beside the first of the path, which may lack what Debian's has. */
const candidates = ["python3", "/usr/bin/python3"]

/** A Python with NumPy, if there is one. */
export const findPython = (): string | undefined => candidates.find(hasNumpy)

function hasNumpy(python: string): boolean {
  try {
    execFileSync(python, ["-c", "import numpy"], { stdio: "ignore" })
    return true
  } catch {
    return false
  }
}

/** Installs Python with NumPy where there is none, and this is root on Debian. */
export async function installPython(): Promise<void> {
  if (findPython() !== undefined || process.getuid?.() !== 0) return
  console.log("Installing Python with NumPy …")
  try {
    await exitOf(startProgram("apt-get", ["update", "-qq"]))
    await exitOf(startProgram("apt-get", ["install", "-y", "-qq", "python3-numpy"]))
  } catch (error) {
    console.error(error) // what needs it is skipped, and says so
  }
}
