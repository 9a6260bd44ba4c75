import { existsSync } from "node:fs"
import { availableParallelism } from "node:os"
import { fileURLToPath } from "node:url"
import { Tinypool } from "tinypool"

/** Fewer tasks than this are done sooner than threads start. */
const worthThreads = 12

/**
 * Threads that run a worker, as many as there are processors.
 *
 * @param worker the name of its bundle, which lies beside that of the command (`lib/cli/bundle.mjs`)
 * @param tasks how many there are at least
 * @returns undefined where there are too few tasks, or no bundle, as in tests, which run sources
 */
export function openThreads(worker: string, tasks: number): Tinypool | undefined {
  const filename = fileURLToPath(new URL(`./${worker}.mjs`, import.meta.url))
  if (tasks < worthThreads || !existsSync(filename)) return undefined
  const threads = availableParallelism()
  return new Tinypool({
    filename,
    minThreads: threads,
    maxThreads: threads,
    resourceLimits: { maxYoungGenerationSizeMb: 96 }, // collected less often: a sixth less time
  })
}
