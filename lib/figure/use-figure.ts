import { useCallback, useEffect, useId, useState } from "react"
import { hashOf, settingsIn } from "./settings"

/** A figure's settings, and what changes them. */
export type Figure<Settings> = {
  settings: Settings
  /** What was wrong with the last change, as a sentence: the settings are those before it. */
  problem: string | undefined
  set: (change: Partial<Settings>) => void
  /** Back to how the text has it. */
  reset: () => void
  isChanged: boolean
  /** Leads to the figure as it is now. */
  link: string
}

/**
 * The settings of a figure: those of the text at first, and those of the address where a link to the figure
 * holds some. Settings that make no sense are never taken.
 *
 * @param written what the text says, with a value for each setting
 * @param problemOf what is wrong with settings, as a sentence for readers
 */
export function useFigure<Settings extends object>(
  written: Settings,
  problemOf: (settings: Settings) => string | undefined,
): Figure<Settings> {
  const id = useId()
  const [start] = useState(written)
  const [state, setState] = useState({ settings: start, problem: undefined as string | undefined })
  const set = useCallback(
    (change: Partial<Settings>) =>
      setState(({ settings }) => {
        const changed = { ...settings, ...change }
        const problem = problemOf(changed)
        return { settings: problem === undefined ? changed : settings, problem }
      }),
    [problemOf],
  )
  useEffect(() => {
    const follow = () => {
      const found = settingsIn(location.hash, id, start)
      if (typeof found === "string") setState(({ settings }) => ({ settings, problem: found }))
      else if (found) set(found)
    }
    follow()
    addEventListener("hashchange", follow)
    return () => removeEventListener("hashchange", follow)
  }, [id, start, set])
  return {
    ...state,
    set,
    reset: () => setState({ settings: start, problem: undefined }),
    isChanged: hashOf(id, state.settings, start) !== hashOf(id, start, start),
    link: hashOf(id, state.settings, start),
  }
}
