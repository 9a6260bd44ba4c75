import { wordsOf } from "../model/words/words"
import type { Publications } from "../model/publications"
import { parseAddress } from "./address"
import type { Database } from "./database"
import {
  askToFollow,
  confirmFollow,
  exportFollower,
  followsOf,
  forgetFollower,
  unfollow,
} from "./followers"
import { subjectName, linkTo } from "./letters"
import { createLimit } from "./limits"
import { respondWithPage, type ServicePage } from "./page"
import { subjectsOf } from "./publications"
import type { Subject } from "./tables"
import { formatToken, parseToken, type Signing } from "./token"

type Service = {
  database: Database
  secret: string
  /** What the site has published now. */
  publications: () => Publications
  now?: () => number
}

/** A request, as far as the service needs it. */
export type Question = {
  method: string
  /** What stands behind `/api/readers/`. */
  action: string
  /** The key of a link in a mail. */
  token: string
  /** The fields of a form. */
  form: URLSearchParams
  /** The `Origin` of the page that sends it; there is none where a mail program does. */
  origin?: string
  /** The host that it was sent to. */
  host: string
  /** The network address that it comes from: counted, and not kept. */
  client: string
}

/**
 * Answers what readers ask without an account. A GET changes nothing, as programs that look through mail
 * follow every link: each link of a mail leads to a page with a button.
 */
export function createService({ database, secret, publications, now = Date.now }: Service) {
  const limit = createLimit({ most: 10, window: 600_000, mostOfAll: 1_000 })
  return async (question: Question): Promise<Response> => {
    const site = publications()
    const context = { database, site, signing: { secret, site: site.url }, question, now: now() }
    const { method, action, client } = question
    const show = (page: ServicePage) => respondWithPage(page, site)
    const answer = Object.hasOwn(answers, action) ? answers[action] : undefined
    if (!answer) return show(messages(site).altered)
    if (method !== "GET" && method !== "POST") {
      return new Response("Method Not Allowed", { status: 405, headers: { Allow: "GET, POST" } })
    }
    try {
      if (action === "follow") {
        if (method === "GET") return redirect("../../follow/")
        if (isForeign(question, site)) return show(messages(site).altered)
        if (limit(client, context.now)) {
          const page = show(messages(site).later)
          page.headers.set("Retry-After", "600")
          return page
        }
      }
      const found = await answer(context)
      return found instanceof Response ? found : show(found)
    } catch (error) {
      console.error(error)
      const page = show(messages(site).broken)
      page.headers.set("Retry-After", "60")
      return page
    }
  }
}

