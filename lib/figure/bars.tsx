import { format } from "./format"

export type Bar = {
  name: string
  value: number
  /** What is written behind the bar, in place of its value. */
  shown?: string
  isMarked?: boolean
}

type Props = {
  /** What they show, for those who do not see it. */
  label: string
  bars: readonly Bar[]
  /** Value of the longest bar that there may be. */
  most: number
  /** If values may be below zero: what is, goes to the left of the middle. */
  isSigned?: boolean
}

/** How finely the length of a bar is drawn. */
const whole = 1000

/** A bar a line, with its name before it and its number behind it. */
export function Bars({ label, bars, most, isSigned = false }: Props) {
  const zero = isSigned ? whole / 2 : 0
  const unit = (whole - zero) / (most || 1)
  return (
    <ul className="bars" aria-label={label}>
      {bars.map(({ name, value, shown, isMarked = false }, row) => {
        const length =
          value === 0 ? 0 : Math.max(3, Math.round(Math.min(Math.abs(value), most) * unit))
        return (
          <li key={row} data-marked={isMarked ? "" : undefined}>
            <span>{name}</span>
            <svg viewBox={`0 0 ${whole} 1`} preserveAspectRatio="none" aria-hidden="true">
              {isSigned && <line x1={zero} x2={zero} y1="0" y2="1" />}
              <rect x={value < 0 ? zero - length : zero} width={length} height="1" />
            </svg>
            <span>{shown ?? format(value)}</span>
          </li>
        )
      })}
    </ul>
  )
}
