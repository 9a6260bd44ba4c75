import { mkdir, readFile, writeFile } from "node:fs/promises"
import { dirname, join } from "node:path"
import { Worker } from "node:worker_threads"
import type { Frame } from "../elements/component/use"
import { componentsFolder } from "../model/build-folders.mjs"
import { today } from "../model/dates"
import { suggestionOf } from "../model/nearest"
import type { Post } from "../model/post"
import { problemAt, type Problem } from "../model/problem"
import { isVisible, siteEnvironment } from "../model/visibility"
import type { Content } from "../source/reader"
import { bundleForBrowsers, bundleForServer, BundleFault, type Module, type Script } from "./bundle"
import { faultsOf } from "./faults"
import { childrenMark, type Rendered, type RenderTask } from "./task"
import { findTypeProblems, type FoundUse } from "./types"
import { findChangedValues, valuesOf, type KnownValue } from "./values"

/** The components of the content's authors, ready for pages. */
export type Components = {
  /** What texts and figures say by numbers of a model. */
  values: readonly KnownValue[]
  /** What is wrong with them and with their uses. */
  problems: readonly Problem[]
  /**
   * What a page shows of a use, around the HTML that stands between its tags.
   *
   * @param document the file in which it is used
   * @param use its number there
   */
  frameOf: (document: string, use: number, children: string) => Frame
  /** Writes the scripts of those whose frames were asked for; returns what each weighs. */
  writeScripts: (root: string) => Promise<readonly Weighed[]>
}

/** What a component costs a reader, in bytes of gzip. */
export type Weighed = { file: string; own: number; shared: number }

const none: Components = {
  values: [],
  problems: [],
  frameOf: () => ({ html: "" }),
  writeScripts: () => Promise.resolve([]),
}

/** Bundles, checks and renders what the content uses of its authors' components. */
export async function prepareComponents(root: string, content: Content): Promise<Components> {
  const { uses, problems } = findUses(content)
  if (uses.length === 0) return { ...none, problems }
  const modules = modulesOf(uses)
  const [types, made] = await Promise.all([
    textsIn(root, content).then((texts) => findTypeProblems(root, uses, texts)),
    attempt(() => renderAll(root, content.language, modules, uses)),
  ])
  const rendered = "problems" in made ? [] : made.value
  const faults = "problems" in made ? made.problems : []
  // What a compiler has found fails when it is run, too.
  const faulty = new Set(types.map(({ file }) => file))
  const failures = rendered.flatMap((one, index) => {
    const use = uses[index]
    return use && !faulty.has(use.document) ? faultsOf(root, use, one) : []
  })
  const values = valuesOf(uses, rendered)
  problems.push(...(await findChangedValues(root, values)))
  problems.push(...types, ...[...faults, ...failures].filter(({ file }) => !faulty.has(file)))
  const bundle = (some: readonly FoundUse[]) => {
    const live = modulesOf(some).filter((module) => isLive(module, some, uses, rendered))
    return attempt(() => bundleForBrowsers(root, content.language, live))
  }
  // What only drafts use is bundled too, for what is wrong with it, but apart from what readers get.
  const isShown = shownBy(content)
  const [bundled, aside] = await Promise.all([
    bundle(uses.filter(({ document }) => isShown(document))),
    bundle(uses.filter(({ document }) => !isShown(document))),
  ])
  problems.push(...("problems" in aside ? aside.problems : []))
  if ("problems" in bundled) {
    return { ...none, values, problems: [...problems, ...bundled.problems] }
  }
  return { values, problems, ...framesOf(uses, rendered, bundled.value) }
}

/** Whether this build shows a document: of posts, drafts and those of a day to come may not be. */
function shownBy({ readings }: Content): (document: string) => boolean {
  const view = { environment: siteEnvironment(), day: today() }
  return (document) => {
    const { draft = false, date } = (readings.get(document)?.values ?? {}) as Partial<Post>
    return date === undefined || isVisible({ draft, date }, view)
  }
}

type Scripts = ReadonlyMap<string, Script>

function framesOf(
  uses: readonly FoundUse[],
  rendered: readonly Rendered[],
  scripts: Scripts,
): Pick<Components, "frameOf" | "writeScripts"> {
  const asked = new Set<string>()
  return {
    frameOf(document, number, children) {
      const index = uses.findIndex((use) => use.document === document && use.number === number)
      const use = uses[index]
      const one = rendered[index]
      if (!use || !one || !("html" in one)) throw new Error(`Unexpected component in ${document}`)
      if (use.value) return { html: one.html, isText: true }
      const html = one.html.replaceAll(childrenMark, () => children)
      const script = scripts.get(use.file)
      if (!one.isLive || !script) return { html, feed: use.feed }
      asked.add(use.file)
      const hidden = use.hasChildren && !one.showsChildren ? children : undefined
      const { exported: name, props } = use
      const module = `/components/${script.name}`
      return { html, feed: use.feed, script: { module, name, props, id: idOf(number), hidden } }
    },
    async writeScripts(root) {
      for (const file of asked) {
        for (const { name, contents } of scripts.get(file)?.files ?? []) {
          const path = join(root, componentsFolder, name)
          await mkdir(dirname(path), { recursive: true })
          await writeFile(path, contents)
        }
      }
      return [...asked].sort().flatMap((file) => {
        const script = scripts.get(file)
        return script ? [{ file, ...script.weight }] : []
      })
    },
  }
}

