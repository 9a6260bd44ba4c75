import { words } from "./words"

type Props = {
  /** What is stepped through: "Window". */
  label: string
  /** From 0. */
  value: number
  count: number
  onChange: (value: number) => void
}

/** Step by step through something, in the reader's time. */
export function Stepper({ label, value, count, onChange }: Props) {
  return (
    <div className="figure-field" role="group" aria-label={label}>
      <span>
        {label} {value + 1} {words.of} {count}
      </span>
      <button type="button" disabled={value <= 0} onClick={() => onChange(value - 1)}>
        {words.back}
      </button>
      <button type="button" disabled={value >= count - 1} onClick={() => onChange(value + 1)}>
        {words.next}
      </button>
    </div>
  )
}
