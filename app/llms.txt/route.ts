import {
  isFigurePage,
  llmsFullAddress,
  markdownAddress,
  pageAddress,
  seriesAddress,
} from "@/lib/model/addresses"
import { publishedParts } from "@/lib/model/series"
import { wordsOf } from "@/lib/model/words/words"
import { pages, posts, series, site } from "@/lib/site/read"

export const dynamic = "force-static"

const words = wordsOf(site.language)

/** What the site has for language models, as Markdown (https://llmstxt.org). */
export function GET() {
  const inSeries = new Set<string>()
  const sections = series.map((one) => {
    const parts = publishedParts(one, posts)
    for (const { slug } of parts) inSeries.add(slug)
    const link = `[${words.oneSeries}](${site.url}${seriesAddress(one.id)})`
    return [`## ${one.title}`, "", `${one.description} ${link}`, "", ...parts.map(itemOf)]
  })
  const others = posts.filter(({ slug }) => !inSeries.has(slug))
  if (others.length > 0) sections.push([`## ${words.posts}`, "", ...others.map(itemOf)])
  const optional = pages.map((page) =>
    lineOf(page.title, pageAddress(page.slug), page.description, isFigurePage(page)),
  )
  if (optional.length > 0) sections.push(["## Optional", "", ...optional])
  const all = `[${words.wholeText}](${site.url}${llmsFullAddress})`
  const head = [`# ${site.name}`, "", `> ${site.description}`, "", all]
  const text = [head, ...sections].map((lines) => lines.join("\n")).join("\n\n")
  return new Response(`${text}\n`, { headers: { "Content-Type": "text/plain; charset=utf-8" } })
}

const itemOf = ({ slug, title, description }: (typeof posts)[number]) =>
  lineOf(title, markdownAddress(slug), description)

function lineOf(title: string, address: string, description: string, isFigure = false): string {
  const name = isFigure ? `${words.oneFigure}: ${title}` : title
  return `- [${name.replaceAll(/[[\]\\]/g, "\\$&")}](${site.url}${address}): ${description}`
}