/** Begins the ids of a use, and of no other of its document. */
const idOf = (number: number) => `c${number}-`

type Uses = { uses: FoundUse[]; problems: Problem[] }

/** All uses of components that there are; where one is not, that is a problem. */
function findUses({ files, readings }: Content): Uses {
  const uses: Uses["uses"] = []
  const problems: Problem[] = []
  const there = new Set(files.filter(({ kind }) => kind === "component").map(({ path }) => path))
  for (const { path } of files) {
    for (const [number, use] of (readings.get(path)?.body?.components ?? []).entries()) {
      const file = ["", ".tsx", ".ts"]
        .map((ending) => use.module + ending)
        .find((one) => there.has(one))
      if (file !== undefined) {
        if (!use.isWhole) continue // that is a problem already
        uses.push({ ...use, document: path, file, number })
        continue
      }
      const wanted = use.module.replace(/(?:\.tsx?)?$/, ".tsx")
      const reason = `Unexpected <${use.name}> from a file that is not there, expected ${wanted}${suggestionOf(wanted, there)}`
      problems.push(problemAt(path, use.place, reason, "component"))
    }
  }
  return { uses, problems }
}

function modulesOf(uses: readonly FoundUse[]): readonly Module[] {
  const modules = new Map<string, Set<string>>()
  for (const { file, exported } of uses) {
    modules.set(file, (modules.get(file) ?? new Set()).add(exported))
  }
  return [...modules]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([file, exported]) => ({ file, exported: [...exported].sort() }))
}

async function textsIn(root: string, { files }: Content): Promise<ReadonlyMap<string, string>> {
  const paths = files.filter(({ kind }) => kind === "component").map(({ path }) => path)
  const texts = await Promise.all(paths.map((path) => readFile(join(root, path), "utf8")))
  return new Map(paths.map((path, index) => [path, texts[index] ?? ""]))
}

/** Whether any of some uses of a module does more than show something. */
const isLive = (
  { file }: Module,
  some: readonly FoundUse[],
  uses: readonly FoundUse[],
  rendered: readonly Rendered[],
): boolean =>
  some.some((use) => {
    const one = rendered[uses.indexOf(use)]
    return use.file === file && one !== undefined && "html" in one && one.isLive
  })

type Attempt<Value> = { value: Value } | { problems: readonly Problem[] }

async function attempt<Value>(make: () => Promise<Value>): Promise<Attempt<Value>> {
  try {
    return { value: await make() }
  } catch (error) {
    if (error instanceof BundleFault) return { problems: error.problems }
    throw error
  }
}

/** Longer than this, in milliseconds, nothing takes that will ever end. */
const patience = 60_000

/** Renders all uses in a thread of its own, which what hangs in it does not hold up for ever. */
async function renderAll(
  root: string,
  language: string,
  modules: readonly Module[],
  uses: readonly FoundUse[],
): Promise<readonly Rendered[]> {
  const program = join(root, ".partwise/components/render.mjs")
  const text = await bundleForServer(root, language, modules)
  await mkdir(dirname(program), { recursive: true })
  await writeFile(program, text)
  const workerData = uses.map(
    ({ file, exported, props, number, hasChildren, value }): RenderTask => ({
      module: modules.findIndex((module) => module.file === file),
      exported,
      props,
      id: idOf(number),
      hasChildren,
      value,
    }),
  )
  const rendered: Rendered[] = []
  await new Promise<void>((done) => {
    const worker = new Worker(program, { workerData, execArgv: ["--enable-source-maps"] })
    const stop = () => {
      rendered.push({ error: "it does not come to an end", stack: "" })
      void worker.terminate()
    }
    let timer = setTimeout(stop, patience)
    worker.on("message", (one: Rendered) => {
      rendered.push(one)
      clearTimeout(timer)
      timer = setTimeout(stop, patience)
    })
    // What fails before anything is rendered is a module; its place says which.
    worker.on("error", ({ message, stack = "" }: Error) => rendered.push({ error: message, stack }))
    worker.on("exit", () => {
      clearTimeout(timer)
      done()
    })
  })
  return rendered
}
