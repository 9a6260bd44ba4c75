import { bodyMarkdown } from "@/lib/feed/markdown"
import { markdownAddress, postAddress } from "@/lib/model/addresses"
import { authorsOf } from "@/lib/model/author"
import { findPlace, formatPlace } from "@/lib/model/series"
import { wordsOf } from "@/lib/model/words/words"
import { postOf } from "@/app/post-page"
import { findUnkeptPosts, posts, readBody, series, site } from "@/lib/site/read"

type Context = RouteContext<"/posts/[slug]/index.md">

const words = wordsOf(site.language)

export const dynamic = "force-static"

export const generateStaticParams = async () =>
  (await findUnkeptPosts(markdownAddress)).map(({ slug }) => ({ slug }))

/** A post as Markdown, for programs and for who takes notes. */
export async function GET(_request: Request, context: Context) {
  const post = await postOf(context)
  const { slug, title, description, date } = post
  const url = site.url + postAddress(slug)
  const place = findPlace(post, series, posts)
  const facts = [
    authorsOf(post, site)
      .map(({ name }) => name)
      .join(", "),
    date,
    ...(place ? [`${formatPlace(place, words)}, ${place.series.title}`] : []),
    `<${url}>`,
  ]
  const body = bodyMarkdown(await readBody("posts", slug), url, site.url)
  const text = `# ${title}\n\n> ${description}\n\n${facts.join(" · ")}\n\n${body}`
  return new Response(text, { headers: { "Content-Type": "text/markdown; charset=utf-8" } })
}
