import type { BodyElement } from "../../mdx/body-element"

/** The outline of a course, or of one module of it. */
export const courseOutline = {
  rendered: {
    CourseOutline: {
      course: { type: "string", required: true, names: "course" },
      module: { type: "string", names: "module" },
    },
  },
} satisfies BodyElement
