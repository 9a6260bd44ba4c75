import type { ReactNode } from "react"

type Props = {
  summary: ReactNode
  /** Where the column begins to be always open: from `md` or `xl` on. */
  className: string
  children: ReactNode
}

/** A disclosure above the text which, where there is room, is a column beside it. */
export function ColumnDisclosure({ summary, className, children }: Props) {
  return (
    <details className={`group open:pb-[1.4rem] ${className}`}>
      <summary className="flex min-h-6 list-none items-baseline gap-4 py-3 font-sans text-sm font-medium text-ink [&::-webkit-details-marker]:hidden">
        {summary}
        {/* Points down, and up where it is open. */}
        <span className="ml-auto size-[0.45rem] flex-none [transform:translateY(-0.15rem)_rotate(45deg)] border-r-[1.5px] border-b-[1.5px] border-soft group-open:[transform:rotate(225deg)]" />
      </summary>
      {children}
    </details>
  )
}
