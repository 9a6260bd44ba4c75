import { useId } from "react"

type Props<Value extends string> = {
  label: string
  /** What it is called, where its label is part of a sentence. */
  name?: string
  value: Value
  /** What can be chosen, and what readers see of it. */
  options: Readonly<Record<Value, string>>
  onChange: (value: Value) => void
}

/** One of a few things. */
export function Choice<Value extends string>({
  label,
  name,
  value,
  options,
  onChange,
}: Props<Value>) {
  const id = useId()
  return (
    <label className="figure-field" htmlFor={id}>
      {label !== "" && <span>{label}</span>}
      <select
        id={id}
        aria-label={name}
        value={value}
        onChange={({ currentTarget }) => onChange(currentTarget.value as Value)}
      >
        {Object.entries<string>(options).map(([one, shown]) => (
          <option key={one} value={one}>
            {shown}
          </option>
        ))}
      </select>
    </label>
  )
}
