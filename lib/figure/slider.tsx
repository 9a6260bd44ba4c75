import { useId, type InputEvent } from "react"
import { format } from "./format"

type Props = {
  label: string
  value: number
  min: number
  max: number
  step?: number
  /** Its value as the reader sees it. */
  shown?: string
  onChange: (value: number) => void
}

/** A number on a line from a least to a greatest. */
export function Slider({ label, value, min, max, step = 1, shown, onChange }: Props) {
  const id = useId()
  return (
    <label className="figure-field" htmlFor={id}>
      <span>{label}</span>
      <input
        id={id}
        type="range"
        min={min}
        max={max}
        step={step}
        value={value}
        aria-valuetext={shown}
        onInput={({ currentTarget }: InputEvent<HTMLInputElement>) =>
          onChange(Number(currentTarget.value))
        }
      />
      <span className="figure-number-shown">{shown ?? format(value)}</span>
    </label>
  )
}
