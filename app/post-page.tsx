import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { PostArticle } from "@/components/post-article"
import { StructuredData } from "@/components/structured-data"
import { postAddress } from "@/lib/model/addresses"
import type { Post } from "@/lib/model/post"
import { backlinksTo, relatedPosts } from "@/lib/model/related"
import { findPlace, formatPartTitle } from "@/lib/model/series"
import { breadcrumbData, postData } from "@/lib/model/structured-data"
import { postMetadata } from "@/lib/site/metadata"
import { findPost, readPageBody, series, site, wholeView, type View } from "@/lib/site/read"
import { wordsOf } from "@/lib/model/words/words"

/** The post of a page. */
export async function postOf({ params }: { params: Promise<{ slug: string }> }): Promise<Post> {
  const { slug } = await params
  return findPost(slug) ?? notFound()
}

/** What the page of a post says of itself. @param view what it may say of other posts */
export function postPageMetadata(post: Post, view: View): Metadata {
  const place = findPlace(post, series, view.posts)
  const title = place ? formatPartTitle(post.title, place, wordsOf(site.language)) : post.title
  return postMetadata({ ...post, title }, postAddress(post.slug), site)
}

/** Found once: it takes all posts to know those that are like one. */
const related = new WeakMap<View, ReturnType<typeof relatedPosts>>()

function relatedTo(post: Post, view: View): readonly Post[] {
  const known = related.get(view) ?? relatedPosts(view.posts)
  related.set(view, known)
  return known(post.slug).flatMap((slug) => view.posts.find((one) => one.slug === slug) ?? [])
}

/** The page of a post. @param view what it may say of other posts */
export async function postPage(post: Post, view: View) {
  const place = findPlace(post, series, view.posts)
  const course = view.outlines.get(place?.series.course ?? "")?.course
  return (
    <>
      {/* A guest's page is not for machines. */}
      {view === wholeView && (
        <>
          <StructuredData data={postData(post, { series: place?.series, course }, site)} />
          <StructuredData data={breadcrumbData(post, place?.series, site)} />
        </>
      )}
      <PostArticle
        post={post}
        body={await readPageBody("posts", post.slug, view)}
        place={place}
        outline={view.outlines.get(place?.series.course ?? "")}
        outlines={view.outlines}
        site={site}
        related={relatedTo(post, view)}
        backlinks={backlinksTo(post, view.posts)}
        hasTagPages={view === wholeView}
      />
    </>
  )
}
