import { feedAddress, postAddress, seriesFeedAddress } from "@/lib/model/addresses"
import { bibtexOf, plainCitationOf } from "@/lib/model/cite-this"
import type { Post } from "@/lib/model/post"
import type { Series } from "@/lib/model/series"
import { repositoryLinksOf, type Site } from "@/lib/model/site"
import { PostDate } from "./post-date"

type Props = {
  post: Post
  /** The series that it is a part of. */
  series?: Series
  site: Site
}

/** What a reader may do with a post that was read: cite it, correct it, answer it, wait for more. */
export function PostEnd({ post, series, site }: Props) {
  const { author, language, licence } = site
  const links = repositoryLinksOf(site, `content/posts/${post.slug}/index.mdx`)
  const subject = encodeURIComponent(`Re: ${post.title}`)
  return (
    <section aria-label="About this post" className="post-end">
      <CiteThis post={post} site={site} />
      <ul>
        <li>
          Last change <PostDate day={post.updated ?? post.date} language={language} />
          {links && (
            <>
              {" · "}
              <a href={links.history}>History</a>
            </>
          )}
        </li>
        {licence && (
          <li>
            Licence{" "}
            <a href={licence.url} rel="license">
              {licence.name}
            </a>
          </li>
        )}
        {links && (
          <li className="post-end-action">
            <a href={links.edit}>Edit this page</a>
          </li>
        )}
        {author.email !== undefined && (
          <li className="post-end-action">
            <a href={`mailto:${author.email}?subject=${subject}`}>Reply by e-mail</a>
          </li>
        )}
        <li className="post-end-action">
          {series ? (
            <a href={seriesFeedAddress(series.id)}>Follow this series by feed</a>
          ) : (
            <a href={feedAddress}>Follow by feed</a>
          )}
        </li>
      </ul>
    </section>
  )
}

/** Each form is a block of code, which a script gives a button that copies it. */
function CiteThis({ post: { title, date, slug }, site }: Pick<Props, "post" | "site">) {
  const citable = {
    author: site.author.name,
    title,
    site: site.name,
    date,
    url: site.canonicalUrl + postAddress(slug),
    slug,
  }
  return (
    <details className="cite-this">
      <summary>Cite this post</summary>
      <figure className="code">
        <figcaption>Text</figcaption>
        <p>
          <code>{plainCitationOf(citable, site.language)}</code>
        </p>
      </figure>
      <figure className="code">
        <figcaption>BibTeX</figcaption>
        <pre role="region" aria-label="BibTeX" tabIndex={0}>
          <code>{bibtexOf(citable)}</code>
        </pre>
      </figure>
    </details>
  )
}
