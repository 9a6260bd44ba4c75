import { contentsOf, type Heading } from "@/lib/model/post"
import { BackToTop } from "./back-to-top"
import { ColumnDisclosure } from "./column-disclosure"

/** The sections of a page, with their subsections where those are few. */
export function TableOfContents({ headings }: { headings: readonly Heading[] }) {
  const shown = contentsOf(headings)
  if (shown.length === 0) return null
  return (
    <nav
      aria-label="On this page"
      className="toc border-b border-line md:border-none md:max-xl:side-column md:max-xl:[grid-area:2/2] xl:not-first:mt-8"
    >
      <ColumnDisclosure summary="On this page" className="md:always-open">
        <p className="hidden label" aria-hidden="true">
          On this page
        </p>
        <ol className="font-sans text-[0.86rem]/[1.4]">
          {shown.map(({ depth, id, text }) => (
            // The section being read has a bar twice as wide.
            <li
              key={id}
              className={`border-l-2 border-line text-soft current:border-accent current:text-ink current:[box-shadow:inset_2px_0_var(--accent)] ${depth === 3 ? "pl-[1.8rem] text-[0.8rem]" : "pl-[0.9rem]"}`}
            >
              <a href={`#${id}`} className="inline-block min-h-6 py-[0.28rem] no-underline">
                {text}
              </a>
            </li>
          ))}
        </ol>
      </ColumnDisclosure>
      <BackToTop className="mt-4 pl-4 max-md:hidden" />
    </nav>
  )
}
