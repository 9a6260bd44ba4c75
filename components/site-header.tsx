import {
  courseAddress,
  coursesAddress,
  homeAddress,
  pageAddress,
  postsAddress,
  seriesListAddress,
} from "@/lib/model/addresses"
import type { Course } from "@/lib/model/course"
import type { Page } from "@/lib/model/post"
import type { Site } from "@/lib/model/site"
import { ThemeToggle } from "./theme-toggle"

type Props = {
  site: Site
  hasSeries: boolean
  courses: readonly Course[]
  pages: readonly Page[]
}

export function SiteHeader({ site, hasSeries, courses, pages }: Props) {
  const links = [
    { href: postsAddress, title: "Posts" },
    ...(hasSeries ? [{ href: seriesListAddress, title: "Series" }] : []),
    ...(courses.length > 1
      ? [{ href: coursesAddress, title: "Courses" }]
      : courses.map(({ id }) => ({ href: courseAddress(id), title: "Course" }))),
    ...pages.map(({ slug, title }) => ({ href: pageAddress(slug), title })),
  ]
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
      <nav aria-label="Site" className="mr-13 h-8 font-medium text-soft max-sm:ml-auto max-sm:w-20">
        <details className="sm:always-open">
          <summary className="chevron flex min-h-8 items-center gap-2 px-2">Menu</summary>
          <div className="flex gap-x-5 max-sm:absolute max-sm:inset-x-0 max-sm:top-full max-sm:flex-col max-sm:border-b max-sm:border-line max-sm:bg-paper max-sm:px-(--gutter) max-sm:pt-1 max-sm:pb-3 max-sm:text-base max-sm:shadow-lg">
            {links.map(({ href, title }) => (
              <a
                key={href}
                href={href}
                className="flex min-h-8 items-center no-underline max-sm:min-h-11"
              >
                {title}
              </a>
            ))}
          </div>
        </details>
      </nav>
      <ThemeToggle />
    </header>
  )
}
