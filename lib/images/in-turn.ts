import { availableParallelism } from "node:os"

const waiting: (() => void)[] = []
let free = availableParallelism()

/** Runs a task once a processor is free: as many at once as there are. */
export async function inTurn<Result>(task: () => Promise<Result>): Promise<Result> {
  if (free > 0) free--
  else await new Promise<void>((resolve) => waiting.push(resolve))
  try {
    return await task()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else free++
  }
}
