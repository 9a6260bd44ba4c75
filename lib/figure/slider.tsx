import { useId, type InputEvent } from "react"
import { format } from "./format"
import type { Figure } from "./use-figure"

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

/** What a slider moves between, and in which steps. */
export type Range = { label: string; min: number; max: number; step?: number; unit?: string }

/** Names of settings that are numbers. */
type Numbers<Settings> = {
  [Name in keyof Settings & string]: Settings[Name] extends number ? Name : never
}[keyof Settings & string]

type SlidersProps<Settings> = {
  figure: Pick<Figure<Settings>, "settings" | "set">
  /** By the names of the settings, in the order in which they stand. */
  ranges: Partial<Record<Numbers<Settings>, Range>>
}

/** A slider for each of some settings of a figure, one below the other. */
export function Sliders<Settings extends object>({ figure, ranges }: SlidersProps<Settings>) {
  const { settings, set } = figure
  const named = Object.entries(ranges) as [Numbers<Settings>, Range][]
  return (
    <div className="figure-sliders">
      {named.map(([name, { unit, ...range }]) => (
        <Slider
          key={name}
          {...range}
          value={settings[name] as number}
          shown={unit && format(settings[name] as number) + unit}
          onChange={(next) => set({ [name]: next } as Partial<Settings>)}
        />
      ))}
    </div>
  )
}
