import { renderToStaticMarkup } from "react-dom/server"
import { expect, test } from "vitest"
import type { Post } from "@/lib/model/post"
import { PostList } from "./post-list"

const post: Post = {
  slug: "a",
  title: "دراجة",
  description: "في المدينة",
  date: "2024-01-01",
  tags: [],
  aliases: [],
  authors: [],
  draft: false,
  files: [],
  headings: [],
  labels: [],
  links: [],
  minutes: 1,
}

test("a title in another language says so, and which way it runs; the date is the site's", () => {
  const html = renderToStaticMarkup(<PostList posts={[{ ...post, lang: "ar" }]} language="en-GB" />)
  expect(html).toContain('lang="ar" dir="rtl">دراجة</a>')
  expect(html).toContain('lang="ar" dir="rtl">في المدينة</p>')
  expect(html).toContain('<time dateTime="2024-01-01">1 January 2024</time>')
  expect(renderToStaticMarkup(<PostList posts={[post]} language="en-GB" />)).not.toContain("lang=")
})
