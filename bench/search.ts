import { cp, readdir, readFile, rm, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { brotliCompressSync } from "node:zlib"
import type { Browser, Page } from "@playwright/test"
import { withBrowser } from "../lib/cli/browser"
import { measureSuccess } from "./measure"
import { copyProject, copySite, removeFolder, root, temporaryFolder } from "./project"
import { freePort, startServer } from "./server"
import { atLeast, atMost, formatMilliseconds, formatSeconds, type Row, type Section } from "./table"
import type { Tools } from "./tools"

/** How many pages of an answer a reader looks at. */
const first = 3

/** What a first answer may cost, in bytes on the wire, by the number of posts. */
const budgets: Readonly<Record<number, number>> = { 100: 25_000, 1000: 60_000, 10_000: 150_000 }

/** What two readers look for, one letter after the other. */
const typed = ["softmax", "learning rate"] as const

/** Our search beside Pagefind's, on the same pages: what each finds, and what an answer costs. */
export async function benchSearch(
  { posts: sizes }: { posts: readonly number[] },
  tools: Tools,
): Promise<Section> {
  const rows = await withBrowser(async (browser) => {
    const rows = await recallRows(browser, tools)
    for (const posts of sizes) rows.push(...(await costRows(browser, posts, tools)))
    return rows
  })
  return {
    title: "Search",
    rows,
    remarks: [
      `Recall: of the queries in \`lib/search/queries.txt\`, half of them misspelt, those that lead to a place that was wanted among the first ${first} pages.`,
      "Bytes on the wire of all that a search loads, its script among it: ours in brotli, as our server sends it; Pagefind's files are compressed by itself, and its script in brotli.",
      "Pagefind is given what is in #content of each page, and runs without a policy: with ours its WebAssembly is refused.",
      "Time of a query: from the last letter to the results in the page; of Pagefind, to the first three with their excerpts.",
    ],
  }
}

type Site = {
  dist: string
  ours: string
  theirs: string
  stop: () => Promise<void>
  seconds: number
}

/** A finished site with our search, and a copy of its pages with Pagefind's. */
async function serve(folder: string, tools: Tools): Promise<Site> {
  const env = { NEXT_TELEMETRY_DISABLED: "1", NODE_ENV: undefined, SITE_ENV: undefined }
  await measureSuccess("npm", ["run", "build"], { cwd: folder, env })
  const dist = join(folder, "dist")
  const copy = await temporaryFolder("pagefind")
  await cp(dist, copy, {
    recursive: true,
    filter: (file) => !/\.(?:br|gz)$|\/(?:search|_next|images|cards)(?:\/|$)/.test(file),
  })
  const asked = await temporaryFolder("asked")
  const { seconds } = await measureSuccess(
    tools.node,
    [
      tools.pagefind,
      "--site",
      copy,
      "--root-selector",
      "#content",
      "--output-path",
      join(asked, "pagefind"),
    ],
    { cwd: root },
  )
  await writeFile(join(asked, "blank.html"), "<!doctype html><title>Search</title>")
  const [port, other] = [await freePort(), await freePort()]
  const ours = await startServer(["npm", "start"], {
    cwd: folder,
    port,
    env: { ...env, PORT: String(port) },
    patience: 300,
  })
  const theirs = await startServer(
    [process.execPath, "--import", "tsx", "bench/static-files.ts", asked, String(other)],
    { cwd: root, port: other, path: "/blank.html", patience: 300 },
  )
  const stop = async () => {
    await ours.stop()
    await theirs.stop()
    await removeFolder(folder)
    for (const one of [copy, asked]) await rm(one, { recursive: true })
  }
  return { dist, ours: ours.origin, theirs: theirs.origin, stop, seconds }
}

async function recallRows(browser: Browser, tools: Tools): Promise<Row[]> {
  const site = await serve(await copySite(), tools)
  const text = await readFile(join(root, "lib/search/queries.txt"), "utf8")
  const queries = text
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => line.split(" > "))
  const [page, other] = [await browser.newPage(), await browser.newPage()]
  await page.goto(site.ours + pages.ours, { waitUntil: "networkidle" })
  await other.goto(site.theirs + pages.theirs)
  const found = { ours: 0, theirs: 0 }
  for (const [query = "", wanted = ""] of queries) {
    const isFound = (shown: readonly string[]) =>
      wanted
        .split(" ")
        .some((address) => shown.some((one) => one === address || one.startsWith(`${address}#`)))
    if (isFound((await askOurs(page, query)).shown)) found.ours++
    if (isFound((await askTheirs(other, query)).shown)) found.theirs++
  }
  await Promise.all([page.close(), other.close()])
  await site.stop()
  return [
    {
      what: `recall of ${queries.length} queries`,
      ours: `${found.ours}`,
      other: { name: "Pagefind", figure: `${found.theirs}` },
      ratio: found.ours / found.theirs,
      goal: atLeast(Math.max(90, found.theirs), found.ours, "≥ 90, and no fewer"),
    },
  ]
}

