import { inLanguage } from "@/lib/model/language"

type Target = {
  href: string
  label: string
  title: string
  description?: string
  /** Of the last two, if it is not the site's. */
  lang?: string
}

type Props = {
  /** What it pages through. */
  label: string
  previous?: Target
  next?: Target
  /** What the last of them leads to instead: all of them. */
  end: Target
}

/** To the neighbours of a page in its order. */
export function Pager({ label, previous, next, end }: Props) {
  const onward = next ?? end
  return (
    <nav
      aria-label={label}
      className="pager mt-8 grid gap-6 border-t border-line pt-5 sm:grid-cols-[1fr_2fr] print:hidden"
    >
      <div className="max-sm:order-1">
        {previous && (
          <a href={previous.href} rel="prev" className="group block no-underline">
            <Name {...previous} />
          </a>
        )}
      </div>
      <a
        href={onward.href}
        rel={next ? "next" : undefined}
        className="group block no-underline sm:text-right"
      >
        <Name {...onward} />
        {onward.description !== undefined && (
          <span className="mt-1 block text-base text-soft" {...inLanguage(onward)}>
            {onward.description}
          </span>
        )}
      </a>
    </nav>
  )
}

const Name = ({ label, title, lang }: Target) => (
  <>
    <span className="block label">{label}</span>
    <span className="font-semibold group-hover:text-accent" {...inLanguage({ lang })}>
      {title}
    </span>
  </>
)
