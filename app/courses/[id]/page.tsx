import { notFound } from "next/navigation"
import { CourseOutline } from "@/components/course-outline"
import { CourseStrip } from "@/components/course-strip"
import { StructuredData } from "@/components/structured-data"
import { courseAddress, seriesAddress } from "@/lib/model/addresses"
import type { Outline } from "@/lib/model/course"
import { courseData } from "@/lib/model/structured-data"
import { courses, outlines, series, site } from "@/lib/site/read"
import { pageMetadata } from "@/lib/site/metadata"
import { wordsOf } from "@/lib/model/words/words"

const words = wordsOf(site.language)

type Props = PageProps<"/courses/[id]">

export const generateStaticParams = () => courses.map(({ id }) => ({ id }))

export async function generateMetadata(props: Props) {
  const outline = await outlineOf(props)
  const { course } = outline
  const title = words.outlineTitle(course.title)
  return pageMetadata(
    { title, description: descriptionOf(outline) },
    courseAddress(course.id),
    site,
  )
}

export default async function CoursePage(props: Props) {
  const outline = await outlineOf(props)
  const { course, modules } = outline
  const about = series.filter((one) => one.course === course.id)
  return (
    <div id="content" className="column">
      <StructuredData data={courseData(course, descriptionOf(outline), site)} />
      <CourseStrip
        outline={outline}
        covered={modules.flatMap(({ posts }) => posts.map(({ slug }) => slug))}
        language={site.language}
      />
      <p className="label">{words.courseOutline}</p>
      <h1>{course.title}</h1>
      <p className="lede">
        {words.taughtBy(course.instructor)} <a href={course.url}>{course.provider}</a>.
      </p>
      <p className="meta">
        {about.map(({ id, title }) => (
          <span key={id}>
            {words.reviewedIn} <a href={seriesAddress(id)}>{title}</a>
          </span>
        ))}
      </p>
      <CourseOutline outline={outline} headingLevel={2} language={site.language} />
    </div>
  )
}

const descriptionOf = ({ course }: Outline) => words.outlineSays(course.title, course.instructor)

async function outlineOf({ params }: Props) {
  const { id } = await params
  return outlines.get(decodeURIComponent(id)) ?? notFound()
}
