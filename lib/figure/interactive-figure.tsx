import type { ReactNode } from "react"
import { DataTable, type Table } from "./data-table"
import type { Figure } from "./use-figure"
import { words } from "./words"

type Props = {
  figure: Pick<Figure<object>, "problem" | "isChanged" | "reset" | "link">
  /** What is seen, in a sentence: it is read aloud when it changes. */
  says: string
  /** The numbers that the picture shows. */
  table: Table
  controls: ReactNode
  /** The picture. */
  children: ReactNode
}

/** A picture that readers change: the picture, what changes it, what it says, and its numbers. */
export function InteractiveFigure({ figure, says, table, controls, children }: Props) {
  const { problem, isChanged, reset, link } = figure
  return (
    <div className="interactive">
      <div className="figure-stage">{children}</div>
      <div className="figure-controls">
        {controls}
        <span className="figure-actions" hidden={!isChanged}>
          <button type="button" onClick={reset}>
            {words.reset}
          </button>
          {isChanged ? <a href={link}>{words.linkToState}</a> : <span>{words.linkToState}</span>}
        </span>
      </div>
      <output className={problem === undefined ? "figure-says" : "figure-says figure-wrong"}>
        {problem ?? says}
      </output>
      <details className="figure-numbers">
        <summary className="chevron">{words.numbers}</summary>
        <div className="figure-rows" role="group" aria-label={words.numbers} tabIndex={0}>
          <DataTable {...table} />
        </div>
      </details>
    </div>
  )
}
