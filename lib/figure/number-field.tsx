import { useId } from "react"

type Props = {
  label: string
  value: number
  /** With what the reader has written: NaN where that is no number. */
  onChange: (value: number) => void
}

/** A number that is written. */
export function NumberField({ label, value, onChange }: Props) {
  const id = useId()
  return (
    <label className="figure-field" htmlFor={id}>
      <span>{label}</span>
      <input
        id={id}
        type="number"
        step="any"
        value={value}
        onChange={({ currentTarget }) => onChange(currentTarget.valueAsNumber)}
      />
    </label>
  )
}
