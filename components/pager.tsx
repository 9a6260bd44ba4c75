type Target = { href: string; label: string; title: string }

type Props = {
  /** What it pages through. */
  label: string
  previous?: Target
  next: Target
}

/** To the neighbours of a page in its order. */
export function Pager({ label, previous, next }: Props) {
  return (
    <nav aria-label={label} className="mt-16 grid gap-6 border-t border-line pt-5 sm:grid-cols-2">
      <div>
        {previous && (
          <a href={previous.href} rel="prev" className="block no-underline">
            <span className="block label">{previous.label}</span>
            {previous.title}
          </a>
        )}
      </div>
      <a href={next.href} rel="next" className="block no-underline sm:text-right">
        <span className="block label">{next.label}</span>
        {next.title}
      </a>
    </nav>
  )
}
