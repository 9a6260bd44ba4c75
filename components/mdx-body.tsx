import type { ComponentProps } from "react"
import { postImageAddress } from "@/lib/addresses"
import type { Outline } from "@/lib/course"
import { renderMdx } from "@/lib/markdown/render"
import type { MdxTag } from "@/lib/mdx-tags"
import type { Post } from "@/lib/post"
import { CourseOutline } from "./course-outline"
import { SectionHeading } from "./section-heading"

type Props = {
  body: string
  /** What tags may ask for: the outlines of all courses, by id. */
  outlines: ReadonlyMap<string, Outline>
  /** The post that the body is of, if it is one. */
  post?: Post
}

/** The text of a post or page, with Markdown's own elements and the tags of `lib/mdx-tags.ts`. */
export function MdxBody({ body, outlines, post }: Props) {
  const tags = {
    CourseOutline: ({ course, module }: { course: string; module?: string }) => {
      const outline = outlines.get(course)
      if (!outline) return null
      const modules = outline.modules.filter(({ slug }) => module === undefined || slug === module)
      return <CourseOutline outline={outline} modules={modules} current={post?.slug} />
    },
  } satisfies Record<MdxTag, unknown>
  const elements = {
    h2: (props: ComponentProps<"h2">) => <SectionHeading level={2} {...props} />,
    h3: (props: ComponentProps<"h3">) => <SectionHeading level={3} {...props} />,
    img: (props: ComponentProps<"img">) => <Picture post={post} {...props} />,
    table: ScrollingTable,
    pre: ScrollingCode,
  }
  return <div className="prose">{renderMdx(body, { ...elements, ...tags })}</div>
}

/** An image beside the post; its size keeps its place while it loads. */
function Picture({ post, src, alt, title }: ComponentProps<"img"> & { post?: Post }) {
  const file = (typeof src === "string" ? src : "").replace(/^\.\//, "")
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

/** A wide table scrolls in its own box, which the keyboard can reach. */
function ScrollingTable({ children }: ComponentProps<"table">) {
  return (
    <div className="scroll" role="region" aria-label="Table" tabIndex={0}>
      <table>{children}</table>
    </div>
  )
}

/** Code scrolls in its own box, which the keyboard can reach. */
function ScrollingCode({ children }: ComponentProps<"pre">) {
  return (
    <pre role="region" aria-label="Code" tabIndex={0}>
      {children}
    </pre>
  )
}
