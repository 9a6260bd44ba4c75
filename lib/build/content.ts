import { madeImages } from "../images/made-images"
import { writeCards } from "../cards/cards"
import { prepareComponents } from "../components/components"
import { checkContent } from "../rules/check"
import { writeSearch } from "../search/write"
import { clearContent, createWriter } from "../site/write"
import { Reader } from "../source/reader"
import { writeEnhancements } from "./enhance"
import { refuseFaultyEnvironment } from "./environment"
import { writeFonts } from "./fonts"
import { writeMarkdown } from "./markdown"
import { writePreviews } from "./previews"
import { reportLacking, reportProblems, reportWeights } from "./report"

// A program of its own: what it has read of ten thousand posts leaves the memory before Next.js starts.
refuseFaultyEnvironment()
const root = process.cwd()

if (await writeContent()) {
  const [lacking] = await Promise.all([
    writeCards(root),
    writeSearch(root),
    writeMarkdown(root),
    writePreviews(root),
    writeFonts(root),
  ])
  reportLacking(lacking)
} else process.exitCode = 1

/** Reads, checks and writes the content. All that was read goes with it: what follows needs the room. */
async function writeContent(): Promise<boolean> {
  const reader = new Reader(root, { compile: true })
  try {
    const content = await reader.read()
    const components = await prepareComponents(root, content)
    const { problems } = components
    const checked = await checkContent(content, { components: problems })
    if (!(await reportProblems(root, checked))) return false
    await writeEnhancements()
    await clearContent(root)
    const writer = createWriter(root, madeImages(root), (path) => reader.compiledOf(path))
    await writer.write(content, components.frameOf)
    reportWeights(await components.writeScripts(root))
    return true
  } finally {
    await reader.close()
  }
}
