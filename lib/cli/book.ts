import { mkdir, readFile, writeFile } from "node:fs/promises"
import type { AddressInfo } from "node:net"
import { join, relative } from "node:path"
import { parseArgs } from "node:util"
import { bindBook } from "../book/book"
import { formatEpub } from "../book/epub"
import { printPdf } from "../book/pdf"
import { printedBook } from "../book/print"
import { buildSite, isBuilt } from "../build/build-site"
import { refuseFaultyEnvironment } from "../build/environment"
import { distFolder } from "../model/build-folders.mjs"
import { suggestionOf } from "../model/nearest"
import { siteEnvironment } from "../model/visibility"
import { wordsOf } from "../model/words/words"
import { openSite, refuseUnlisted } from "../serve/live-site"
import { createSiteServer, stopServer } from "../serve/server"
import type { Index } from "../site/site-index"
import { withBrowser } from "./browser"

const usage = `usage: npm run book -- <series> [--only epub|pdf] [--folder books]
  A series as one book, with its outline, references and glossary: an EPUB, and a PDF by Chromium.`

refuseFaultyEnvironment()
const { id, only, folder } = parseCommand()
if (!(await isBuilt()) && !(await buildSite())) process.exit(1)

const index = JSON.parse(await readFile(".partwise/index.json", "utf8")) as Index
const series = index.series.find((one) => one.id === id)
if (!series) {
  const names = index.series.map((one) => one.id)
  refuse(`Unexpected series ${id}, expected one of content/series${suggestionOf(id, names)}`)
}
const site = await openSite(distFolder, {
  refuse: siteEnvironment() === "production" ? refuseUnlisted : undefined,
})
try {
  await mkdir(folder, { recursive: true })
  const book = await bindBook(series, { ...index, base: site.manifest().base, read })
  if (only !== "pdf") await save("epub", formatEpub(book))
  if (only !== "epub") await save("pdf", await print())

  /** Prints what the site's own server sends. */
  async function print(): Promise<Buffer> {
    const server = createSiteServer({ site, run: () => Promise.resolve() })
    await new Promise<void>((done) => server.listen(0, "localhost", done))
    const { base } = site.manifest()
    const pages = await Promise.all(
      book.chapters.map(async ({ title, label, address }) => ({
        title,
        label,
        address: base + address,
        html: String(await read(address)),
      })),
    )
    const html = printedBook(book, pages, {
      contents: wordsOf(book.language).contents,
      site: index.site.url,
    })
    const address = `http://localhost:${(server.address() as AddressInfo).port}${base}/`
    try {
      return await withBrowser((browser) =>
        printPdf(browser, html, { site: address, day: book.changed }),
      )
    } finally {
      await stopServer(server)
    }
  }
} finally {
  site.close()
}

async function read(address: string): Promise<Buffer | undefined> {
  const file = site.manifest().files[decodeURI(address)]
  return file && readFile(join(distFolder, file.path))
}

async function save(format: "epub" | "pdf", bytes: Buffer): Promise<void> {
  const file = join(folder, `${id}.${format}`)
  await writeFile(file, bytes)
  console.log(`${relative(process.cwd(), file)}  ${Math.ceil(bytes.length / 1000)} kB`)
}

function parseCommand() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { only: { type: "string" }, folder: { type: "string", default: "books" } },
    })
    const { only, folder } = values
    const [id, ...others] = positionals
    if (id === undefined || others.length > 0) return refuse("Expected the id of one series")
    if (only !== undefined && only !== "epub" && only !== "pdf") {
      return refuse(`Unexpected --only ${only}, expected epub or pdf`)
    }
    return { id, only, folder }
  } catch (error) {
    return refuse((error as Error).message)
  }
}

function refuse(reason: string): never {
  console.error(`${reason}\n${usage}`)
  process.exit(1)
}
