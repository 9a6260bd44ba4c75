import { notFound } from "next/navigation"
import { CourseOutline } from "@/components/course-outline"
import { CourseStrip } from "@/components/course-strip"
import { courseAddress, seriesAddress } from "@/lib/model/addresses"
import { courses, outlines, series, site } from "@/lib/site/read"
import { pageMetadata } from "@/lib/site/metadata"

type Props = PageProps<"/courses/[id]">

export const generateStaticParams = () => courses.map(({ id }) => ({ id }))

export async function generateMetadata(props: Props) {
  const { course } = await outlineOf(props)
  const description = `The outline of ${course.title} by ${course.instructor}: every module and topic, with the passages and papers about it.`
  return pageMetadata(
    { title: `${course.title}, the outline of the course`, description },
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
      <CourseStrip
        outline={outline}
        covered={modules.flatMap(({ posts }) => posts.map(({ slug }) => slug))}
      />
      <p className="label">Course outline</p>
      <h1>{course.title}</h1>
      <p className="lede">
        Taught by {course.instructor}, offered by <a href={course.url}>{course.provider}</a>.
      </p>
      <p className="meta">
        {about.map(({ id, title }) => (
          <span key={id}>
            Reviewed in <a href={seriesAddress(id)}>{title}</a>
          </span>
        ))}
      </p>
      <CourseOutline outline={outline} headingLevel={2} />
    </div>
  )
}

async function outlineOf({ params }: Props) {
  const { id } = await params
  return outlines.get(decodeURIComponent(id)) ?? notFound()
}
