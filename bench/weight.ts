import { brotliCompressSync } from "node:zlib"
import type { Browser } from "@playwright/test"
import { withBrowser } from "../lib/cli/browser"
import { postAddress, startPair } from "./pair"
import { atMost, formatKilobytes, type Row, type Section } from "./table"
import type { Tools } from "./tools"

const kinds = ["html", "css", "script", "font", "image", "other"] as const
type Kind = (typeof kinds)[number]

/** What the browser's DevTools protocol calls them. */
const kindOf: Record<string, Kind> = {
  Document: "html",
  Stylesheet: "css",
  Script: "script",
  Font: "font",
  Image: "image",
}

/** A file that a page load brought. */
type Load = {
  kind: Kind
  address: string
  /** Bytes that came over the wire, response headers included. */
  wire: number
  /** How many of these the response headers are. */
  headers: number
  /** Its body, in brotli 11 where it is text. */
  brotli: number
  encoding: string
}

/** Bytes that loading a page costs, by kind, from a real browser with an empty cache. */
export async function benchWeight(tools: Tools): Promise<Section> {
  const { ours, theirs } = await startPair(tools)
  return withBrowser(async (browser) => {
    const rows: Row[] = []
    for (const [name, address] of Object.entries({ "long post": postAddress, home: "/" })) {
      const mine = await loadsOf(browser, ours.origin + address)
      const other = await loadsOf(browser, theirs.origin + address)
      rows.push(...rowsOf(name, mine, other))
    }
    const remarks = [
      "Astro has our stylesheet, fonts, header and footer, and none of our scripts.",
      "By kind: bytes over the wire, response headers included, as `npm start` sends them and as a static server with precompressed brotli sends Astro's. Bodies in brotli 11: the same files, however they were sent.",
    ]
    return { title: "Bytes of a page", rows, remarks }
  })
}

async function loadsOf(browser: Browser, url: string): Promise<readonly Load[]> {
  const context = await browser.newContext()
  const page = await context.newPage()
  const protocol = await context.newCDPSession(page)
  await protocol.send("Network.enable")

  const answered = new Map<string, Pick<Load, "kind" | "address" | "encoding" | "headers">>()
  const finished = new Map<string, number>()
  protocol.on("Network.responseReceived", ({ requestId, type, response }) => {
    const names = Object.entries(response.headers).map(([name, value]) => [
      name.toLowerCase(),
      value,
    ])
    const encoding = (Object.fromEntries(names) as Record<string, string>)["content-encoding"] ?? ""
    const address = new URL(response.url).pathname
    // When the response's head has come, what has come is the head.
    const headers = response.encodedDataLength
    answered.set(requestId, { kind: kindOf[type] ?? "other", address, encoding, headers })
  })
  protocol.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    finished.set(requestId, encodedDataLength)
  })
  await page.goto(url, { waitUntil: "networkidle" })

  const loads: Load[] = []
  for (const [requestId, wire] of finished) {
    const answer = answered.get(requestId)
    if (!answer) continue
    const { body, base64Encoded } = await protocol.send("Network.getResponseBody", { requestId })
    const bytes = Buffer.from(body, base64Encoded ? "base64" : "utf8")
    const compressible =
      answer.kind !== "font" && !/\.(?:avif|gif|jpe?g|png|webp)$/.test(answer.address)
    loads.push({
      ...answer,
      wire,
      brotli: compressible ? brotliCompressSync(bytes).length : bytes.length,
    })
  }
  await context.close()
  return loads
}

function rowsOf(name: string, ours: readonly Load[], theirs: readonly Load[]): readonly Row[] {
  const row = (what: string, figure: (loads: readonly Load[]) => number): Row => {
    const [mine, other] = [figure(ours), figure(theirs)]
    return {
      what: `${name}: ${what}`,
      ours: formatKilobytes(mine),
      other: { name: "Astro", figure: formatKilobytes(other) },
      ratio: other > 0 ? mine / other : undefined,
    }
  }
  const present = kinds.filter((kind) => [...ours, ...theirs].some((load) => load.kind === kind))
  const all = row("all, over the wire", (loads) => sum(loads, ({ wire }) => wire))
  const light = row("all but fonts, over the wire", (loads) =>
    sum(
      loads.filter(({ kind }) => kind !== "font"),
      ({ wire }) => wire,
    ),
  )
  const bodies = row("all, bodies in brotli 11", (loads) => sum(loads, ({ brotli }) => brotli))
  const framework = sum(ours.filter(isFrameworkScript), ({ wire }) => wire)
  const encoding = ours.find(({ kind }) => kind === "html")?.encoding

  return [
    ...present.map((kind) =>
      row(kind, (loads) =>
        sum(
          loads.filter((load) => load.kind === kind),
          ({ wire }) => wire,
        ),
      ),
    ),
    row("response headers, of all of these", (loads) => sum(loads, ({ headers }) => headers)),
    {
      what: `${name}: framework script`,
      ours: formatKilobytes(framework),
      goal: { text: "0", met: framework === 0 },
    },
    {
      ...all,
      goal: atMost(1, all.ratio ?? 0, "≤ 1.0 ×"),
      remark: encoding === "br" ? undefined : `our HTML came as ${encoding || "plain text"}`,
    },
    light,
    bodies,
  ]
}

const isFrameworkScript = ({ kind, address }: Load) =>
  kind === "script" && address.includes("/_next/")

const sum = <Item>(items: readonly Item[], figure: (item: Item) => number) =>
  items.reduce((total, item) => total + figure(item), 0)
