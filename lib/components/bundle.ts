import { join, relative, resolve, sep } from "node:path"
import { gzipSync } from "node:zlib"
import {
  build,
  type BuildFailure,
  type BuildOptions,
  type Message,
  type Metafile,
  type Plugin,
} from "esbuild"
import { fileStart, problemAt, type Problem } from "../model/problem"
import { signsOf } from "../figure/signs"
import { wordsOf } from "../model/words/words"

/** What the project's own modules are named by: `lib` and `node_modules` are where it runs. */
const project = process.cwd()
const own = (name: string) => resolve(project, "lib/components", name)
const installed = (name: string) => resolve(project, "node_modules", name)

/** What React's names stand for in components. */
const alias = {
  react: own("react.ts"),
  "react/jsx-runtime": installed("preact/jsx-runtime"),
  "react/jsx-dev-runtime": installed("preact/jsx-runtime"),
  "partwise/figure": resolve(project, "lib/figure/figure.ts"),
  "react-dom": installed("preact/compat"),
  "react-dom/client": installed("preact/compat/client.mjs"),
}

const common = (root: string, language: string) =>
  ({
    absWorkingDir: root,
    define: {
      SITE: JSON.stringify({
        language,
        words: wordsOf(language).ofFigures,
        signs: signsOf(language),
      }),
    },
    bundle: true,
    write: false,
    metafile: true,
    format: "esm",
    jsx: "automatic",
    alias,
    nodePaths: [resolve(project, "node_modules")],
    tsconfigRaw: { compilerOptions: { jsx: "react-jsx" } },
    logLevel: "silent",
    plugins: [withinContent(join(root, "content"))],
  }) satisfies BuildOptions

/**
 * What a component imports by a path is in the content: anything else of the project, and of the machine,
 * would end up in scripts that readers get.
 */
const withinContent = (content: string): Plugin => ({
  name: "within-content",
  setup: (bundler) =>
    bundler.onResolve({ filter: /^(?:\.{1,2}\/|\/)/ }, ({ path, importer, resolveDir }) => {
      const isInside = (file: string) => file.startsWith(content + sep)
      if (!isInside(importer) || isInside(resolve(resolveDir, path))) return undefined
      return { errors: [{ text: `${path} is outside of the folder content` }] }
    }),
})

/** A file that exports components, and the names by which texts use it. */
export type Module = { file: string; exported: readonly string[] }

/**
 * A program for a thread that renders uses of these modules, one after the other.
 *
 * @throws BundleFault, with what no bundle can be made of
 */
export async function bundleForServer(
  root: string,
  language: string,
  modules: readonly Module[],
): Promise<string> {
  const lines = modules.map(
    ({ file }, index) => `import * as m${index} from ${JSON.stringify(join(root, file))}`,
  )
  const list = modules.map((_, index) => `m${index}`).join(", ")
  const contents = `${lines.join("\n")}
import { renderUse } from ${JSON.stringify(own("render.ts"))}
import { parentPort, workerData } from "node:worker_threads"
for (const task of workerData) parentPort.postMessage(renderUse([${list}], task))
`
  const outputs = await attempt(root, {
    ...common(root, language),
    stdin: { contents, resolveDir: project, sourcefile: "components.js" },
    outfile: join(root, ".partwise/components/render.mjs"),
    platform: "node",
    target: "node20.19",
    sourcemap: "inline",
    // Packages that are no modules of ECMAScript may ask for parts of Node.js.
    banner: {
      js: `import { createRequire } from "node:module"; const require = createRequire(import.meta.url)`,
    },
  })
  return outputs.outputFiles[0]?.text ?? ""
}

/** A script for browsers, and all that it loads. */
export type Script = {
  /** Its name in the folder of scripts. */
  name: string
  files: readonly { name: string; contents: Uint8Array }[]
  /** Bytes in gzip: its own, and those that it may share with others. */
  weight: { own: number; shared: number }
}

