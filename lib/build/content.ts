import { writeContent } from "../site/write"
import { madeImages } from "../images/made-images"
import { writeEnhancements } from "./enhance"
import { writeFonts } from "./fonts"
import { reportProblems } from "./report"

// A program of its own: what it has read of ten thousand posts leaves the memory before Next.js starts.
const sound = await reportProblems(process.cwd())
if (sound) {
  await writeEnhancements()
  await writeContent(process.cwd(), madeImages(process.cwd()))
  await writeFonts(process.cwd())
}
process.exitCode = sound ? 0 : 1
