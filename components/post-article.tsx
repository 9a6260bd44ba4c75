import { postAddress, seriesAddress, seriesFeedAddress } from "@/lib/model/addresses"
import type { Outline } from "@/lib/model/course"
import type { Body } from "@/lib/elements/fill-slots"
import type { Post } from "@/lib/model/post"
import { formatComing, formatPlace, type Place, type WrittenPart } from "@/lib/model/series"
import type { Site } from "@/lib/model/site"
import { BackToTop } from "./back-to-top"
import { CourseStrip } from "./course-strip"
import { FeedDiscovery } from "./feed-discovery"
import { MdxBody } from "./mdx-body"
import { Pager } from "./pager"
import { PostColumns } from "./post-columns"
import { PostDate } from "./post-date"
import { PostEnd } from "./post-end"
import { ReferenceList } from "./reference-list"
import { ReadLabel } from "./read-label"
import { ReadToggle } from "./read-toggle"
import { SeriesSidebar } from "./series-sidebar"
import { TableOfContents } from "./table-of-contents"
import { UnpublishedBanner } from "./unpublished"

type Props = {
  post: Post
  body: Body
  /** Where the post stands in its series. */
  place?: Place
  /** The course that the series is about. */
  outline?: Outline
  outlines: ReadonlyMap<string, Outline>
  site: Site
}

/** A post as it is read: its series, its sections, its text. */
export function PostArticle({ post, body, place, outline, outlines, site }: Props) {
  const { language } = site
  const hasSide = place !== undefined || post.headings.length > 1
  return (
    <PostColumns
      name={place && `Part ${place.number}`}
      side={
        hasSide && (
          <>
            {place && <SeriesSidebar place={place} current={post.slug} outline={outline} />}
            <TableOfContents headings={post.headings} />
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
      <PostHead post={post} place={place} outline={outline} language={language} />
      <MdxBody body={body.runs} outlines={outlines} post={post} />
      {place && <ReadToggle post={post} name={`Part ${place.number}`} />}
      {place && <SeriesPager place={place} />}
      <ReferenceList works={body.works} />
      <footer>
        <PostEnd post={post} series={place?.series} site={site} />
      </footer>
      <BackToTop className={`mt-10 ${hasSide ? "md:hidden" : ""}`} />
    </PostColumns>
  )
}

type HeadProps = Pick<Props, "post" | "place" | "outline"> & { language: string }

function PostHead({ post, place, outline, language }: HeadProps) {
  const earlier = place?.parts.filter(({ number }) => number < place.number) ?? []
  return (
    <header>
      {outline && (
        <CourseStrip
          outline={outline}
          current={post.slug}
          covered={earlier.map(({ post }) => post?.slug)}
        />
      )}
      {place && (
        <p className="label">
          {formatPlace(place)} in <a href={seriesAddress(place.series.id)}>{place.series.title}</a>
        </p>
      )}
      <h1>{post.title}</h1>
      <p className="lede">{post.description}</p>
      <p className="mb-6 meta border-t border-line pt-3 md:mb-10">
        <PostDate day={post.date} language={language} />
        {post.updated !== undefined && (
          <span>
            Updated <PostDate day={post.updated} language={language} />
          </span>
        )}
        <span>{post.minutes} min</span>
        {post.tags.map((tag) => (
          <span key={tag}>{tag}</span>
        ))}
        {place && <ReadLabel posts={[post]} className="" />}
      </p>
    </header>
  )
}

function SeriesPager({ place: { series, previous, next, coming } }: { place: Place }) {
  const target = ({ number, post, title }: WrittenPart, word: string) => ({
    href: postAddress(post.slug),
    label: `${word} · Part ${number}`,
    title,
    description: post.description,
  })
  const end = coming ? `Part ${coming.number} is ${formatComing(coming)}` : "End of the series"
  return (
    <Pager
      label="Parts of the series"
      previous={previous && target(previous, "Previous")}
      next={next && target(next, "Next")}
      end={{ href: seriesAddress(series.id), label: end, title: "All its parts" }}
    />
  )
}
