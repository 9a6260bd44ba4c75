import { randomUUID } from "node:crypto"
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises"
import { join } from "node:path"
import type { SiteEnvironment } from "../lib/model/visibility"
import type { Config } from "./config"
import { labelsOf, previewUrl } from "./label"
import { isFirst } from "./queue"

/** The folders of one set-up. */
export const placesIn = (root: string) => ({
  repository: join(root, "repository.git"),
  queue: join(root, "queue"),
  builds: join(root, "builds"),
  logs: join(root, "logs"),
  dependencies: join(root, "dependencies"),
  live: join(root, "live"),
  previews: join(root, "previews"),
  readers: join(root, "readers/readers.db"),
})

export type Places = ReturnType<typeof placesIn>

/** What a branch becomes. */
export type Site = {
  folder: string
  url: string
  environment: SiteEnvironment
  /** Releases that stay on the disk. */
  keep: number
}

const branchName = "branch"

/** Two of a preview: who has the page of the former open still loads its styles. */
const keptOfPreview = 2

/**
 * The site of a branch: the live one, or a preview that gets its host name now if it has none.
 *
 * @returns undefined for a branch that is no site's, where there are no previews
 */
export async function siteOf(
  branch: string,
  config: Config,
  { live, previews }: Places,
): Promise<Site | undefined> {
  if (branch === config.branch) {
    const url = config.url.replace(/\/*$/, "/")
    return { folder: live, url, environment: "production", keep: config.keep }
  }
  if (config.previews === undefined) return undefined
  const label = await labelFor(previews, branch)
  const url = previewUrl(config.previews, label)
  return { folder: join(previews, label), url, environment: "preview", keep: keptOfPreview }
}

/** The first label that no other branch has. */
async function labelFor(previews: string, branch: string): Promise<string> {
  await mkdir(previews, { recursive: true })
  const draft = join(previews, `.${randomUUID()}`)
  await writeFile(draft, branch)
  try {
    for (let tries = 0; tries < 10; tries++) {
      for (const label of labelsOf(branch)) {
        const name = join(previews, label, branchName)
        await mkdir(join(previews, label), { recursive: true })
        // The preview of another branch may be removed at this moment: then all is tried again.
        if (await isFirst(draft, name).catch(ignoreAbsence)) return label
        if ((await branchIn(previews, label)) === branch) return label
      }
    }
    throw new Error(`Unexpected branch ${branch}, expected one whose host names are free`)
  } finally {
    await rm(draft, { force: true })
  }
}

function ignoreAbsence(error: NodeJS.ErrnoException): false {
  if (error.code === "ENOENT") return false
  throw error
}

const branchIn = (previews: string, label: string) =>
  readFile(join(previews, label, branchName), "utf8").catch(() => undefined)

/** The branches that have a preview, or had one until they were deleted. */
export async function previewedBranches({ previews }: Places): Promise<readonly string[]> {
  const labels = (await readdir(previews).catch(() => [])).filter((name) => !name.startsWith("."))
  const branches = await Promise.all(labels.map((label) => branchIn(previews, label)))
  return branches.filter((branch) => branch !== undefined)
}

/**
 * Takes the preview of a deleted branch away, at once for its readers.
 *
 * @param bin a folder from which it is then removed
 * @returns whether there was one
 */
export async function removePreview(
  branch: string,
  { previews }: Places,
  bin: string,
): Promise<boolean> {
  for (const label of labelsOf(branch)) {
    if ((await branchIn(previews, label)) !== branch) continue
    await mkdir(bin, { recursive: true })
    await rename(join(previews, label), join(bin, label))
    await rm(join(bin, label), { recursive: true, force: true })
    return true
  }
  return false
}
