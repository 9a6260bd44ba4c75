import { moduleAddress } from "@/lib/model/addresses"
import type { Outline, OutlineModule, OutlineTopic } from "@/lib/model/course"
import { ReadMark } from "./read-mark"
import { wordsOf, type Words } from "@/lib/model/words/words"

type Props = {
  outline: Outline
  /** The modules to show; all of them if nothing is said. */
  modules?: readonly OutlineModule[]
  /** Slug of the post being read: the modules that it covers are open. */
  current?: string
  /** Level of a module's heading, where the outline is what the page is about: all modules are open. */
  headingLevel?: 2 | 3
  language: string
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
  language,
}: Props) {
  const words = wordsOf(language)
  const isOpen = ({ posts }: OutlineModule) =>
    headingLevel !== undefined || modules.length === 1 || posts.some(({ slug }) => slug === current)
  return (
    <div className={headingLevel === undefined ? "outline print:hidden" : "outline"}>
      {modules.length > 1 && (
        <Summary modules={modules} isOpen={modules.every(isOpen)} words={words} />
      )}
      {modules.map((module) => (
        <details key={module.slug} className="module" open={isOpen(module)}>
          <summary className="chevron">
            <span>{module.number}</span>
            <ModuleTitle title={module.title} headingLevel={headingLevel} />
            <span className="where">{whereOf(module, current, language)}</span>
            <ReadMark posts={module.posts} language={language} />
          </summary>
          <ul>
            {module.topics.map((topic) => (
              <Topic
                key={topic.slug}
                topic={topic}
                isShared={isShared(topic, module)}
                words={words}
              />
            ))}
          </ul>
          <a href={moduleAddress(outline.course.id, module.slug)}>{words.aboutModule}</a>
        </details>
      ))}
    </div>
  )
}

/** How much there is, and a button that opens all of it: `lib/elements/course-outline/enhance.ts`. */
function Summary({ modules, isOpen, words }: SummaryProps) {
  const topics = modules.reduce((sum, module) => sum + module.topics.length, 0)
  return (
    <p>
      {words.topicsIn(topics, modules.length)}
      <button
        type="button"
        className="scripted"
        data-open={words.openAll}
        data-close={words.closeAll}
      >
        {isOpen ? words.closeAll : words.openAll}
      </button>
    </p>
  )
}

type SummaryProps = { modules: readonly OutlineModule[]; isOpen: boolean; words: Words }

function ModuleTitle({ title, headingLevel }: { title: string; headingLevel?: 2 | 3 }) {
  const Title = headingLevel === undefined ? "strong" : (`h${headingLevel}` as const)
  return <Title>{title}</Title>
}

/** Whether other topics of the module lead to the same passage, of which this one is not the name. */
const isShared = ({ title, passage }: OutlineTopic, { topics }: OutlineModule) =>
  passage?.heading !== title &&
  topics.filter((topic) => passage && topic.passage?.href === passage.href).length > 1

function Topic({ topic: { title, passage, papers, figure }, isShared, words }: TopicProps) {
  return (
    <li>
      <span>
        {passage ? <a href={passage.href}>{title}</a> : title}
        {isShared && passage?.heading !== undefined && (
          <small>
            {" "}
            {words.inPassage} {passage.heading}
          </small>
        )}
      </span>
      {(papers.length > 0 || figure) && (
        <small>
          {figure && (
            <a href={figure.href} title={figure.title}>
              {words.oneFigure}
            </a>
          )}
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

type TopicProps = { topic: OutlineTopic; isShared: boolean; words: Words }

/** "this part", "Part 1", "Parts 1 and 2", or nothing where no post covers it yet. */
function whereOf({ posts }: OutlineModule, current: string | undefined, language: string): string {
  const words = wordsOf(language)
  const names = posts.map(({ slug, part, shortTitle, title }) =>
    slug === current
      ? words.thisPart
      : part === undefined
        ? (shortTitle ?? title)
        : words.part(part),
  )
  return new Intl.ListFormat(language).format(names)
}
