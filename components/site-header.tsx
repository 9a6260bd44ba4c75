import {
  courseAddress,
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
  courses: readonly Course[]
  pages: readonly Page[]
}

export function SiteHeader({ site, courses, pages }: Props) {
  const links = [
    { href: postsAddress, title: "Posts" },
    { href: seriesListAddress, title: "Series" },
    ...courses.slice(0, 1).map(({ id }) => ({ href: courseAddress(id), title: "Course" })),
    ...pages.map(({ slug, title }) => ({ href: pageAddress(slug), title })),
  ]
  return (
    <header className="relative flex flex-wrap items-center justify-between gap-x-6 border-b border-line px-(--gutter) py-2 font-sans text-sm">
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
      <nav
        aria-label="Site"
        className="mr-13 ml-auto flex flex-wrap gap-x-5 font-medium text-soft max-sm:mr-0 max-sm:w-full"
      >
        {links.map(({ href, title }) => (
          <a key={href} href={href} className="flex min-h-8 items-center no-underline">
            {title}
          </a>
        ))}
      </nav>
      <ThemeToggle />
    </header>
  )
}
