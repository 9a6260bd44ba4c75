type Target = { href: string; label: string; title: string; description?: string }

type Props = {
  /** What it pages through. */
  label: string
  previous?: Target
  next: Target
}

/** To the neighbours of a page in its order. */
export function Pager({ label, previous, next }: Props) {
  return (
    <nav
      aria-label={label}
      className="mt-8 grid gap-6 border-t border-line pt-5 sm:grid-cols-[1fr_2fr] print:hidden"
    >
      <div className="max-sm:order-1">
        {previous && (
          <a href={previous.href} rel="prev" className="group block no-underline">
            <Name {...previous} />
          </a>
        )}
      </div>
      <a href={next.href} rel="next" className="group block no-underline sm:text-right">
        <Name {...next} />
        {next.description !== undefined && (
          <span className="mt-1 block text-base text-soft">{next.description}</span>
        )}
      </a>
    </nav>
  )
}

const Name = ({ label, title }: Target) => (
  <>
    <span className="block label">{label}</span>
    <span className="font-semibold group-hover:text-accent">{title}</span>
  </>
)
