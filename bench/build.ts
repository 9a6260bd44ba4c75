import { rm } from "node:fs/promises"
import { buildAstro, createAstro } from "./astro"
import { measure, measureSuccess, type Measurement } from "./measure"
import { copyProject } from "./project"
import {
  atMost,
  formatGigabytes,
  formatNumber,
  formatSeconds,
  type Goal,
  type Row,
  type Section,
} from "./table"
import type { Tools } from "./tools"

type Options = {
  /** Sizes to build. */
  posts: readonly number[]
  /** Builds of each; the fastest counts. */
  times: number
  /** Sizes above this are not built with Astro. */
  mostAstro: number
}

type Built = { posts: number; ours: Measurement; theirs?: Measurement }

/** Cold builds of the same posts with this project and with Astro. */
export async function benchBuild(
  { posts: sizes, times, mostAstro }: Options,
  tools: Tools,
): Promise<Section> {
  const rows: Row[] = []
  let before: Built | undefined
  for (const posts of sizes) {
    const built: Built = {
      posts,
      ours: await fastest(times, () => buildOurs(posts)),
      theirs: posts > mostAstro ? undefined : await fastest(times, () => buildTheirs(posts, tools)),
    }
    rows.push(...rowsOf(built, before))
    before = built
  }
  return {
    title: "Cold build",
    rows,
    remarks: [
      "From nothing but installed packages: no cache, no generated files.",
      "Memory: anonymous and shared memory of the whole process tree at its peak, plus the mapped files of its largest process, every 200 ms.",
      "Processor time counts all processes; where others were busy meanwhile it says more than seconds.",
    ],
  }
}

async function buildOurs(posts: number): Promise<Measurement> {
  const folder = await copyProject(posts)
  const env = { NEXT_TELEMETRY_DISABLED: "1", NODE_ENV: undefined, SITE_ENV: undefined }
  const measurement = await measureSuccess("npm", ["run", "build"], { cwd: folder, env })
  await rm(folder, { recursive: true })
  return measurement
}

/** Astro may fail, out of memory: that is a result. */
async function buildTheirs(posts: number, tools: Tools): Promise<Measurement> {
  const folder = await createAstro(posts, tools)
  const measurement = await buildAstro(folder, tools, measure)
  await rm(folder, { recursive: true })
  return measurement
}

async function fastest(times: number, build: () => Promise<Measurement>): Promise<Measurement> {
  let best = await build()
  for (let time = 1; time < times; time++) {
    const next = await build()
    if (next.exitCode === 0 && next.seconds < best.seconds) best = next
  }
  return best
}

function rowsOf({ posts, ours, theirs }: Built, before?: Built): readonly Row[] {
  const size = `${posts.toLocaleString("en")} posts`
  const sound = theirs?.exitCode === 0 ? theirs : undefined
  const beside = (format: (measurement: Measurement) => string) =>
    theirs && { name: "Astro", figure: sound ? format(sound) : "failed" }
  const ratio = (figure: (measurement: Measurement) => number) =>
    sound && figure(ours) / figure(sound)

  const rows: Row[] = [
    {
      what: `${size}: time`,
      ours: formatSeconds(ours.seconds),
      other: beside(({ seconds }) => formatSeconds(seconds)),
      ratio: ratio(({ seconds }) => seconds),
      goal: timeGoal(posts, ours, sound),
      remark: disturbance(ours, sound),
    },
    {
      what: `${size}: processor time`,
      ours: formatSeconds(ours.cpuSeconds),
      other: beside(({ cpuSeconds }) => formatSeconds(cpuSeconds)),
      ratio: ratio(({ cpuSeconds }) => cpuSeconds),
    },
    {
      what: `${size}: peak memory`,
      ours: formatGigabytes(ours.peakBytes),
      other: beside(({ peakBytes }) => formatGigabytes(peakBytes)),
      ratio: ratio(({ peakBytes }) => peakBytes),
      goal: posts === 10_000 ? atMost(6e9, ours.peakBytes, "≤ 6 GB") : undefined,
    },
    { what: `${size}: time per post`, ours: formatSeconds(ours.seconds / posts) },
  ]
  if (before) {
    const growth = ours.seconds / before.ours.seconds
    rows.push({
      what: `${size}: time, to that of ${before.posts.toLocaleString("en")}`,
      ours: `${formatNumber(growth)} ×`,
      goal: posts === 10_000 && before.posts === 1000 ? atMost(12, growth) : undefined,
    })
  }
  return rows
}

const timeGoal = (posts: number, ours: Measurement, theirs?: Measurement): Goal | undefined =>
  theirs && posts === 1000 ? atMost(1, ours.seconds / theirs.seconds, "≤ 1.0 ×") : undefined

function disturbance(...measurements: readonly (Measurement | undefined)[]): string | undefined {
  const share = Math.max(...measurements.map((measurement) => measurement?.othersShare ?? 0))
  return share > 0.1 ? `disturbed: others used ${Math.round(share * 100)} %` : undefined
}
