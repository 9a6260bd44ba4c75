import type {
  BlogPosting,
  BreadcrumbList,
  Course as CourseData,
  CreativeWorkSeries,
  WithContext,
} from "schema-dts"
import { courseAddress, homeAddress, moduleAddress, postAddress, seriesAddress } from "./addresses"
import { authorsOf } from "./author"
import type { Course } from "./course"
import { orcidAddress } from "./orcid"
import type { Post } from "./post"
import type { Part, Series } from "./series"
import type { Site } from "./site"

// What pages are, for machines: data in the words of schema.org, as JSON-LD.

const context = "https://schema.org"

/** What a post is, who wrote it, which part of which series it is, and what course it is about. */
export function postData(
  post: Post,
  { series, course }: { series?: Series; course?: Course },
  site: Site,
): WithContext<BlogPosting> {
  const url = site.canonicalUrl + postAddress(post.slug)
  return {
    "@context": context,
    "@type": "BlogPosting",
    "@id": url,
    url,
    headline: post.title,
    description: post.description,
    datePublished: post.date,
    dateModified: post.updated ?? post.date,
    inLanguage: post.lang ?? site.language,
    keywords: post.tags.length > 0 ? post.tags.join(", ") : undefined,
    about: course && aboutCourse(course, site),
    author: authorsOf(post, site).map(({ name, orcid, links }) => ({
      "@type": "Person",
      name,
      sameAs: [
        ...(orcid === undefined ? [] : [orcidAddress(orcid)]),
        ...links.map(({ url }) => url),
      ],
    })),
    license: site.licence?.url,
    ...(series && {
      position: post.part,
      isPartOf: {
        "@type": "CreativeWorkSeries",
        "@id": site.canonicalUrl + seriesAddress(series.id),
        name: series.title,
      },
    }),
  }
}

/** The way from the home page to a post, by its series where it has one. */
export function breadcrumbData(
  post: Post,
  series: Series | undefined,
  site: Site,
): WithContext<BreadcrumbList> {
  const steps = [
    [site.name, homeAddress],
    ...(series ? [[series.title, seriesAddress(series.id)]] : []),
    [post.title, postAddress(post.slug)],
  ] as const
  return {
    "@context": context,
    "@type": "BreadcrumbList",
    itemListElement: steps.map(([name = "", address = ""], index) => ({
      "@type": "ListItem",
      position: index + 1,
      name,
      item: site.canonicalUrl + address,
    })),
  }
}

/** A series with the parts that are there, and the course that it is about. */
export function seriesData(
  { series, parts, course }: { series: Series; parts: readonly Part[]; course?: Course },
  site: Site,
): WithContext<CreativeWorkSeries> {
  const url = site.canonicalUrl + seriesAddress(series.id)
  return {
    "@context": context,
    "@type": "CreativeWorkSeries",
    "@id": url,
    url,
    name: series.title,
    description: series.description,
    inLanguage: site.language,
    about: course && aboutCourse(course, site),
    hasPart: parts.flatMap(({ number, post }) =>
      post
        ? [
            {
              "@type": "BlogPosting",
              "@id": site.canonicalUrl + postAddress(post.slug),
              headline: post.title,
              position: number,
            },
          ]
        : [],
    ),
  }
}

const aboutCourse = ({ id, title, url }: Course, site: Site) =>
  ({
    "@type": "Course",
    "@id": site.canonicalUrl + courseAddress(id),
    name: title,
    sameAs: url,
  }) as const

/** A course with its modules, as its outline has them. @param description of the outline */
export function courseData(
  course: Course,
  description: string,
  site: Site,
): WithContext<CourseData> {
  const { id, title, url, provider, modules } = course
  const address = site.canonicalUrl + courseAddress(id)
  return {
    "@context": context,
    "@type": "Course",
    "@id": address,
    url: address,
    name: title,
    description,
    sameAs: url,
    provider: { "@type": "Organization", name: provider },
    syllabusSections: modules.map((module, index) => ({
      "@type": "Syllabus",
      "@id": site.canonicalUrl + moduleAddress(id, module.slug),
      name: module.title,
      position: index + 1,
      teaches: module.topics.map((topic) => topic.title),
    })),
  }
}
