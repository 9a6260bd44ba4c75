import { execFileSync } from "node:child_process"
import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { writePosts, type PostOptions } from "./posts"

/** The project that is measured: the one that this file belongs to. */
export const root = process.cwd()

/** Folders to remove at the end, also where a section fails. */
const folders: string[] = []

/** An empty folder, outside of the project, that {@link removeFolders} removes. */
export async function temporaryFolder(name: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), `partwise-bench-${name}-`))
  folders.push(folder)
  return folder
}

export async function removeFolders(): Promise<void> {
  for (const folder of folders.splice(0)) await removeFolder(folder)
}

/** A program that has just been killed may still be writing there. */
export const removeFolder = (folder: string): Promise<void> =>
  rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })

/**
 * A copy of the project as it is now, uncommitted files included and nothing built, with generated
 * posts for its content.
 */
export async function copyProject(posts: number, options?: PostOptions): Promise<string> {
  const folder = await copySources(`partwise-${posts}`, isNeeded)
  await mkdir(join(folder, "content/pages"), { recursive: true })
  await writeFile(join(folder, "content/pages/about.mdx"), about)
  await writeFile(join(folder, "content/words.txt"), words)
  await writeFile(join(folder, "content/glossary.yaml"), glossary)
  await writeFile(join(folder, "content/references.bib"), references)
  await writePosts(posts, (slug) => join(folder, "content/posts", slug, "index.mdx"), options)
  return folder
}

/** A copy of the project with its own content, and nothing built. */
export const copySite = () => copySources("site", (file) => !/^(?:bench|e2e)\//.test(file))

async function copySources(name: string, isNeeded: (file: string) => boolean): Promise<string> {
  const folder = await temporaryFolder(name)
  const listed = execFileSync("git", ["ls-files", "-z", "-c", "-o", "--exclude-standard"], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 1e8,
  })
  const files = listed.split("\0").filter((file) => file !== "" && isNeeded(file))
  for (const file of new Set(files)) {
    await mkdir(dirname(join(folder, file)), { recursive: true })
    await cp(join(root, file), join(folder, file)).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "ENOENT") throw error // deleted, but not yet in a commit
    })
  }
  // Hard links: Turbopack refuses packages that a symbolic link leads to outside of the project.
  execFileSync("cp", ["-al", join(root, "node_modules"), folder])
  // What earlier builds have kept would make a cold build warm.
  await rm(join(folder, "node_modules/.cache"), { recursive: true, force: true })

  return folder
}

/** Our own posts, series and courses would make pages that the other side has no equal of. */
const isNeeded = (file: string) =>
  !/^(?:bench|e2e)\//.test(file) && (!file.startsWith("content/") || file === "content/site.yaml")

/** Of the generated posts: what their author would have listed. */
const words = `embeddings
hyperparameter
interpretable
softmax
tokenisation
tokenizer
`

const about = `---
title: About
description: What is measured here.
---

Generated posts, to be measured.
`

const glossary = `- term: softmax
  definition: A function that makes probabilities of scores.
`

const references = `@article{kingma2015,
  author = {Kingma, Diederik P. and Ba, Jimmy},
  title = {Adam: A method for stochastic optimization},
  year = {2015}
}
`
