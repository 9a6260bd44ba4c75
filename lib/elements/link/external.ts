import { mkdir, readFile, writeFile } from "node:fs/promises"
import { dirname, join } from "node:path"
import { setTimeout as pause } from "node:timers/promises"
import { problemAt, type Problem } from "../../model/problem"
import type { Link } from "../../model/body"
import type { Documents } from "../../model/documents"

export type ExternalLink = Link & { file: string }

/** The links to other sites, without what comes after #, which no server sees. */
export const externalLinksOf = ({ posts, pages }: Documents): readonly ExternalLink[] =>
  [...posts.values(), ...pages.values()].flatMap(({ file, links, images }) =>
    [...links, ...images]
      .filter(({ url }) => /^https?:\/\//i.test(url) && URL.canParse(url))
      .map(({ url, place }) => ({ file, place, url: url.replace(/#.*/s, "") })),
  )

/** What a page of another site answered, and when it was asked. */
type Answer = {
  /** HTTP status; 0 if there was no answer. */
  status: number
  reason: string
  /** Milliseconds since 1970. */
  time: number
}

/** Asked again after this time; one that failed, at once. */
const day = 86_400_000
const cacheFile = "node_modules/.cache/partwise/links.json"

/** Hosts asked at once; of each, one page after the other with a pause. */
const hostsAtOnce = 6
const politePause = 250
const timeout = 10_000

type Ask = (url: string, init: RequestInit) => Promise<Response>

/**
 * Links to pages of other sites that are gone. A page that cannot be asked for, because its site is
 * busy, closed to programs or out of reach, is a warning.
 *
 * @param now milliseconds since 1970
 * @param ask `fetch`, or what takes its place in a test
 */
export async function externalProblems(
  root: string,
  links: readonly ExternalLink[],
  now: number,
  ask: Ask = fetch,
): Promise<readonly Problem[]> {
  const file = join(root, cacheFile)
  const answers = new Map(Object.entries(await readCache(file)))
  const open = [...new Set(links.map(({ url }) => url))].filter((url) => {
    const known = answers.get(url)
    return !known || known.status < 200 || known.status >= 300 || now - known.time > day
  })

  const byHost = new Map<string, string[]>()
  for (const url of open) {
    const { host } = new URL(url)
    byHost.set(host, [...(byHost.get(host) ?? []), url])
  }
  const queue = [...byHost.values()].values()
  const work = async () => {
    for (const urls of queue) {
      for (const [index, url] of urls.entries()) {
        if (index > 0) await pause(politePause)
        answers.set(url, { ...(await answerOf(url, ask)), time: now })
      }
    }
  }
  await Promise.all(Array.from({ length: hostsAtOnce }, work))
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, JSON.stringify(Object.fromEntries(answers)))

  return links.flatMap(({ file, url, place }) => {
    const { status, reason } = answers.get(url) ?? { status: 0, reason: "no answer" }
    if (status >= 200 && status < 300) return []
    const gone = status === 404 || status === 410
    return problemAt(
      file,
      place,
      gone
        ? `Unexpected link to ${url}, expected a page that exists: its site answers ${status}`
        : `Unexpected answer of ${url} (${reason}), expected a page`,
      gone ? "link-dead" : "link-unsure",
    )
  })
}

async function readCache(file: string): Promise<Record<string, Answer>> {
  try {
    return JSON.parse(await readFile(file, "utf8")) as Record<string, Answer>
  } catch {
    return {} // not there, or broken: everything is asked for again
  }
}

/** Asks for the head of a page, and where a site refuses that, for the page. */
async function answerOf(url: string, ask: Ask): Promise<Omit<Answer, "time">> {
  let last = { status: 0, reason: "no answer" }
  for (const method of ["HEAD", "GET"]) {
    try {
      const headers = { "User-Agent": "Mozilla/5.0 (compatible; Partwise link check)" }
      const signal = AbortSignal.timeout(timeout)
      const response = await ask(url, { method, headers, signal, redirect: "follow" })
      await response.body?.cancel()
      last = { status: response.status, reason: String(response.status) }
      if (response.ok) return last
    } catch (error) {
      const cause = error instanceof Error ? (error.cause ?? error) : error
      last = { status: 0, reason: cause instanceof Error ? cause.message : String(cause) }
    }
  }
  return last
}
