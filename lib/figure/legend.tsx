/** The names of lines, each beside a piece of its line. */
export function Legend({ names }: { names: readonly string[] }) {
  return (
    <ul className="figure-legend">
      {names.map((name, index) => (
        <li key={name}>
          <svg viewBox="0 0 30 8" className={`plot-line plot-line-${index + 1}`} aria-hidden="true">
            <path d="M0 4H30" />
          </svg>
          {name}
        </li>
      ))}
    </ul>
  )
}
