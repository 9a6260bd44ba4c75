import { availableParallelism } from "node:os"
import pLimit from "p-limit"

const limit = pLimit(availableParallelism() * 2)

/** Runs a task for each item, as many at once as there are processors, and some to read ahead. */
export async function inParallel<Item>(
  items: readonly Item[],
  task: (item: Item) => Promise<void>,
): Promise<void> {
  const results = await Promise.allSettled(items.map((item) => limit(task, item)))
  for (const result of results) if (result.status === "rejected") throw result.reason
}
