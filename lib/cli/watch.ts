import { watch } from "chokidar"

/** An editor may empty a file before it writes it anew. */
const awaitWriteFinish = { stabilityThreshold: 20, pollInterval: 10 }

/**
 * Calls back whenever files change, one call after the other: what changes during one is told
 * to the next.
 *
 * @param folders from the root, with a slash behind them: without, a link in place of one is not followed
 * @param onChange told the files, from the root of the project, whose content has changed; nothing
 *   where others were added or removed
 * @returns what ends it
 */
export function watchFiles(
  root: string,
  folders: readonly string[],
  onChange: (edited: ReadonlySet<string> | undefined) => Promise<unknown>,
): () => Promise<void> {
  const changed = new Set<string>()
  let isMoved = false
  let working = Promise.resolve()
  const tell = async () => {
    if (changed.size === 0) return
    const edited = isMoved ? undefined : new Set(changed)
    changed.clear()
    isMoved = false
    await onChange(edited)
  }
  const options = { cwd: root, ignoreInitial: true, awaitWriteFinish, followSymlinks: false }
  const watcher = watch([...folders], options)
  watcher.on("all", (event, path) => {
    if (event.endsWith("Dir")) return // its files tell of themselves
    if (event !== "change") isMoved = true
    changed.add(path.replaceAll("\\", "/"))
    working = working.then(tell)
  })
  return () => watcher.close()
}
