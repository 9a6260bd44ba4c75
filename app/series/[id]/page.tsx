import { notFound } from "next/navigation"
import enhance from "@/.partwise/enhance.json"
import { CourseStrip } from "@/components/course-strip"
import { FeedDiscovery } from "@/components/feed-discovery"
import { FollowForm } from "@/components/follow-form"
import { KeepOffline } from "@/components/keep-offline"
import { NextPart } from "@/components/next-part"
import { PartList } from "@/components/part-list"
import { ProgressFile } from "@/components/progress-file"
import { StructuredData } from "@/components/structured-data"
import { bookAddress, courseAddress, seriesAddress, seriesFeedAddress } from "@/lib/model/addresses"
import { findSeries, outlines, posts, series, site } from "@/lib/site/read"
import { pageMetadata } from "@/lib/site/metadata"
import { today } from "@/lib/model/dates"
import { formatExtent, formatState, minutesOf, partsOf } from "@/lib/model/series"
import { seriesData } from "@/lib/model/structured-data"
import { wordsOf } from "@/lib/model/words/words"

const words = wordsOf(site.language)

type Props = PageProps<"/series/[id]">

export const generateStaticParams = () => series.map(({ id }) => ({ id }))

export async function generateMetadata(props: Props) {
  const one = await seriesOf(props)
  const title = words.seriesTitle(one.title, formatExtent(partsOf(one, posts), words))
  return pageMetadata({ ...one, title }, seriesAddress(one.id), site)
}

export default async function SeriesPage(props: Props) {
  const one = await seriesOf(props)
  const parts = partsOf(one, posts)
  const hasPart = parts.some(({ post }) => post !== undefined)
  const outline = outlines.get(one.course ?? "")
  return (
    <div id="content" className="column">
      <StructuredData data={seriesData({ series: one, parts, course: outline?.course }, site)} />
      <FeedDiscovery site={site} title={one.title} address={seriesFeedAddress(one.id)} />
      {outline && (
        <CourseStrip
          outline={outline}
          covered={parts.map(({ post }) => post?.slug)}
          language={site.language}
        />
      )}
      <p className="label">{formatExtent(parts, words)}</p>
      <h1>{one.title}</h1>
      <p className="lede">{one.description}</p>
      <p className="meta">
        <span>{formatState(parts, today(), words)}</span>
        <span>{words.minutesInAll(minutesOf(parts))}</span>
        {outline && (
          <span>
            {words.aboutCourse}{" "}
            <a href={courseAddress(outline.course.id)}>{outline.course.title}</a>
          </span>
        )}
        <a href={seriesFeedAddress(one.id)}>{words.follow}</a>
        {one.book && hasPart && (
          <a href={bookAddress(one.id)} type="application/epub+zip">
            {words.asBook}
          </a>
        )}
      </p>
      <NextPart parts={parts} language={site.language} />
      <PartList
        parts={parts}
        outline={outline}
        language={site.language}
        detailed
        renderComing={(part) => (
          <FollowForm
            site={site}
            subjects={[{ value: `part:${one.id}/${part}`, name: words.part(part) }]}
            button={words.readers.tellOfPart(words.part(part))}
          />
        )}
      />
      <FollowForm site={site} subjects={[{ value: `series:${one.id}`, name: one.title }]} />
      {site.environment === "production" && hasPart && (
        <KeepOffline series={one.id} language={site.language} script={enhance.keepOffline} />
      )}
      <ProgressFile language={site.language} script={enhance.progressFile} />
    </div>
  )
}

async function seriesOf({ params }: Props) {
  const { id } = await params
  return findSeries(decodeURIComponent(id)) ?? notFound()
}
