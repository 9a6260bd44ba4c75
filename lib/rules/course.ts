import { suggestionOf } from "../model/nearest"
import { figuresSegment } from "../model/addresses"
import { problemAt, type Problem } from "../model/problem"
import type { RuleId } from "../model/rules"
import {
  placeOf,
  type CourseSource,
  type Documents,
  type Path,
  type TopicData,
} from "../model/documents"

/** A topic leads to a post, a heading and papers that exist; no two share a slug. */
export function* topicTargets(documents: Documents): Generator<Problem> {
  for (const course of documents.courses.values()) {
    const modules = course.data.modules ?? []
    yield* slugsTwice(course, modules, ["modules"])
    for (const [m, { topics = [] }] of modules.entries()) {
      yield* slugsTwice(course, topics, ["modules", m, "topics"])
      for (const [t, topic] of topics.entries()) {
        yield* topicProblems(course, topic, ["modules", m, "topics", t], documents)
      }
    }
  }
}

function* topicProblems(
  course: CourseSource,
  topic: TopicData,
  path: Path,
  { posts, pages, references }: Documents,
): Generator<Problem> {
  const problem = (field: Path, reason: string, rule: RuleId) =>
    problemAt(course.file, placeOf(course, [...path, ...field]), reason, rule)

  const post = topic.post === undefined ? undefined : posts.get(topic.post)
  if (topic.post !== undefined && !post) {
    const near = suggestionOf(topic.post, posts.keys())
    const reason = `Unexpected post ${topic.post}, expected content/posts/${topic.post}/index.mdx to exist${near}`
    yield problem(["post"], reason, "topic-post")
  }
  if (topic.heading !== undefined && topic.post === undefined) {
    yield problem(["heading"], "Unexpected heading without post, expected both", "topic-heading")
  } else if (topic.heading !== undefined && post?.ids && !post.ids.includes(topic.heading)) {
    const near = suggestionOf(topic.heading, post.ids)
    const reason = `Unexpected heading ${topic.heading}, expected one of ${post.file}${near}`
    yield problem(["heading"], reason, "topic-heading")
  }
  const figure = topic.figure === undefined ? undefined : `${figuresSegment}/${topic.figure}`
  if (figure !== undefined && !pages.has(figure)) {
    const figures = [...pages.keys()].map((slug) => slug.replace(/^.*\//, ""))
    const near = suggestionOf(topic.figure ?? "", figures)
    const reason = `Unexpected figure ${topic.figure}, expected content/${figure}/index.mdx to exist${near}`
    yield problem(["figure"], reason, "topic-figure")
  }
  for (const [index, key] of (topic.papers ?? []).entries()) {
    if (key === null || !references || references.has(key)) continue
    const near = suggestionOf(key, references)
    const reason = `Unexpected paper ${key}, expected a key of content/references.bib${near}`
    yield problem(["papers", index], reason, "topic-paper")
  }
}

function* slugsTwice(
  course: CourseSource,
  items: readonly { slug?: string }[],
  path: Path,
): Generator<Problem> {
  const seen = new Set<string>()
  for (const [index, { slug }] of items.entries()) {
    if (slug === undefined) continue
    if (seen.has(slug)) {
      const reason = `Unexpected slug ${slug}, expected another: the one above has it`
      yield problemAt(course.file, placeOf(course, [...path, index, "slug"]), reason, "slug-twice")
    }
    seen.add(slug)
  }
}
