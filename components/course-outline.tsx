import { moduleAddress } from "@/lib/model/addresses"
import type { Outline, OutlineModule, OutlineTopic } from "@/lib/model/course"
import { PaperLink } from "./paper-link"
import { ReadMark } from "./read-mark"

type Props = {
  outline: Outline
  /** The modules to show; all of them if nothing is said. */
  modules?: readonly OutlineModule[]
  /** Slug of the post being read: the modules that it covers are open. */
  current?: string
  /** Level of a module's heading, where the outline is what the page is about. */
  headingLevel?: 2 | 3
}

/** Modules as disclosures; inside, their topics with the passages and papers about them. */
export function CourseOutline({
  outline,
  modules = outline.modules,
  current,
  headingLevel,
}: Props) {
  return (
    <div className="@container my-8 border-t border-ink">
      {modules.map((module) => (
        <details
          key={module.slug}
          className="group border-b border-line"
          open={modules.length === 1 || module.posts.some(({ slug }) => slug === current)}
        >
          <summary className="grid w-auto list-none grid-cols-[2.1rem_1fr_auto_auto] items-baseline py-[0.7rem] leading-[1.35] [&::-webkit-details-marker]:hidden">
            <span
              className="text-xl leading-none font-medium text-soft group-open:text-accent"
              aria-hidden="true"
            >
              {module.number}
            </span>
            <ModuleTitle title={module.title} headingLevel={headingLevel} />
            <span className="pl-3 font-sans text-xs font-medium text-soft">
              {whereOf(module, current)}
            </span>
            <span className="w-6 text-right text-accent">
              <ReadMark posts={module.posts} />
            </span>
          </summary>
          <ul className="mb-[0.7rem] ml-[2.1rem] list-none p-0 font-sans text-[0.9rem]/[1.4]">
            {module.topics.map((topic) => (
              <Topic key={topic.slug} topic={topic} />
            ))}
          </ul>
          <a
            href={moduleAddress(outline.course.id, module.slug)}
            className="mb-4 ml-[2.1rem] inline-block font-sans text-sm text-soft print:hidden"
          >
            About this module
          </a>
        </details>
      ))}
    </div>
  )
}

function ModuleTitle({ title, headingLevel }: { title: string; headingLevel?: 2 | 3 }) {
  const Title = headingLevel === undefined ? "span" : (`h${headingLevel}` as const)
  return (
    <Title className="m-0 text-[1.06rem] leading-[1.35] font-medium tracking-normal">{title}</Title>
  )
}

function Topic({ topic: { title, passage, papers } }: { topic: OutlineTopic }) {
  return (
    <li className="m-0 py-[0.1rem] @min-[34rem]:flex @min-[34rem]:justify-between @min-[34rem]:gap-4">
      {passage ? (
        <a
          href={passage.href}
          className="inline-block min-h-6 py-[0.1rem] no-underline hover:underline"
        >
          {title}
        </a>
      ) : (
        <span>{title}</span>
      )}
      {papers.length > 0 && (
        <span className="flex flex-wrap gap-x-3 text-[0.82rem] text-soft print:hidden">
          {papers.map((paper) => (
            <PaperLink key={paper.key} paper={paper} />
          ))}
        </span>
      )}
    </li>
  )
}

/** "this part", "Part 1", "Parts 1 and 2", or nothing where no post covers it yet. */
function whereOf({ posts }: OutlineModule, current: string | undefined): string {
  const names = posts.map(({ slug, part, shortTitle, title }) =>
    slug === current ? "this part" : part === undefined ? (shortTitle ?? title) : `Part ${part}`,
  )
  return new Intl.ListFormat("en").format(names)
}
