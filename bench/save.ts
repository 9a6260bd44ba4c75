import { readFile, writeFile } from "node:fs/promises"
import { join } from "node:path"
import type { Browser, Page } from "@playwright/test"
import { astroEnvironment, createAstro } from "./astro"
import { withBrowser } from "../lib/cli/browser"
import { postAddress } from "./pair"
import { longPost, slugAt } from "./posts"
import { copyProject, removeFolder } from "./project"
import { freePort, startServer, type Server } from "./server"
import { atMost, formatMilliseconds, quantileOf, type Row, type Section } from "./table"
import type { Tools } from "./tools"

const sizes = [10, 1000] as const
const saves = 20
const savesToWarmUp = 3

/** After so many milliseconds, a save has not arrived. */
const patience = 20_000

/** Between seeing one save and making the next, in milliseconds. */
const pause = 1000

/** In development: from saving a post to its new text standing in the page of an open browser. */
export async function benchSave(tools: Tools): Promise<Section> {
  const rows = await withBrowser(async (browser) => {
    const rows: Row[] = []
    for (const posts of sizes) {
      const development = await developOurs(posts)
      const ours = await latenciesOf(browser, development)
      if (posts === 1000) rows.push(...(await dataRows(browser, development)))
      await close(development)
      const astro = await developTheirs(posts, tools)
      const theirs = await latenciesOf(browser, astro)
      await close(astro)
      rows.push(...rowsOf(posts, ours, theirs))
    }
    return rows
  })
  return {
    title: "From saving a post to seeing it, in development",
    rows,
    remarks: [
      `${saves} saves of the long post after ${savesToWarmUp} to warm up, ${pause} ms apart; from before the file is written to the mutation of the open page's DOM.`,
    ],
  }
}

type Development = { server: Server; file: string; folder: string }

async function developOurs(posts: number): Promise<Development> {
  const folder = await copyProject(posts)
  const port = await freePort()
  const env = { PORT: String(port), HOST: "localhost", NEXT_TELEMETRY_DISABLED: "1" }
  const server = await startServer(["npm", "run", "dev"], {
    cwd: folder,
    port,
    env: { ...env, NODE_ENV: undefined, SITE_ENV: undefined },
    patience: 300,
    path: postAddress,
  })
  return { server, folder, file: join(folder, "content/posts", slugAt(longPost), "index.mdx") }
}

async function developTheirs(posts: number, tools: Tools): Promise<Development> {
  const folder = await createAstro(posts, tools)
  const port = await freePort()
  const server = await startServer(
    [tools.node, tools.astro, "dev", "--port", String(port), "--host", "localhost"],
    { cwd: folder, port, env: astroEnvironment, patience: 300, path: postAddress },
  )
  return { server, folder, file: join(folder, `src/content/posts/${slugAt(longPost)}.mdx`) }
}

/** Milliseconds that each save took to be seen; one that was not seen takes forever. */
async function latenciesOf(
  browser: Browser,
  { server, file }: Development,
  { count = saves, before = () => Promise.resolve() } = {},
): Promise<readonly number[]> {
  const page = await browser.newPage()
  const seen = await watchMarkers(page)
  await page.goto(server.origin + postAddress, { timeout: 120_000 })
  await page.waitForTimeout(3000)

  const text = await readFile(file, "utf8")
  const latencies: number[] = []
  for (let save = -savesToWarmUp; save < count; save++) {
    const marker = `Saved${String(save + savesToWarmUp).padStart(3, "0")}`
    const arrival = seen(marker)
    const start = performance.now()
    if (save >= 0) await before()
    await writeFile(file, text.replace("\n\n## ", `\n\n${marker} is what this save says.\n\n## `))
    const arrived = await arrival
    if (save >= 0) latencies.push(arrived - start)
    await page.waitForTimeout(pause)
  }
  await writeFile(file, text)
  await page.close()
  return latencies
}

async function close({ server, folder }: Development): Promise<void> {
  await server.stop()
  await removeFolder(folder)
}

/** Files that say something of all posts: a change to one must not compile any of them again. */
const dataFiles = ["words.txt", "glossary.yaml", "references.bib"]

/** From saving one of these files, and right after it a post, to seeing the post: both are taken up. */
async function dataRows(browser: Browser, development: Development): Promise<readonly Row[]> {
  const rows: Row[] = []
  for (const name of dataFiles) {
    const data = join(development.folder, "content", name)
    const before = await readFile(data, "utf8")
    const [latency = Infinity] = await latenciesOf(browser, development, {
      count: 1,
      before: () => writeFile(data, before.replace("oftmax", "oftMax").replace("2015", "2016")),
    })
    const ours = formatLatency(latency)
    rows.push({ what: `${name} and a post saved`, ours, goal: atMost(1000, latency, "≤ 1 s") })
    await writeFile(data, before)
  }
  return rows
}

/** Runs in every document that the page loads, so also after a full reload. */
const reportMarkers = `{
  let last
  const look = () => {
    const text = document.querySelector(".prose")?.textContent ?? ""
    const marker = /Saved\\d{3}/.exec(text)?.[0]
    if (marker === undefined || marker === last) return
    last = marker
    markerSeen(marker)
  }
  const options = { childList: true, subtree: true, characterData: true }
  new MutationObserver(look).observe(document, options)
}`

/** @returns a function that resolves with the time at which a marker stood in the page's text */
async function watchMarkers(page: Page): Promise<(marker: string) => Promise<number>> {
  const waiting = new Map<string, (time: number) => void>()
  await page.exposeFunction("markerSeen", (marker: string) => {
    waiting.get(marker)?.(performance.now())
    waiting.delete(marker)
  })
  await page.addInitScript({ content: reportMarkers })
  return (marker) =>
    new Promise((resolve) => {
      const timer = setTimeout(() => resolve(Infinity), patience)
      waiting.set(marker, (time) => {
        clearTimeout(timer)
        resolve(time)
      })
    })
}

function rowsOf(posts: number, ours: readonly number[], theirs: readonly number[]): readonly Row[] {
  const row = (name: string, share: number): Row => {
    const [mine, other] = [quantileOf(ours, share), quantileOf(theirs, share)]
    return {
      what: `${posts.toLocaleString("en")} posts: ${name}`,
      ours: formatLatency(mine),
      other: { name: "Astro", figure: formatLatency(other) },
      ratio: Number.isFinite(mine / other) ? mine / other : undefined,
      goal: posts === 1000 && share === 0.5 ? atMost(250, mine, "≤ 250 ms") : undefined,
      remark: lossOf("ours", ours) ?? lossOf("Astro", theirs),
    }
  }
  return [row("p50", 0.5), row("p95", 0.95)]
}

/** Saves that were not seen in time, of which a median says nothing. */
function lossOf(whose: string, latencies: readonly number[]): string | undefined {
  const lost = latencies.filter((latency) => latency === Infinity).length
  return lost > 0 ? `${whose}: ${lost} of ${latencies.length} saves not seen` : undefined
}

const formatLatency = (milliseconds: number) =>
  Number.isFinite(milliseconds) ? formatMilliseconds(milliseconds) : `never (${patience / 1000} s)`
