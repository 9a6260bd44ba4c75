import { notFound } from "next/navigation"
import { PostList } from "@/components/post-list"
import { authorAddress } from "@/lib/model/addresses"
import { linksOf } from "@/lib/model/author"
import { pageMetadata } from "@/lib/site/metadata"
import { posts, site } from "@/lib/site/read"
import { wordsOf } from "@/lib/model/words/words"

const words = wordsOf(site.language)

type Props = PageProps<"/authors/[id]">

export const generateStaticParams = () => site.authors.map(({ id }) => ({ id }))

export async function generateMetadata(props: Props) {
  const { id, name, about } = await authorOf(props)
  const description = about ?? words.writtenFor(name, site.name)
  return pageMetadata({ title: name, description }, authorAddress(id), site)
}

/** Somebody who writes here, and what they have written. */
export default async function AuthorPage(props: Props) {
  const author = await authorOf(props)
  const { id, name, about, email } = author
  const own = posts.filter(({ authors }) => authors.includes(id))
  const elsewhere = [
    ...linksOf(author),
    ...(email === undefined ? [] : [{ title: email, url: `mailto:${email}` }]),
  ]
  return (
    <div id="content" className="column">
      <h1>{name}</h1>
      {about !== undefined && <p className="lede">{about}</p>}
      {elsewhere.length > 0 && (
        <p className="meta">
          {elsewhere.map(({ title, url }) => (
            <a key={url} href={url} rel="me">
              {title}
            </a>
          ))}
        </p>
      )}
      {own.length > 0 && (
        <section aria-labelledby="own-posts">
          <h2 id="own-posts" className="mt-10 mb-0 label">
            {words.posts}
          </h2>
          <PostList posts={own} language={site.language} />
        </section>
      )}
    </div>
  )
}

async function authorOf({ params }: Props) {
  const { id } = await params
  return site.authors.find((one) => one.id === decodeURIComponent(id)) ?? notFound()
}
