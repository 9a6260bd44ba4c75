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
  /** Whether it only shows the way: every module is closed. */
  asMap?: boolean
}

/** Modules as disclosures; inside, their topics with the passages and papers about them. */
export function CourseOutline({
  outline,
  modules = outline.modules,
  current,
  headingLevel,
  asMap = false,
}: Props) {
  return (
    <div className={asMap ? "course-outline outline-map" : "course-outline"}>
      {modules.map((module) => (
        <details
          key={module.slug}
          open={
            !asMap && (modules.length === 1 || module.posts.some(({ slug }) => slug === current))
          }
        >
          <summary>
            <span className="outline-number" aria-hidden="true">
              {module.number}
            </span>
            <ModuleTitle title={module.title} headingLevel={headingLevel} />
            <span className="outline-where">{whereOf(module, current)}</span>
            <span className="outline-read">
              <ReadMark posts={module.posts} />
            </span>
          </summary>
          <ul>
            {module.topics.map((topic) => (
              <Topic key={topic.slug} topic={topic} />
            ))}
          </ul>
          <a href={moduleAddress(outline.course.id, module.slug)} className="outline-more">
            About this module
          </a>
        </details>
      ))}
    </div>
  )
}

function ModuleTitle({ title, headingLevel }: { title: string; headingLevel?: 2 | 3 }) {
  const Title = headingLevel === undefined ? "span" : (`h${headingLevel}` as const)
  return <Title className="outline-title">{title}</Title>
}

function Topic({ topic: { title, passage, papers } }: { topic: OutlineTopic }) {
  return (
    <li>
      {passage ? <a href={passage.href}>{title}</a> : <span>{title}</span>}
      {papers.length > 0 && (
        <span className="outline-extras">
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
