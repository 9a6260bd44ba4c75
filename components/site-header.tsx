import {
  courseAddress,
  coursesAddress,
  figuresAddress,
  homeAddress,
  isFigurePage,
  pageAddress,
  postsAddress,
  searchAddress,
  seriesListAddress,
} from "@/lib/model/addresses"
import type { Course } from "@/lib/model/course"
import { shortTitleOf, type Page } from "@/lib/model/post"
import type { Site } from "@/lib/model/site"
import { ThemeToggle } from "./theme-toggle"
import { wordsOf, type Words } from "@/lib/model/words/words"

type Props = {
  site: Site
  hasSeries: boolean
  courses: readonly Course[]
  pages: readonly Page[]
}

export function SiteHeader({ site, hasSeries, courses, pages }: Props) {
  const words = wordsOf(site.language)
  const own = site.navigation.map(({ title, url }) => ({ href: url, title }))
  const links = own.length > 0 ? own : linksOf({ hasSeries, courses, pages }, words)
  return (
    <header className="relative z-2 flex flex-wrap items-center gap-x-8 border-b border-line px-(--gutter) py-2 font-sans text-sm">
      <a
        href={homeAddress}
        className="flex min-h-8 items-center gap-2 font-serif text-lg font-semibold tracking-tight no-underline"
      >
        <svg viewBox="0 0 20 20" className="size-5" aria-hidden="true">
          <rect
            x="1"
            y="1"
            width="8"
            height="18"
            rx="1.5"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.6"
          />
          <rect x="11" y="1" width="8" height="18" rx="1.5" className="fill-accent" />
        </svg>
        {site.name}
      </a>
      {/* It grows to the right, and on a phone not at all: what is there stays while the page comes. */}
      <nav
        aria-label={words.site}
        className="mr-13 h-8 font-medium text-soft max-sm:ml-auto max-sm:w-20"
      >
        <details className="sm:always-open">
          <summary className="chevron flex min-h-8 items-center gap-2 px-2">{words.menu}</summary>
          <div className="flex gap-x-5 max-sm:absolute max-sm:inset-x-0 max-sm:top-full max-sm:flex-col max-sm:border-b max-sm:border-line max-sm:bg-paper max-sm:px-(--gutter) max-sm:pt-1 max-sm:pb-3 max-sm:text-base max-sm:shadow-lg">
            {links.map(({ href, title }) => (
              <a
                key={href}
                href={href}
                aria-keyshortcuts={href === searchAddress ? "/" : undefined}
                className="flex min-h-8 items-center no-underline max-sm:min-h-11"
              >
                {title}
              </a>
            ))}
          </div>
        </details>
      </nav>
      <ThemeToggle language={site.language} />
    </header>
  )
}

/** What the site has by itself: its lists, its courses, its pages. */
function linksOf({ hasSeries, courses, pages }: Omit<Props, "site">, words: Words) {
  return [
    { href: postsAddress, title: words.posts },
    ...(hasSeries ? [{ href: seriesListAddress, title: words.series }] : []),
    ...(courses.length > 1
      ? [{ href: coursesAddress, title: words.courses }]
      : courses.map(({ id }) => ({ href: courseAddress(id), title: words.course }))),
    ...(pages.some(isFigurePage) ? [{ href: figuresAddress, title: words.figures }] : []),
    ...pages
      .filter((page) => !isFigurePage(page))
      .map((page) => ({ href: pageAddress(page.slug), title: shortTitleOf(page) })),
    { href: searchAddress, title: words.search },
  ]
}
