import { homeAddress, postAddress, seriesAddress } from "./addresses"
import { authorsOf } from "./author"
import { orcidAddress } from "./orcid"
import type { Post } from "./post"
import type { Part, Series } from "./series"
import type { Site } from "./site"

/** Data about a page in the words of schema.org, as JSON-LD. */
type Data = Readonly<Record<string, unknown>>

const context = "https://schema.org"

/** A post for machines: what it is, who wrote it, and which part of which series. */
export function postData(post: Post, series: Series | undefined, site: Site): Data {
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
    keywords: post.tags.length > 0 ? post.tags : undefined,
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
export function breadcrumbData(post: Post, series: Series | undefined, site: Site): Data {
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

/** A series for machines, with the parts that are there. */
export function seriesData(series: Series, parts: readonly Part[], site: Site): Data {
  const url = site.canonicalUrl + seriesAddress(series.id)
  return {
    "@context": context,
    "@type": "CreativeWorkSeries",
    "@id": url,
    url,
    name: series.title,
    description: series.description,
    inLanguage: site.language,
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