async function costRows(browser: Browser, posts: number, tools: Tools): Promise<readonly Row[]> {
  const site = await serve(await copyProject(posts), tools)
  const [page, other] = [await browser.newPage(), await browser.newPage()]
  const ours = await costsOf(page, site.ours + pages.ours, (query) => askOurs(page, query))
  const theirs = await costsOf(other, site.theirs + pages.theirs, (query) =>
    askTheirs(other, query),
  )
  await Promise.all([page.close(), other.close()])
  const index = await sizeOf(join(site.dist, "search"))
  await site.stop()
  const size = `${posts.toLocaleString("en")} posts`
  const row = (what: string, mine: number, their: number, goal?: Row["goal"]): Row => ({
    what: `${size}: ${what}`,
    ours: formatKilobytes(mine),
    other: { name: "Pagefind", figure: formatKilobytes(their) },
    ratio: mine / their,
    goal,
  })
  const most = budgets[posts]
  return [
    { what: `${size}: all files of the index, brotli`, ours: formatKilobytes(index) },
    row(
      "first answer",
      ours.firstBytes,
      theirs.firstBytes,
      most === undefined ? undefined : atMost(most, ours.firstBytes, `≤ ${most / 1000} kB`),
    ),
    row("next answer", ours.nextBytes, theirs.nextBytes),
    {
      what: `${size}: time of a letter, once its files are there`,
      ours: formatMilliseconds(ours.letter),
      other: { name: "Pagefind", figure: formatMilliseconds(theirs.letter) },
      ratio: ours.letter / theirs.letter,
      goal: atMost(50, ours.letter, "≤ 50 ms"),
    },
    {
      what: `${size}: time to make Pagefind's index`,
      ours: "",
      other: { name: "Pagefind", figure: formatSeconds(site.seconds) },
    },
  ]
}

type Answer = { shown: readonly string[]; milliseconds: number }
type Costs = { firstBytes: number; nextBytes: number; letter: number }

/** What a search loads: its script and its files, and not the page that it is on. */
const ofSearch = /\/(?:search|pagefind)\/[^/]|\/enhance\/search-|\/index\.md$/

/** No file is on its way when none has come for so long, in milliseconds. */
const quiet = 1000

async function costsOf(
  page: Page,
  address: string,
  ask: (query: string) => Promise<Answer>,
): Promise<Costs> {
  let bytes = 0
  page.on("requestfinished", (request) => {
    if (!ofSearch.test(request.url())) return
    void request.sizes().then(({ responseBodySize }) => (bytes += responseBodySize))
  })
  const cost = async (query: string) => {
    const before = bytes
    await ask(query)
    await page.waitForTimeout(quiet)
    return bytes - before
  }
  await page.goto(address, { waitUntil: "networkidle" })
  const script = bytes
  const [one, two] = typed
  const firstBytes = script + (await cost(one))
  const nextBytes = await cost(two)
  const times: number[] = []
  for (let length = 3; length <= two.length; length++) {
    await cost(two.slice(0, length)) // its files come
    times.push((await ask(two.slice(0, length))).milliseconds)
  }
  return { firstBytes, nextBytes, letter: times.toSorted((a, b) => a - b)[times.length >> 1] ?? 0 }
}

/** Where each can be asked. */
const pages = { ours: "/search/", theirs: "/blank.html" }

async function askOurs(page: Page, query: string): Promise<Answer> {
  return page.evaluate(
    async ([text, count]) => {
      const field = document.querySelector<HTMLInputElement>("site-search input[type=search]")
      const list = document.querySelector("ol.search-results")
      if (!field || !list) throw new Error("Unexpected page, expected a search")
      const write = (words: string) => {
        field.value = words
        field.dispatchEvent(new InputEvent("input", { bubbles: true }))
      }
      const settled = async () => {
        while (list.getAttribute("aria-busy") !== "false") {
          await new Promise((done) =>
            new MutationObserver(done).observe(list, { attributes: true }),
          )
        }
      }
      if (field.value === text) write("")
      const start = performance.now()
      write(text)
      await settled()
      const milliseconds = performance.now() - start
      const shown = Array.from(list.children)
        .slice(0, count)
        .flatMap((item) => Array.from(item.querySelectorAll("a")))
        .map(({ pathname, hash }) => pathname + hash.replace(/:~:.*/, "").replace(/^#$/, ""))
      return { shown, milliseconds }
    },
    [query, first] as const,
  )
}

/** What Pagefind's script gives (its types are in no package that we have). */
type Pagefind = {
  search: (query: string) => Promise<{
    results: readonly {
      data: () => Promise<{ url: string; sub_results: readonly { url: string }[] }>
    }[]
  }>
}

async function askTheirs(page: Page, query: string): Promise<Answer> {
  return page.evaluate(
    async ([text, count]) => {
      const script = "/pagefind/pagefind.js"
      const pagefind = (await import(script)) as Pagefind
      const start = performance.now()
      const { results } = await pagefind.search(text)
      const data = await Promise.all(results.slice(0, count).map((one) => one.data()))
      const milliseconds = performance.now() - start
      const shown = data.flatMap(({ url, sub_results: places }) => [
        url,
        ...places.map((place) => place.url),
      ])
      return { shown, milliseconds }
    },
    [query, first] as const,
  )
}

async function sizeOf(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  let size = 0
  for (const entry of entries) {
    if (!entry.isFile() || !/\.(?:json|txt)$/.test(entry.name)) continue
    size += brotliCompressSync(await readFile(join(entry.parentPath, entry.name))).length
  }
  return size
}

const formatKilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`
