import type { ComponentProps } from "react"

type Props = ComponentProps<"h2"> & { level: 2 | 3 }

/** A heading of a text, with a link to itself. */
export function SectionHeading({ level, id, children }: Props) {
  const Heading = `h${level}` as const
  return (
    <Heading id={id}>
      {children}
      {id !== undefined && (
        <a href={`#${id}`} className="anchor" aria-label="Link to this section">
          #
        </a>
      )}
    </Heading>
  )
}
