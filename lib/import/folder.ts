import { execFileSync } from "node:child_process"
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from "node:fs"
import { tmpdir } from "node:os"
import { basename, dirname, join, relative, resolve, sep } from "node:path"
import { unzipSync } from "fflate"
import type { Folder } from "./found"

/** What is made, fetched, or no content in any system. */
const unread =
  /^(?:node_modules|\.git|_site|site_libs|\.quarto|\.next|\.jekyll-cache|\.ipynb_checkpoints|dist|resources|vendor)$/

/** What lies at the root of a site of some system. */
const roots =
  /^(?:_config\.ya?ml|_posts|hugo\.(?:toml|ya?ml|json)|config\.toml|_quarto\.ya?ml|(?:astro|next|docusaurus)\.config\.\w+|gatsby-config\.\w+|\.obsidian|posts\.csv)$/

/** An archive may hold at most so much, in bytes, once it is unpacked. */
const greatestArchive = 2_000_000_000

/**
 * The folder that a path is read from: of a site's part or of one post, the whole site, so that what it
 * links to is found; of an archive, what is in it.
 *
 * @throws Error if there is nothing at the path, or an archive that cannot be unpacked
 */
export function openFolder(path: string): Folder {
  const wanted = resolve(path)
  const stat = statSync(wanted, { throwIfNoEntry: false })
  if (!stat) throw new Error(`Unexpected path ${path}, expected a file or a folder`)
  if (/\.zip$/i.test(path)) return folderOf(unpack(wanted))
  const root = siteAround(stat.isDirectory() ? wanted : dirname(wanted))
  return folderOf(root, relative(root, wanted).split(sep).join("/"))
}

/** The nearest folder that is a whole site; without one in its repository, the folder itself. */
function siteAround(folder: string): string {
  for (let at = folder; dirname(at) !== at; at = dirname(at)) {
    const names = readdirSync(at)
    if (existsSync(join(at, "content/site.yaml"))) break // one of ours
    if (names.some((name) => roots.test(name))) return at
    if (names.includes(".git") || names.includes("package.json")) break
  }
  return folder
}

function folderOf(root: string, wanted = ""): Folder {
  const files = filesBelow(root).sort()
  const known = new Set(files)
  return {
    files,
    isWanted: (file) => wanted === "" || file === wanted || file.startsWith(`${wanted}/`),
    has: (file) => known.has(file),
    text: (file) =>
      readFileSync(join(root, file), "utf8")
        .replace(/^\uFEFF/, "")
        .replaceAll("\r\n", "\n"),
    bytes: (file) => readFileSync(join(root, file)),
    dayOf: (file) => firstCommitOf(root, file) ?? dayOf(statSync(join(root, file)).mtimeMs),
  }
}

const dayOf = (time: number) => new Date(time).toISOString().slice(0, 10)

function filesBelow(root: string, folder = root): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return unread.test(entry.name) ? [] : filesBelow(root, path)
    return entry.isFile() ? [relative(root, path).split(sep).join("/")] : []
  })
}

function firstCommitOf(root: string, file: string): string | undefined {
  try {
    const log = execFileSync("git", ["log", "--diff-filter=A", "--format=%as", "--", file], {
      cwd: root,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    })
    return log.trim().split("\n").at(-1) || undefined
  } catch {
    return undefined // no repository
  }
}

/** Unpacks an archive into a folder that the system clears away. */
function unpack(path: string): string {
  let size = 0
  const entries = unzipSync(readFileSync(path), {
    filter({ originalSize, name }) {
      size += originalSize
      if (size > greatestArchive) {
        const most = greatestArchive / 1e9
        throw new Error(`Unexpected archive ${path}, expected at most ${most} GB in it`)
      }
      return !name.endsWith("/") && !name.startsWith("__MACOSX/")
    },
  })
  const root = mkdtempSync(join(tmpdir(), `${basename(path, ".zip").slice(0, 40)}-`))
  for (const [name, bytes] of Object.entries(entries)) {
    const target = resolve(root, name)
    if (!target.startsWith(root + sep)) {
      throw new Error(`Unexpected path ${name} in ${path}, expected one within the archive`)
    }
    mkdirSync(dirname(target), { recursive: true })
    writeFileSync(target, bytes)
  }
  return root
}
