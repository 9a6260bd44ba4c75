import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { PostArticle } from "@/components/post-article"
import { postAddress } from "@/lib/model/addresses"
import type { Post } from "@/lib/model/post"
import { findPlace, formatPartTitle } from "@/lib/model/series"
import { postMetadata } from "@/lib/site/metadata"
import { findPost, readPageBody, series, site, type View } from "@/lib/site/read"

/** The post of a page. */
export async function postOf({ params }: { params: Promise<{ slug: string }> }): Promise<Post> {
  const { slug } = await params
  return findPost(slug) ?? notFound()
}

/** What the page of a post says of itself. @param view what it may say of other posts */
export function postPageMetadata(post: Post, view: View): Metadata {
  const place = findPlace(post, series, view.posts)
  const title = place ? formatPartTitle(post.title, place) : post.title
  return postMetadata({ ...post, title }, postAddress(post.slug), site)
}

/** The page of a post. @param view what it may say of other posts */
export async function postPage(post: Post, view: View) {
  const place = findPlace(post, series, view.posts)
  return (
    <PostArticle
      post={post}
      body={await readPageBody("posts", post.slug, view)}
      place={place}
      outline={view.outlines.get(place?.series.course ?? "")}
      outlines={view.outlines}
      site={site}
    />
  )
}
