import { feedAddress, markdownAddress, postAddress, seriesFeedAddress } from "@/lib/model/addresses"
import { authorsOf } from "@/lib/model/author"
import { bibtexOf, plainCitationOf } from "@/lib/model/cite-this"
import type { Post } from "@/lib/model/post"
import type { Series } from "@/lib/model/series"
import { repositoryLinksOf, type Site } from "@/lib/model/site"
import { PostDate } from "./post-date"
import { wordsOf } from "@/lib/model/words/words"

type Props = {
  post: Post
  /** The series that it is a part of. */
  series?: Series
  site: Site
}

/** What a reader may do with a post that was read: cite it, correct it, answer it, wait for more. */
export function PostEnd({ post, series, site }: Props) {
  const { language, licence } = site
  const words = wordsOf(language)
  const { email } = authorsOf(post, site).find((author) => author.email !== undefined) ?? {}
  const links = repositoryLinksOf(site, `content/posts/${post.slug}/index.mdx`)
  const subject = encodeURIComponent(`Re: ${post.title}`)
  return (
    <section
      aria-label={words.aboutPost}
      className="post-end mt-16 border-t border-line font-sans text-sm/normal text-soft print:text-[9pt]"
    >
      <CiteThis post={post} site={site} />
      <ul className="flex flex-wrap items-baseline gap-x-5 gap-y-[0.15rem] pt-[0.65rem] [&_li>a]:inline-block [&_li>a]:min-h-6 [&_li>a]:py-[0.15rem]">
        <li>
          {words.lastChange} <PostDate day={post.updated ?? post.date} language={language} />
          {links && (
            <>
              {" · "}
              <a href={links.history}>{words.history}</a>
            </>
          )}
        </li>
        {licence && (
          <li>
            {words.licence}{" "}
            <a href={licence.url} rel="license">
              {licence.name}
            </a>
          </li>
        )}
        {links && (
          <li className="print:hidden">
            <a href={links.edit}>{words.editPage}</a>
          </li>
        )}
        {email !== undefined && (
          <li className="print:hidden">
            <a href={`mailto:${email}?subject=${subject}`}>{words.reply}</a>
          </li>
        )}
        <li className="print:hidden [&>button]:static [&>button]:ml-2 [&>button]:h-6 [&>button]:min-w-0 [&>button]:px-0">
          <a href={markdownAddress(post.slug)} type="text/markdown">
            Markdown
          </a>
        </li>
        <li className="print:hidden">
          {series ? (
            <a href={seriesFeedAddress(series.id)}>{words.followSeries}</a>
          ) : (
            <a href={feedAddress}>{words.follow}</a>
          )}
        </li>
      </ul>
    </section>
  )
}

/** A block of code, which a script gives a button that copies it. */
const form = "code relative mb-[1.2rem] [&>button]:-top-1 [&>button]:right-0 [&>button]:pr-0"
const caption = "mb-[0.3rem] min-h-6 text-[0.8125rem] print:hidden"

/** A click selects a form whole, where no script copies it. */
function CiteThis({ post, site }: Pick<Props, "post" | "site">) {
  const { title, date, slug } = post
  const words = wordsOf(site.language)
  const citable = {
    authors: authorsOf(post, site).map(({ name }) => name),
    title,
    site: site.name,
    date,
    url: site.canonicalUrl + postAddress(slug),
    slug,
  }
  return (
    <details className="border-b border-line">
      <summary className="py-[0.65rem] font-medium text-ink print:hidden">{words.cite}</summary>
      <figure className={`print:my-[0.6rem] ${form}`}>
        <figcaption className={caption}>{words.text}</figcaption>
        <p>
          <code className="wrap-anywhere text-ink select-all [font:inherit]">
            {plainCitationOf(citable, site.language)}
          </code>
        </p>
      </figure>
      <figure className={`print:hidden ${form}`}>
        <figcaption className={caption}>BibTeX</figcaption>
        <pre
          role="region"
          aria-label="BibTeX"
          tabIndex={0}
          className="overflow-x-auto rounded-lg bg-raised px-4 py-[0.9rem] font-mono text-[0.8rem]/[1.6]"
        >
          <code className="text-ink select-all [font:inherit]">{bibtexOf(citable)}</code>
        </pre>
      </figure>
    </details>
  )
}