/** The scripts that bring the components of these modules to life, by the modules' files. */
export async function bundleForBrowsers(
  root: string,
  language: string,
  modules: readonly Module[],
): Promise<ReadonlyMap<string, Script>> {
  const entries = new Map(modules.map((module) => [module.file, module]))
  const outdir = join(root, ".partwise/public/components")
  const settings = common(root, language)
  const { outputFiles, metafile } = await attempt(root, {
    ...settings,
    define: { ...settings.define, "process.env.NODE_ENV": '"production"' },
    entryPoints: [
      // An entry of its own, so that one component more or less leaves the others as they were.
      { in: own("runtime.ts"), out: "runtime" },
      ...modules.map(({ file }) => ({
        in: `live:${file}`,
        out: file.replace(/^.*\//, "").replace(/\.tsx?$/, ""),
      })),
    ],
    outdir,
    entryNames: "[name]-[hash]",
    chunkNames: "shared-[hash]",
    splitting: true,
    minify: true,
    target: "es2022",
    plugins: [
      withinContent(join(root, "content")),
      {
        name: "live",
        setup(bundler) {
          bundler.onResolve({ filter: /^live:/ }, ({ path }) => ({
            path: path.slice(5),
            namespace: "live",
          }))
          bundler.onLoad({ filter: /./, namespace: "live" }, ({ path }) => ({
            contents: entryOf(root, entries.get(path)),
            resolveDir: project,
          }))
        },
      },
    ],
  })
  const contents = new Map(
    outputFiles.map((file) => [relative(root, file.path).replaceAll("\\", "/"), file.contents]),
  )
  return new Map(
    Object.entries(metafile?.outputs ?? {}).flatMap(([path, { entryPoint }]) =>
      entryPoint === undefined
        ? []
        : [[entryPoint.replace(/^live:/, ""), scriptOf(path, metafile, contents)] as const],
    ),
  )
}

function entryOf(root: string, { file, exported }: Module = { file: "", exported: [] }): string {
  const names = exported.map((name, index) => `${name} as c${index}`).join(", ")
  const list = exported.map((name, index) => `${JSON.stringify(name)}: c${index}`).join(", ")
  return `import { ${names} } from ${JSON.stringify(join(root, file))}
import { wake } from ${JSON.stringify(own("runtime.ts"))}
export default (element, done) => wake(element, { ${list} }, done)
`
}

function scriptOf(
  path: string,
  metafile: Metafile | undefined,
  contents: ReadonlyMap<string, Uint8Array>,
): Script {
  const paths = [path]
  for (const one of paths) {
    for (const { path: next, kind } of metafile?.outputs[one]?.imports ?? []) {
      if (!paths.includes(next) && kind !== "require-resolve") paths.push(next)
    }
  }
  const files = paths.map((one) => ({
    name: nameOf(one),
    contents: contents.get(one) ?? new Uint8Array(),
  }))
  const [own = 0, ...shared] = files.map((file) => gzipSync(file.contents).length)
  return {
    name: nameOf(path),
    files,
    weight: { own, shared: shared.reduce((sum, one) => sum + one, 0) },
  }
}

const nameOf = (path: string) => path.replace(/^.*\//, "")

/** What no bundle can be made of, as problems of the content. */
export class BundleFault extends Error {
  constructor(readonly problems: readonly Problem[]) {
    super(problems.map(({ reason }) => reason).join("\n"))
  }
}

async function attempt<Options extends BuildOptions>(root: string, options: Options) {
  try {
    return await build<Options & { write: false; metafile: true }>({
      ...options,
      write: false,
      metafile: true,
    } as never)
  } catch (error) {
    const { errors } = error as BuildFailure
    if (!Array.isArray(errors)) throw error
    throw new BundleFault(errors.map((one) => problemOf(root, one)))
  }
}

/** What esbuild says, at its place. */
function problemOf(root: string, { text, location }: Message): Problem {
  const file = location?.file ?? ""
  const path = relative(root, resolve(root, file)).replaceAll("\\", "/")
  if (!location || !path.startsWith("content/")) {
    const reason = `Unexpected component (${text}), expected one that can be bundled`
    return problemAt(path || "content/components", fileStart, reason, "component")
  }
  const place = { line: location.line, column: location.column + 1 }
  const reason = `Unexpected code (${text}), expected a component that can be bundled`
  return problemAt(path, place, reason, "component")
}
