import { appendFile, rm } from "node:fs/promises"
import { join } from "node:path"
import { buildAstro, createAstro } from "./astro"
import { measure, measureSuccess, type Measurement } from "./measure"
import { longPost, slugAt } from "./posts"
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

/** A cold build, and one after a post was edited, with all that the first has left. */
type Builds = { cold: Measurement; edited: Measurement }
type Built = { posts: number; ours: Builds; theirs?: Builds }

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
    title: "Build",
    rows,
    remarks: [
      "Cold: from nothing but installed packages: no cache, no generated files. Ours checks the content and compresses every file; Astro does neither.",
      "One edited: a sentence more in one post, with all that the cold build has left.",
      "Memory: anonymous and shared memory of the whole process tree at its peak, plus the mapped files of its largest process, every 200 ms.",
      "Processor time counts all processes; where others were busy meanwhile it says more than seconds.",
    ],
  }
}

async function buildOurs(posts: number): Promise<Builds> {
  const folder = await copyProject(posts)
  const env = { NEXT_TELEMETRY_DISABLED: "1", NODE_ENV: undefined, SITE_ENV: undefined }
  const build = () => measureSuccess("npm", ["run", "build"], { cwd: folder, env })
  const cold = await build()
  await appendFile(join(folder, "content/posts", slugAt(longPost), "index.mdx"), edit)
  const edited = await build()
  await rm(folder, { recursive: true })
  return { cold, edited }
}

/** Astro may fail, out of memory: that is a result. */
async function buildTheirs(posts: number, tools: Tools): Promise<Builds> {
  const folder = await createAstro(posts, tools)
  const cold = await buildAstro(folder, tools, measure)
  await appendFile(join(folder, `src/content/posts/${slugAt(longPost)}.mdx`), edit)
  const edited = await buildAstro(folder, tools, measure)
  await rm(folder, { recursive: true })
  return { cold, edited }
}

const edit = "\nA sentence that was not there before.\n"

async function fastest(times: number, build: () => Promise<Builds>): Promise<Builds> {
  let best = await build()
  for (let time = 1; time < times; time++) {
    const next = await build()
    if (next.cold.exitCode === 0 && next.cold.seconds < best.cold.seconds) best = next
  }
  return best
}

function rowsOf({ posts, ours, theirs }: Built, before?: Built): readonly Row[] {
  const size = `${posts.toLocaleString("en")} posts`
  const rows = [
    ...rowsOfBuild(size, ours.cold, theirs?.cold, {
      time: (ratio) => (posts === 1000 ? atMost(1, ratio, "≤ 1.0 ×") : undefined),
      seconds: posts === 10_000 ? 300 : undefined,
      bytes: posts === 10_000 ? 4e9 : undefined,
    }),
    ...rowsOfBuild(`${size}, one edited`, ours.edited, theirs?.edited, {
      time: (ratio) => (posts === 1000 ? atMost(0.5, ratio, "≤ 0.5 ×") : undefined),
      seconds: posts === 1000 ? 8 : undefined,
    }),
  ]
  if (before) {
    const growth = ours.cold.seconds / before.ours.cold.seconds
    rows.push({
      what: `${size}: time, to that of ${before.posts.toLocaleString("en")}`,
      ours: `${formatNumber(growth)} ×`,
    })
  }
  return rows
}

type Goals = {
  time: (ratio: number) => Goal | undefined
  seconds?: number
  bytes?: number
}

function rowsOfBuild(
  what: string,
  ours: Measurement,
  theirs: Measurement | undefined,
  goals: Goals,
): readonly Row[] {
  const sound = theirs?.exitCode === 0 ? theirs : undefined
  const beside = (format: (measurement: Measurement) => string) =>
    theirs && { name: "Astro", figure: sound ? format(sound) : "failed" }
  const ratio = (figure: (measurement: Measurement) => number) =>
    sound && figure(ours) / figure(sound)
  const { seconds, bytes } = goals
  return [
    {
      what: `${what}: time`,
      ours: formatSeconds(ours.seconds),
      other: beside((one) => formatSeconds(one.seconds)),
      ratio: ratio((one) => one.seconds),
      goal: sound && goals.time(ours.seconds / sound.seconds),
      remark: disturbance(ours, sound),
    },
    ...(seconds === undefined
      ? []
      : [
          {
            what: `${what}: time by itself`,
            ours: formatSeconds(ours.seconds),
            goal: atMost(seconds, ours.seconds, `≤ ${seconds} s`),
          },
        ]),
    {
      what: `${what}: processor time`,
      ours: formatSeconds(ours.cpuSeconds),
      other: beside((one) => formatSeconds(one.cpuSeconds)),
      ratio: ratio((one) => one.cpuSeconds),
    },
    {
      what: `${what}: peak memory`,
      ours: formatGigabytes(ours.peakBytes),
      other: beside((one) => formatGigabytes(one.peakBytes)),
      ratio: ratio((one) => one.peakBytes),
      goal: bytes === undefined ? undefined : atMost(bytes, ours.peakBytes, `≤ ${bytes / 1e9} GB`),
    },
  ]
}

function disturbance(...measurements: readonly (Measurement | undefined)[]): string | undefined {
  const share = Math.max(...measurements.map((measurement) => measurement?.othersShare ?? 0))
  return share > 0.1 ? `disturbed: others used ${Math.round(share * 100)} %` : undefined
}
