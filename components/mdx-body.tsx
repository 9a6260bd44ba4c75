import type { ComponentProps } from "react"
import { postImageAddress } from "@/lib/addresses"
import type { Outline } from "@/lib/course"
import type { Run } from "@/lib/markdown/compile"
import { renderRuns } from "@/lib/markdown/render"
import type { MdxTag } from "@/lib/mdx-tags"
import type { Post } from "@/lib/post"
import { CourseOutline } from "./course-outline"

type Props = {
  body: readonly Run[]
  /** What tags may ask for: the outlines of all courses, by id. */
  outlines: ReadonlyMap<string, Outline>
  /** The post that the body is of, if it is one. */
  post?: Post
}

/** The text of a post or page, with the tags of `lib/mdx-tags.ts`. */
export function MdxBody({ body, outlines, post }: Props) {
  const tags = {
    CourseOutline: ({ course, module }: { course: string; module?: string }) => {
      const outline = outlines.get(course)
      if (!outline) return null
      const modules = outline.modules.filter(({ slug }) => module === undefined || slug === module)
      return <CourseOutline outline={outline} modules={modules} current={post?.slug} />
    },
  } satisfies Record<MdxTag, unknown>
  const img = (props: ComponentProps<"img">) => <Picture post={post} {...props} />

  const [only] = body
  if (body.length === 1 && typeof only === "string") {
    return <div className="prose" dangerouslySetInnerHTML={{ __html: only }} />
  }
  return <div className="prose">{renderRuns(body, { ...tags, img })}</div>
}

/** An image beside the post; its size keeps its place while it loads. */
function Picture({ post, src, alt, title }: ComponentProps<"img"> & { post?: Post }) {
  const file = decodeURI(typeof src === "string" ? src : "").replace(/^\.\//, "")
  const image = post?.images.find((one) => one.file === file)
  const address = post && image ? postImageAddress(post.slug, image.file) : src
  return (
    // Images are files beside the post, sized here: next/image would bring a client component.
    <img
      src={address}
      alt={alt ?? ""}
      title={title}
      width={image?.width}
      height={image?.height}
      loading="lazy"
      decoding="async"
    />
  )
}
