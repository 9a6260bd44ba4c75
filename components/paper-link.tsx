import type { Reference } from "@/lib/model/reference"

/** A paper as it is cited, leading to where it can be read. */
export function PaperLink({ paper: { label, title, url } }: { paper: Reference }) {
  if (url === undefined) return <cite title={title}>{label}</cite>
  return (
    <a href={url} title={title} className="inline-block min-h-6 py-[0.1rem]">
      {label}
    </a>
  )
}
