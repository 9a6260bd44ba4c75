import { join } from "node:path"
import { buildAstro, createAstro } from "./astro"
import { measureSuccess } from "./measure"
import { longPost, slugAt } from "./posts"
import { copyProject, root } from "./project"
import { freePort, startServer, type Server } from "./server"
import { shellOf } from "./shell"
import type { Tools } from "./tools"

/** Both sites, built from the same posts and served. */
export type Pair = {
  ours: Server
  theirs: Server
  /** Our copy of the project, built. */
  folder: string
}

/** The address of the post that is weighed, timed and loaded. */
export const postAddress = `/posts/${slugAt(longPost)}/`

const posts = 20

let started: Promise<Pair> | undefined

/** Builds and serves both sites; once, for all the sections that need them. */
export const startPair = (tools: Tools): Promise<Pair> => (started ??= startBoth(tools))

async function startBoth(tools: Tools): Promise<Pair> {
  const folder = await copyProject(posts)
  const env = { NEXT_TELEMETRY_DISABLED: "1", NODE_ENV: undefined, SITE_ENV: undefined }
  await measureSuccess("npm", ["run", "build"], { cwd: folder, env })
  const ours = await startOurs(folder)

  const shell = await shellOf(ours.origin + postAddress)
  const astro = await createAstro(posts, tools, { shell })
  await buildAstro(astro, tools)
  const port = await freePort()
  const script = join(root, "bench/static-files.ts")
  const command = [process.execPath, "--import", "tsx", script, join(astro, "dist"), String(port)]
  const theirs = await startServer(command as [string, ...string[]], { cwd: root, port })
  return { ours, theirs, folder }
}

/** Our site as `npm start` serves it. */
export async function startOurs(folder: string, before: readonly string[] = []): Promise<Server> {
  const port = await freePort()
  const env = { PORT: String(port), HOST: "localhost", NODE_ENV: undefined, SITE_ENV: undefined }
  const [command = "", ...args] = [...before, "npm", "start"]
  return startServer([command, ...args], { cwd: folder, port, env, path: postAddress })
}