/** Only a page of the site itself may send a form in a reader's name. */
const isForeign = ({ origin, host }: Question, { url }: Publications) =>
  origin !== undefined &&
  origin !== new URL(url).origin &&
  origin.replace(/^https?:\/\//, "") !== host

type Context = {
  database: Database
  site: Publications
  signing: Signing
  question: Question
  now: number
}

type Answer = (context: Context) => ServicePage | Response | Promise<ServicePage | Response>

const redirect = (to: string) =>
  new Response(null, { status: 303, headers: { Location: to, "Cache-Control": "no-store" } })

/** What goes wrong, in words that say what to do. */
function messages({ language }: Publications) {
  const words = wordsOf(language).readers
  const page = (status: number, title: string, sentence: string) => ({
    status,
    title,
    paragraphs: [sentence],
  })
  return {
    altered: page(404, words.altered, words.alteredWords),
    expired: page(410, words.expired, words.expiredWords),
    later: page(429, words.later, words.laterWords),
    broken: page(503, words.broken, words.brokenWords),
    noAddress: page(400, words.noAddress, words.noAddressWords),
    noSubject: page(400, words.noSubject, words.noSubjectWords),
  } satisfies Record<string, ServicePage>
}

const answers: Readonly<Record<string, Answer>> = {
  async follow({ database, site, question, now }) {
    const { form } = question
    const parsed = parseAddress(form.get("address") ?? "")
    if (!parsed) return messages(site).noAddress
    const subject = form.get("subject") ?? ""
    if (!subjectsOf(site).has(subject)) return messages(site).noSubject
    // What fills in all fields is told that it worked.
    const isProgram = (form.get("website") ?? "") !== ""
    const outcome = isProgram
      ? "asked"
      : await askToFollow(database, { ...parsed, subject: subject as Subject, now })
    return outcome === "full" ? messages(site).later : redirect("asked")
  },

  asked({ site }) {
    const words = wordsOf(site.language).readers
    return { title: words.askedTitle, paragraphs: [words.asked] }
  },

  confirm: (context) =>
    withToken(context, "confirm", async ({ id, subject = "" }) => {
      const { database, site, question, now } = context
      const words = wordsOf(site.language).readers
      const name = subjectName(subject, site)
      if (question.method === "GET") {
        return {
          title: words.confirmTitle(name),
          buttons: [{ name: words.confirm, fields: {} }],
        }
      }
      if (!(await confirmFollow(database, { id, subject, now }))) return messages(site).expired
      return {
        title: words.confirmed,
        paragraphs: [words.confirmedWords(name)],
        links: [{ name: words.manage, href: manageLink(context, id) }],
      }
    }),

  follows: (context) =>
    withToken(context, "manage", async ({ id }) => {
      const { database, site, question } = context
      const words = wordsOf(site.language).readers
      if (question.method === "POST") {
        const { form } = question
        if (form.get("do") === "forget") {
          await forgetFollower(database, id)
          return { title: words.forgotten, paragraphs: [words.forgottenWords] }
        }
        if (form.get("do") === "stop")
          await unfollow(database, id, form.get("subject") ?? undefined)
        return redirect(`follows?token=${manageToken(context, id)}`)
      }
      const known = await followsOf(database, id)
      if (!known) return { title: words.forgotten, paragraphs: [words.forgottenWords] }
      const { address, follows } = known
      const stops = follows.map(({ subject }) => ({
        name: words.stop(subjectName(subject, site)),
        fields: { do: "stop", subject },
      }))
      return {
        title: words.manage,
        paragraphs: [
          words.manageLede(address),
          ...(stops.length === 0 ? [words.nothingFollowed] : []),
        ],
        buttons: [
          ...stops,
          ...(stops.length > 1 ? [{ name: words.stopAll, fields: { do: "stop" } }] : []),
          { name: words.forget, fields: { do: "forget" } },
        ],
        links: [{ name: words.export, href: linkTo(site, "export", question.token) }],
      }
    }),

  export: (context) =>
    withToken(context, "manage", async ({ id }) => {
      const found = await exportFollower(context.database, id)
      if (!found) return messages(context.site).altered
      return Response.json(found, {
        headers: {
          "Content-Disposition": 'attachment; filename="readers.json"',
          "Cache-Control": "no-store",
          "X-Content-Type-Options": "nosniff",
          "X-Robots-Tag": "noindex, nofollow",
        },
      })
    }),

  stop: (context) =>
    withToken(context, "manage", async ({ id }) => {
      const { database, site, question } = context
      const words = wordsOf(site.language).readers
      if (question.method === "GET") {
        return {
          title: words.stopTitle,
          buttons: [{ name: words.stopAll, fields: {} }],
          links: [{ name: words.manage, href: manageLink(context, id) }],
        }
      }
      await unfollow(database, id)
      return {
        title: words.stopped,
        links: [{ name: words.manage, href: manageLink(context, id) }],
      }
    }),
}

async function withToken(
  { site, signing, question, now }: Context,
  purpose: "confirm" | "manage",
  answer: (token: { id: string; subject?: string }) => Promise<ServicePage | Response>,
): Promise<ServicePage | Response> {
  const token = parseToken(question.token, purpose, signing, now)
  if (token === undefined) return messages(site).altered
  return token === "expired" ? messages(site).expired : answer(token)
}

const manageToken = ({ signing }: Context, id: string) =>
  formatToken({ purpose: "manage", id }, signing)

const manageLink = (context: Context, id: string) =>
  linkTo(context.site, "follows", manageToken(context, id))
