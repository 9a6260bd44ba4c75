import { modulesCoveredBy, type Outline } from "@/lib/model/course"
import { ReadMark } from "./read-mark"
import { wordsOf } from "@/lib/model/words/words"

type Props = {
  outline: Outline
  /** Slug of the page being read, whose modules stand out. */
  current?: string
  /** Slugs of the posts whose modules are marked as covered. */
  covered: readonly (string | undefined)[]
  language: string
}

/**
 * A course as a strip of one segment a module: covered, covered on this page, to come. That of a module
 * that is read stands higher.
 */
export function CourseStrip({ outline, current, covered, language }: Props) {
  const here = current === undefined ? [] : modulesCoveredBy(outline, current)
  const before = new Set(
    covered.flatMap((slug) => (slug === undefined ? [] : modulesCoveredBy(outline, slug))),
  )
  const count = outline.modules.length
  const numbers = (here.length > 0 ? here : [...before])
    .map(({ number }) => number)
    .sort((a, b) => a - b)
    .map(String)
  if (numbers.length === 0) return null
  return (
    <div
      className={`mb-4 grid h-[9px] auto-cols-fr grid-flow-col items-end gap-1 md:mb-6 ${columns[count] ?? ""}`}
      role="img"
      aria-label={wordsOf(language).modulesOf(
        numbers,
        new Intl.ListFormat(language).format(numbers),
        count,
        outline.course.title,
      )}
    >
      {outline.modules.map((module) => (
        <span
          key={module.slug}
          className={`relative h-1 rounded-[1px] bg-(--fill) ${fillOf(module, here, before)}`}
        >
          <ReadMark posts={module.posts} language={language}>
            <span className="absolute inset-x-0 -top-[5px] bottom-0 rounded-[1px] bg-[var(--read,var(--fill))]" />
          </ReadMark>
        </span>
      ))}
    </div>
  )
}

/** Columns that are there before the segments are: those that come later in a page move none. */
const columns: readonly (string | undefined)[] = [
  undefined,
  "grid-cols-1",
  "grid-cols-2",
  "grid-cols-3",
  "grid-cols-4",
  "grid-cols-5",
  "grid-cols-6",
  "grid-cols-7",
  "grid-cols-8",
  "grid-cols-9",
  "grid-cols-10",
  "grid-cols-11",
  "grid-cols-12",
]

/** Colours of a segment, and of what stands higher once it is read where that has one of its own. */
function fillOf<Module>(module: Module, here: readonly Module[], before: ReadonlySet<Module>) {
  if (here.includes(module)) return "[--fill:var(--accent)]"
  return before.has(module)
    ? "[--fill:var(--accent-soft)] [--read:var(--accent-read)]"
    : "[--fill:var(--line)]"
}
