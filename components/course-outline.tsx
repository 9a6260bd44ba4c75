import { moduleAddress } from "@/lib/model/addresses"
import type { Outline, OutlineModule, OutlineTopic } from "@/lib/model/course"
import { ReadMark } from "./read-mark"

type Props = {
  outline: Outline
  /** The modules to show; all of them if nothing is said. */
  modules?: readonly OutlineModule[]
  /** Slug of the post being read: the modules that it covers are open. */
  current?: string
  /** Level of a module's heading, where the outline is what the page is about: all modules are open. */
  headingLevel?: 2 | 3
}

/**
 * Modules as disclosures; inside, their topics with the passages and papers about them. Its looks are
 * in `lib/elements/course-outline/style.css`.
 */
export function CourseOutline({
  outline,
  modules = outline.modules,
  current,
  headingLevel,
}: Props) {
  const isOpen = ({ posts }: OutlineModule) =>
    headingLevel !== undefined || modules.length === 1 || posts.some(({ slug }) => slug === current)
  return (
    <div className={headingLevel === undefined ? "outline print:hidden" : "outline"}>
      {modules.length > 1 && <Summary modules={modules} isOpen={modules.every(isOpen)} />}
      {modules.map((module) => (
        <details key={module.slug} className="module" open={isOpen(module)}>
          <summary className="chevron">
            <span>{module.number}</span>
            <ModuleTitle title={module.title} headingLevel={headingLevel} />
            <span className="where">{whereOf(module, current)}</span>
            <ReadMark posts={module.posts} />
          </summary>
          <ul>
            {module.topics.map((topic) => (
              <Topic key={topic.slug} topic={topic} isShared={isShared(topic, module)} />
            ))}
          </ul>
          <a href={moduleAddress(outline.course.id, module.slug)}>About this module</a>
        </details>
      ))}
    </div>
  )
}

/** How much there is, and a button that opens all of it: `lib/elements/course-outline/enhance.ts`. */
function Summary({ modules, isOpen }: { modules: readonly OutlineModule[]; isOpen: boolean }) {
  const topics = modules.reduce((sum, module) => sum + module.topics.length, 0)
  return (
    <p>
      {topics === 1 ? "One topic" : `${topics} topics`} in {modules.length} modules
      <button type="button" className="scripted">
        {isOpen ? "Close all" : "Open all"}
      </button>
    </p>
  )
}

function ModuleTitle({ title, headingLevel }: { title: string; headingLevel?: 2 | 3 }) {
  const Title = headingLevel === undefined ? "strong" : (`h${headingLevel}` as const)
  return <Title>{title}</Title>
}

/** Whether other topics of the module lead to the same passage, of which this one is not the name. */
const isShared = ({ title, passage }: OutlineTopic, { topics }: OutlineModule) =>
  passage?.heading !== title &&
  topics.filter((topic) => passage && topic.passage?.href === passage.href).length > 1

function Topic({ topic: { title, passage, papers }, isShared }: TopicProps) {
  return (
    <li>
      <span>
        {passage ? <a href={passage.href}>{title}</a> : title}
        {isShared && passage?.heading !== undefined && <small> in {passage.heading}</small>}
      </span>
      {papers.length > 0 && (
        <small>
          {papers.map(({ key, label, title, url }) =>
            url === undefined ? (
              <cite key={key} title={title}>
                {label}
              </cite>
            ) : (
              <a key={key} href={url} title={title}>
                {label}
              </a>
            ),
          )}
        </small>
      )}
    </li>
  )
}

type TopicProps = { topic: OutlineTopic; isShared: boolean }

/** "this part", "Part 1", "Parts 1 and 2", or nothing where no post covers it yet. */
function whereOf({ posts }: OutlineModule, current: string | undefined): string {
  const names = posts.map(({ slug, part, shortTitle, title }) =>
    slug === current ? "this part" : part === undefined ? (shortTitle ?? title) : `Part ${part}`,
  )
  return new Intl.ListFormat("en").format(names)
}
