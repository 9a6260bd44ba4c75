import { readyTag } from "../model/ready-html"
import type { Run } from "./run"

/**
 * A body with an element in the place of each run of HTML, which need not go through React then.
 *
 * @param put keeps a run of HTML; returns the name that it is found by
 */
export const setAside = (runs: readonly Run[], put: (html: string) => string): readonly Run[] =>
  runs.map((run) =>
    typeof run === "string"
      ? { name: readyTag, props: { name: put(run) }, children: [] }
      : { ...run, children: setAside(run.children, put) },
  )
