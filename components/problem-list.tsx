import type { ShownProblem } from "@/lib/model/shown-problem"

/** What keeps the content from being shown while it is written: each problem, with its line. */
export function ProblemList({ problems }: { problems: readonly ShownProblem[] }) {
  return (
    <div id="content" className="column">
      <p className="label">The content cannot be shown yet</p>
      <h1>{problems.length === 1 ? "One problem" : `${problems.length} problems`}</h1>
      <ol className="entries">
        {problems.map(({ file, place: { line, column }, reason, rule, excerpt }) => (
          <li key={`${file}:${line}:${column}:${rule}:${reason}`}>
            <p className="meta">
              <a href={editorAddress(file, line, column)}>
                {file}:{line}:{column}
              </a>
              <span>{rule}</span>
            </p>
            <p className="text-[1.06rem] leading-normal">{reason}</p>
            {excerpt && (
              <pre
                className="my-3 overflow-x-auto rounded bg-raised p-3 font-mono text-sm"
                tabIndex={0}
                role="region"
                aria-label="The line"
              >
                {excerpt.line.slice(0, excerpt.mark)}
                <mark>{excerpt.line.slice(excerpt.mark, excerpt.mark + 1)}</mark>
                {excerpt.line.slice(excerpt.mark + 1)}
              </pre>
            )}
          </li>
        ))}
      </ol>
      <p className="meta">A file opens in your editor. This page goes when the problem does.</p>
    </div>
  )
}

/** Next.js's development server opens files in the editor that it finds running. */
const editorAddress = (file: string, line: number, column: number) =>
  `/__nextjs_launch-editor?${new URLSearchParams({ file, line1: String(line), column1: String(column) }).toString()}`
