import { postAddress, seriesAddress } from "@/lib/model/addresses"
import { modulesCoveredBy, type Outline } from "@/lib/model/course"
import { inLanguage } from "@/lib/model/language"
import { formatComing, type Part, type Place } from "@/lib/model/series"
import { OutlineMap } from "./outline-map"
import { ReadMark } from "./read-mark"
import { wordsOf } from "@/lib/model/words/words"

type Props = {
  place: Place
  /** Slug of the page being read. */
  current: string
  outline?: Outline
  language: string
}

/** The series that a post is a part of. */
export function SeriesSidebar({ place: { series, parts }, current, outline, language }: Props) {
  const words = wordsOf(language)
  return (
    <nav aria-label={words.seriesNamed(series.title)}>
      <p className="mb-3 label">{words.oneSeries}</p>
      <p className="mb-4 font-serif text-lg leading-tight font-semibold">
        <a href={seriesAddress(series.id)} className="quiet-link">
          {series.title}
        </a>
      </p>
      <ol>
        {parts.map((part) => (
          <PartEntry
            key={part.number}
            part={part}
            isCurrent={part.post?.slug === current}
            outline={outline}
            language={language}
          />
        ))}
      </ol>
    </nav>
  )
}

type EntryProps = { part: Part; isCurrent: boolean; outline?: Outline; language: string }

/** A part on the line that joins the parts: before it is a dot, filled for the one being read. */
function PartEntry({ part, isCurrent, outline, language }: EntryProps) {
  const words = wordsOf(language)
  const { number, post, title } = part
  return (
    <li className="group/part relative pb-[1.2rem] pl-[1.7rem] text-base leading-[1.35]">
      <span className="absolute top-[0.8rem] -bottom-[0.4rem] left-2 w-[1.5px] bg-line group-last/part:hidden" />
      <span
        className={`border-[1.5px] ${dot} ${isCurrent ? "border-accent bg-accent" : "border-soft bg-paper"}`}
      />
      {part.post ? (
        <a
          href={postAddress(part.post.slug)}
          aria-current={isCurrent ? "page" : undefined}
          className={`no-underline ${isCurrent ? "font-semibold" : ""}`}
        >
          <span className={partNumber}>{words.part(number)}</span>
          <span {...inLanguage(part.post)}>{title}</span>
        </a>
      ) : (
        <span className="text-soft">
          <span className={partNumber}>
            {words.part(number)} · {formatComing(part, words)}
          </span>
          {title}
        </span>
      )}
      {post && (
        <ReadMark
          posts={[post]}
          language={language}
          className={`grid place-items-center text-[0.65rem] leading-none text-paper ${dot} ${isCurrent ? "bg-accent" : "bg-soft"}`}
        >
          <span className="tick m-[-0.1em_0_0]" />
          <span className="sr-only">{words.read}</span>
        </ReadMark>
      )}
      {isCurrent && post && outline && (
        <OutlineMap modules={modulesCoveredBy(outline, post.slug)} language={language} />
      )}
    </li>
  )
}

const dot = "absolute top-[0.2rem] left-[0.2rem] size-[0.65rem] rounded-full"
const partNumber = "block font-sans text-xs/[1.45] font-semibold tracking-wider text-soft uppercase"
