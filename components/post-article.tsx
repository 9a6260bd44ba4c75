import { Fragment } from "react"
import {
  authorAddress,
  postAddress,
  seriesAddress,
  seriesFeedAddress,
  tagAddress,
} from "@/lib/model/addresses"
import { authorsOf, type Author } from "@/lib/model/author"
import type { Outline } from "@/lib/model/course"
import type { Body } from "@/lib/elements/fill-slots"
import { inLanguage } from "@/lib/model/language"
import type { Post } from "@/lib/model/post"
import { formatComing, formatPlace, type Place, type WrittenPart } from "@/lib/model/series"
import type { Site } from "@/lib/model/site"
import { BackToTop } from "./back-to-top"
import { CourseStrip } from "./course-strip"
import { FeedDiscovery } from "./feed-discovery"
import { FollowForm } from "./follow-form"
import { MdxBody } from "./mdx-body"
import { Pager } from "./pager"
import { PostColumns } from "./post-columns"
import { PostDate } from "./post-date"
import { PostEnd } from "./post-end"
import { ReferenceList } from "./reference-list"
import { ReadLabel } from "./read-label"
import { ReadToggle } from "./read-toggle"
import { SeeAlso } from "./see-also"
import { SeriesSidebar } from "./series-sidebar"
import { TableOfContents } from "./table-of-contents"
import { UnpublishedBanner } from "./unpublished"
import { wordsOf, type Words } from "@/lib/model/words/words"

type Props = {
  post: Post
  body: Body
  /** Where the post stands in its series. */
  place?: Place
  /** The course that the series is about. */
  outline?: Outline
  outlines: ReadonlyMap<string, Outline>
  site: Site
  /** Posts on the same things, and posts that lead here. */
  related?: readonly Post[]
  backlinks?: readonly Post[]
  /** Whether the site has pages of its tags, and this reader may see them. */
  hasTagPages?: boolean
}

/** A post as it is read: its series, its sections, its text. */
export function PostArticle(props: Props) {
  const { post, body, place, outline, outlines, site, related = [], backlinks = [] } = props
  const { language } = site
  const words = wordsOf(language)
  const hasSide = place !== undefined || post.headings.length > 1
  return (
    <PostColumns
      name={place && words.part(place.number)}
      language={language}
      side={
        hasSide && (
          <>
            {place && (
              <SeriesSidebar
                place={place}
                current={post.slug}
                outline={outline}
                language={language}
              />
            )}
            <TableOfContents headings={post.headings} lang={post.lang} language={language} />
          </>
        )
      }
    >
      {place && (
        <FeedDiscovery
          site={site}
          title={place.series.title}
          address={seriesFeedAddress(place.series.id)}
        />
      )}
      <UnpublishedBanner post={post} language={language} />
      <PostHead {...props} />
      <MdxBody body={body.runs} outlines={outlines} post={post} language={language} />
      {post.recap !== undefined && (
        <p className="mt-10 mb-6 font-sans text-[0.95rem]/normal text-soft">
          <strong className="font-medium text-ink">{words.inShort}</strong>{" "}
          <span {...inLanguage(post)}>{post.recap}</span>
        </p>
      )}
      {place && <ReadToggle post={post} name={words.part(place.number)} />}
      {place && <SeriesPager place={place} words={words} />}
      {place && (
        <FollowForm
          site={site}
          subjects={[{ value: `series:${place.series.id}`, name: place.series.title }]}
        />
      )}
      <ReferenceList works={body.works} language={language} />
      <SeeAlso title={words.related} posts={related} />
      <SeeAlso title={words.referredToIn} posts={backlinks} />
      <footer>
        <PostEnd post={post} series={place?.series} site={site} />
      </footer>
      <BackToTop language={language} className={`mt-10 ${hasSide ? "md:hidden" : ""}`} />
    </PostColumns>
  )
}

function PostHead({ post, place, outline, site, hasTagPages = false }: Props) {
  const { language } = site
  const words = wordsOf(language)
  const earlier = place?.parts.filter(({ number }) => number < place.number) ?? []
  return (
    <header>
      {outline && (
        <CourseStrip
          outline={outline}
          current={post.slug}
          covered={earlier.map(({ post }) => post?.slug)}
          language={language}
        />
      )}
      {place && (
        <p className="label">
          {formatPlace(place, words)} {words.inSeries}{" "}
          <a href={seriesAddress(place.series.id)}>{place.series.title}</a>
        </p>
      )}
      <h1 {...inLanguage(post)}>{post.title}</h1>
      <p className="lede" {...inLanguage(post)}>
        {post.description}
      </p>
      <p className="mb-6 meta border-t border-line pt-3 md:mb-10">
        {post.authors.length > 0 && <Byline authors={authorsOf(post, site)} language={language} />}
        <PostDate day={post.date} language={language} />
        {post.updated !== undefined && (
          <span>
            {words.updated} <PostDate day={post.updated} language={language} />
          </span>
        )}
        <span>{words.minutes(post.minutes)}</span>
        {post.tags.map((tag) => (
          <span key={tag}>{hasTagPages ? <a href={tagAddress(tag)}>{tag}</a> : tag}</span>
        ))}
        {place && <ReadLabel posts={[post]} language={language} className="" />}
      </p>
    </header>
  )
}

/** Who wrote it, where that is not said for the whole site. */
function Byline({ authors, language }: { authors: readonly Author[]; language: string }) {
  const list = new Intl.ListFormat(language).formatToParts(authors.map(({ name }) => name))
  return (
    <span>
      {wordsOf(language).by}{" "}
      {list.map(({ type, value }, index) => {
        const author = authors.find(({ name }) => type === "element" && name === value)
        const key = type === "element" ? value : `after ${list[index - 1]?.value}`
        if (author?.id === undefined) return <Fragment key={key}>{value}</Fragment>
        return (
          <a key={key} href={authorAddress(author.id)}>
            {value}
          </a>
        )
      })}
    </span>
  )
}

function SeriesPager({ place, words }: { place: Place; words: Words }) {
  const { series, previous, next, coming } = place
  const target = ({ number, post, title }: WrittenPart, word: string) => ({
    lang: post.lang,
    href: postAddress(post.slug),
    label: `${word} · ${words.part(number)}`,
    title,
    description: post.description,
  })
  const end = coming ? words.partIs(coming.number, formatComing(coming, words)) : words.endOfSeries
  return (
    <Pager
      label={words.partsOfSeries}
      previous={previous && target(previous, words.previous)}
      next={next && target(next, words.next)}
      end={{ href: seriesAddress(series.id), label: end, title: words.allParts }}
    />
  )
}
