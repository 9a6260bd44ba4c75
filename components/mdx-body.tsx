import type { Outline } from "@/lib/model/course"
import type { Run } from "@/lib/mdx/run"
import { renderRuns } from "@/lib/mdx/render"
import type { MdxTag } from "@/lib/elements/all"
import { inLanguage } from "@/lib/model/language"
import type { Post } from "@/lib/model/post"
import { CourseOutline } from "./course-outline"

type Props = {
  body: readonly Run[]
  /** What tags may ask for: the outlines of all courses, by id. */
  outlines: ReadonlyMap<string, Outline>
  /** The post that the body is of, if it is one. */
  post?: Post
  /** Of the site. */
  language: string
  /** Its language, if it is not the site's. */
  lang?: string
}

/** The text of a post or page, with the tags of `lib/elements/all.ts`. */
export function MdxBody({ body, outlines, post, language, lang = post?.lang }: Props) {
  const tags = {
    CourseOutline: ({ course, module }: { course: string; module?: string }) => {
      const outline = outlines.get(course)
      if (!outline) return null
      const modules = outline.modules.filter(({ slug }) => module === undefined || slug === module)
      return (
        <CourseOutline
          outline={outline}
          modules={modules}
          current={post?.slug}
          language={language}
        />
      )
    },
  } satisfies Record<MdxTag, unknown>

  const words = inLanguage({ lang })
  const [only] = body
  if (body.length === 1 && typeof only === "string") {
    return <div className="prose" {...words} dangerouslySetInnerHTML={{ __html: only }} />
  }
  return (
    <div className="prose" {...words}>
      {renderRuns(body, tags)}
    </div>
  )
}
