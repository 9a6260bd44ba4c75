import type { ReactNode } from "react"
import { moduleAddress, postAddress } from "@/lib/model/addresses"
import { modulesCoveredBy, type Outline } from "@/lib/model/course"
import { inLanguage } from "@/lib/model/language"
import type { Part, WrittenPart as Written } from "@/lib/model/series"
import { PostDate } from "./post-date"
import { ReadLabel } from "./read-label"
import { UnpublishedLabel } from "./unpublished"
import { capitalised, wordsOf } from "@/lib/model/words/words"

type Props = {
  parts: readonly Part[]
  outline?: Outline
  language: string
  /** Whether each part tells its description and what it covers. */
  detailed?: boolean
  /** A way to hear of a part that is to come. */
  renderComing?: (part: number) => ReactNode
}

/** The parts of a series in their order; one to come is text, not a link. */
export function PartList({ parts, outline, language, detailed = false, renderComing }: Props) {
  const words = wordsOf(language)
  return (
    <ol className="entries">
      {parts.map((part) => (
        <li key={part.number} className="sm:grid sm:grid-cols-[6rem_minmax(0,1fr)]">
          <p className="label sm:mt-[0.6rem]">
            {words.part(part.number)}
            {part.post && (
              <ReadLabel
                posts={[part.post]}
                language={language}
                className="max-sm:ml-3 sm:mt-[0.3rem] sm:block"
              />
            )}
          </p>
          {part.post ? (
            <WrittenPart part={part} {...{ outline, language, detailed }} />
          ) : (
            <div>
              <span className="entry-title text-soft">
                {part.title ?? capitalised(words.toCome)}
              </span>
              {part.title !== undefined && <p className="meta">{capitalised(words.planned)}</p>}
              {renderComing?.(part.number)}
            </div>
          )}
        </li>
      ))}
    </ol>
  )
}

type WrittenProps = { part: Written } & Omit<Props, "parts">

function WrittenPart({ part: { post, title }, outline, language, detailed }: WrittenProps) {
  return (
    <div>
      <a href={postAddress(post.slug)} className="entry-title quiet-link" {...inLanguage(post)}>
        {detailed ? post.title : title}
      </a>
      <p className="text-[1.06rem] leading-normal" {...inLanguage(post)}>
        {post.description}
      </p>
      {detailed && outline && (
        <Covers outline={outline} slug={post.slug} name={wordsOf(language).modulesCovered} />
      )}
      <p className="meta">
        <PostDate day={post.date} language={language} />
        <span>{wordsOf(language).minutes(post.minutes)}</span>
        <UnpublishedLabel post={post} language={language} />
      </p>
    </div>
  )
}

type CoversProps = { outline: Outline; slug: string; name: string }

function Covers({ outline, slug, name }: CoversProps) {
  const modules = modulesCoveredBy(outline, slug)
  if (modules.length === 0) return null
  return (
    <ul className="my-2 grid gap-1 font-sans text-sm" aria-label={name}>
      {modules.map(({ number, slug: module, title }) => (
        <li key={module} className="grid grid-cols-[1.5rem_1fr]">
          <span className="font-semibold text-accent tabular-nums">{number}</span>
          <a href={moduleAddress(outline.course.id, module)}>{title}</a>
        </li>
      ))}
    </ul>
  )
}
