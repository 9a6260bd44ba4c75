import { execFile } from "node:child_process"
import { promisify } from "node:util"
import { findBrowser, quietFlags } from "../lib/cli/browser"
import { postAddress, startPair } from "./pair"
import { atMost, formatMilliseconds, quantileOf, type Row, type Section } from "./table"
import type { Tools } from "./tools"

const run = promisify(execFile)

const runs = 5

/** Lighthouse's names of what it measures: milliseconds, and for CLS a score. */
const audits = {
  FCP: "first-contentful-paint",
  LCP: "largest-contentful-paint",
  TBT: "total-blocking-time",
  CLS: "cumulative-layout-shift",
} as const
type Metric = keyof typeof audits
type Figures = Record<Metric, number>

/** What Lighthouse, as a phone on a slow network, measures on the long post; the median of five. */
export async function benchLighthouse(tools: Tools): Promise<Section> {
  const { ours, theirs } = await startPair(tools)
  const mine: Figures[] = []
  const others: Figures[] = []
  // In turns, so that whatever else the machine does meets both.
  for (let count = 0; count < runs; count++) {
    mine.push(await figuresOf(ours.origin + postAddress, tools))
    others.push(await figuresOf(theirs.origin + postAddress, tools))
  }
  return {
    title: "Lighthouse, mobile, long post",
    rows: (Object.keys(audits) as Metric[]).map((metric) => rowOf(metric, mine, others)),
    remarks: [
      `Lighthouse ${tools.lighthouseVersion}, simulated throttling, median of ${runs} runs.`,
    ],
  }
}

/** Lighthouse asks to be run again where Chromium has recorded too little of the page load. */
async function figuresOf(url: string, tools: Tools, again = 2): Promise<Figures> {
  try {
    return await figuresFrom(url, tools)
  } catch (error) {
    if (again === 0) throw error
    return figuresOf(url, tools, again - 1)
  }
}

async function figuresFrom(url: string, tools: Tools): Promise<Figures> {
  const flags = ["--headless=new", ...quietFlags].join(" ")
  const settings = ["--output=json", "--quiet", "--only-categories=performance"]
  const { stdout } = await run(
    tools.node,
    [tools.lighthouse, url, ...settings, `--chrome-flags=${flags}`],
    { env: { ...process.env, CHROME_PATH: await findBrowser() }, maxBuffer: 1e8, timeout: 180_000 },
  )
  const report = JSON.parse(stdout) as { audits: Record<string, { numericValue: number }> }
  const figures = Object.entries(audits).map(([metric, id]) => {
    const value = report.audits[id]?.numericValue
    if (value === undefined) throw new Error(`Unexpected report without ${id} for ${url}`)
    return [metric, value]
  })
  return Object.fromEntries(figures) as Figures
}

function rowOf(metric: Metric, mine: readonly Figures[], others: readonly Figures[]): Row {
  const [ours, theirs] = [mine, others].map((all) => quantileOf(all.map((one) => one[metric])))
  const format = metric === "CLS" ? formatShift : formatMilliseconds
  const goals = {
    FCP: undefined,
    LCP: atMost(1200, ours!, "≤ 1.2 s"),
    TBT: atMost(50, ours!, "≤ 50 ms"),
    CLS: { text: "0 to three digits", met: ours! < 0.0005 },
  }
  return {
    what: metric,
    ours: format(ours!),
    other: { name: "Astro", figure: format(theirs!) },
    ratio: theirs! > 0 ? ours! / theirs! : undefined,
    goal: goals[metric],
  }
}

const formatShift = (shift: number) => shift.toFixed(5)
