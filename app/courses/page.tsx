import type { Metadata } from "next"
import { CourseStrip } from "@/components/course-strip"
import { courseAddress, coursesAddress } from "@/lib/model/addresses"
import { courses, outlines, site } from "@/lib/site/read"
import { pageMetadata } from "@/lib/site/metadata"
import { wordsOf } from "@/lib/model/words/words"

const words = wordsOf(site.language)
const title = words.courses
const description = words.coursesLede

export const metadata: Metadata = pageMetadata({ title, description }, coursesAddress, site)

export default function CoursesPage() {
  return (
    <div id="content" className="column">
      <h1>{title}</h1>
      <p className="lede">{description}</p>
      {courses.length === 0 && <p>{words.noCourses}</p>}
      {courses.map((course) => {
        const outline = outlines.get(course.id)
        const slugs = outline?.modules.flatMap(({ posts }) => posts.map(({ slug }) => slug)) ?? []
        return (
          <section key={course.id} className="mt-12">
            {outline && <CourseStrip outline={outline} covered={slugs} language={site.language} />}
            <h2 className="mt-0 mb-1">
              <a href={courseAddress(course.id)} className="quiet-link">
                {course.title}
              </a>
            </h2>
            <p className="meta">
              <span>{course.instructor}</span>
              <span>{course.provider}</span>
            </p>
          </section>
        )
      })}
    </div>
  )
}
