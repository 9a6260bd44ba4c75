// Bundles a command, so that it starts in a fraction of the time that a transpiler hook takes. Plain
// JavaScript, because nothing has been transpiled yet.
import { createHash } from "node:crypto"
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises"
import { basename, isAbsolute, join, resolve } from "node:path"

const cacheFolder = "node_modules/.cache/partwise/code"

/** Bundles of a command that stay on the disk: those of a few branches. */
const kept = 4

/**
 * What a bundle was made of: a name, and what changes when a file's content does.
 * @typedef {{ folder: string, inputs: [file: string, stamp: string][] }} Made
 */

/**
 * @param {string} script a TypeScript file, from the root of the project
 * @returns {Promise<string>} its bundle, up to date, as a file that can be imported; and
 *   `process.env["PARTWISE_CODE"]` names the version of the code that reads content
 */
export async function bundle(script) {
  const name = script.replaceAll(/[^\w]+/g, "-")
  const list = join(cacheFolder, `${name}.json`)
  const made = await findMade(list)
  const folder = made && (await isFresh(made)) ? made.folder : await make(script, name, list)
  process.env["PARTWISE_CODE"] = await readFile(join(folder, "version"), "utf8")
  return resolve(folder, `${basename(script, ".ts")}.mjs`)
}

/**
 * @param {string} list
 * @returns {Promise<Made | undefined>}
 */
async function findMade(list) {
  try {
    return JSON.parse(await readFile(list, "utf8"))
  } catch {
    return undefined
  }
}

/** @param {Made} made */
async function isFresh({ folder, inputs }) {
  const found = await Promise.all(
    inputs.map(async ([file, stamp]) => (await stampOf(file)) === stamp),
  )
  return found.every(Boolean) && (await stampOf(join(folder, "version"))) !== ""
}

/** @param {string} file */
async function stampOf(file) {
  const found = await stat(file).catch(() => undefined)
  return found ? `${found.mtimeMs} ${found.size}` : ""
}

/** What reads content, and what makes Markdown of it, by the names that `lib/cache/threads.ts` is given. */
const workers = {
  worker: "lib/source/worker.ts",
  "markdown-worker": "lib/build/markdown-worker.ts",
}

/** Packages that are bundled too: of zod's hundred files, commands need a few. */
const alias = {
  "zod/mini": "./node_modules/zod/mini/index.js",
  "zod/v4/core": "./node_modules/zod/v4/core/index.js",
}

/** Contentlayer, and what it is made of: as one file it loads in less than half the time of its thousands. */
const bundled = /^(?:contentlayer2|@contentlayer2|@effect-ts|@opentelemetry)(?:\/|$)/

/** @type {import("esbuild").Plugin} */
const packages = {
  name: "packages",
  setup: (bundler) =>
    bundler.onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
      kind === "entry-point" || path in alias || bundled.test(path) || isAbsolute(path)
        ? undefined
        : { path, external: true },
    ),
}

/**
 * @param {string} script
 * @param {string} name
 * @param {string} list
 */
async function make(script, name, list) {
  const { build } = await import("esbuild")
  const common = /** @type {const} */ ({
    bundle: true,
    write: false,
    metafile: true,
    outdir: "out",
    outExtension: { ".js": ".mjs" },
    format: "esm",
    platform: "node",
    target: "node20.19",
    alias,
    // What is bundled of packages may be no module of ECMAScript, and ask for parts of Node.js.
    banner: {
      js: 'import { createRequire as newRequire } from "node:module"; const require = newRequire(import.meta.url)',
    },
    logLevel: "warning",
  })
  const entry = { [basename(script, ".ts")]: script }
  // What works in threads is bundled by itself, so that its version is the same in all commands.
  const [own, worker] = await Promise.all([
    build({
      ...common,
      plugins: [packages],
      entryPoints: entry,
      splitting: true,
      chunkNames: "[name]-[hash]",
    }),
    build({ ...common, plugins: [packages], entryPoints: workers }),
  ])
  const outputs = [...own.outputFiles, ...worker.outputFiles]
  const base = createHash("sha256")
    .update(await readFile("package-lock.json"))
    .update(process.version)
  const version = base.copy()
  for (const { contents } of worker.outputFiles) version.update(contents)
  const hash = base.copy()
  for (const { path, hash: one } of outputs) hash.update(`${basename(path)} ${one}\n`)
  const folder = join(cacheFolder, `${name}-${hash.digest("hex").slice(0, 16)}`)
  await writeFolder(folder, [
    ...outputs.map(({ path, contents }) => /** @type {const} */ ([basename(path), contents])),
    ["version", version.digest("hex").slice(0, 16)],
  ])
  const files = new Set([
    ...Object.keys(own.metafile.inputs),
    ...Object.keys(worker.metafile.inputs),
  ])
  const sources = [...files].filter((file) => !file.startsWith("node_modules/"))
  const inputs = await Promise.all(
    [...sources, "package-lock.json"].map(async (file) => [file, await stampOf(file)]),
  )
  await writeFile(`${list}.${process.pid}`, JSON.stringify({ folder, inputs }))
  await rename(`${list}.${process.pid}`, list)
  await dropOld(name, folder)
  return folder
}

/**
 * Writes a folder whole: another process may do the same.
 * @param {string} folder
 * @param {(readonly [string, string | Uint8Array])[]} files
 */
async function writeFolder(folder, files) {
  const fresh = `${folder}.${process.pid}`
  await rm(fresh, { recursive: true, force: true })
  await mkdir(fresh, { recursive: true })
  for (const [file, content] of files) await writeFile(join(fresh, file), content)
  await rename(fresh, folder).catch(() => rm(fresh, { recursive: true, force: true }))
}

/**
 * @param {string} name
 * @param {string} current
 */
async function dropOld(name, current) {
  const folders = (await readdir(cacheFolder))
    .filter((folder) => folder.startsWith(`${name}-`) && /-[\da-f]{16}$/.test(folder))
    .map((folder) => join(cacheFolder, folder))
    .filter((folder) => folder !== current)
  const aged = await Promise.all(
    folders.map(async (folder) => ({ folder, time: (await stat(folder)).mtimeMs })),
  )
  const old = aged.sort((a, b) => b.time - a.time).slice(kept - 1)
  for (const { folder } of old) await rm(folder, { recursive: true, force: true })
}
