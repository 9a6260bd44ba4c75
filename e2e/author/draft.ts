import type { Page } from "@playwright/test"

// The post of the journey, and where it shows: as the next part of the series, and as the last topic of
// the course that the series is about.

export const title = "Größe & Quokkas"
export const slug = "größe-quokkas"
export const file = `content/posts/${slug}/index.mdx`
export const address = `/posts/${encodeURIComponent(slug)}/`

/** Each word of it that nobody but the author and a guest may read before it is published. */
export const word = /quokka/i

export const id = "deep-learning-specialization"
export const series = "Deep Learning Specialization"
export const seriesAddress = `/series/${id}/`
export const part2 = `/posts/${id}-part-2/`
export const topic = "What comes after"

/** The parts in the sidebar of a page. */
export const partsIn = (page: Page) =>
  page.getByRole("navigation", { name: `Series: ${series}` }).locator(":scope > ol > li")

/** Goes to the page of the course, whose modules are open. */
export const openCourse = (page: Page) => page.goto(`/courses/${id}/`)
