import { sql } from "kysely"
import type { Publications } from "../model/publications"
import type { Database } from "./database"
import { settingOf } from "./settings"
import type { Subject } from "./tables"

/** What can be followed now: all, each series, and each part that is announced. */
export function subjectsOf({ series }: Publications): ReadonlySet<string> {
  return new Set<Subject>([
    "everything",
    ...series.flatMap(({ id, planned }) => [
      `series:${id}` as const,
      ...planned.map((part) => `part:${id}/${part}` as const),
    ]),
  ])
}

/**
 * Notices what was published since the last time, and queues a mail to each who follows it: once for each
 * address and post, whoever notices it, however often. A post is known by every slug that it had, so that
 * one that moves is not new. The first time, all that is there is known.
 *
 * @param delay milliseconds that an author has to hold the mails back
 * @returns the slugs of what is new
 */
export const noticePublications = (
  { db }: Pick<Database, "db">,
  publications: Publications,
  when: { now: number; delay: number },
): Promise<readonly string[]> =>
  // All of it or nothing: half of it would tell of everything, or of nothing.
  db.transaction().execute((transaction) => noticeIn({ db: transaction }, publications, when))

async function noticeIn(
  database: Pick<Database, "db">,
  { posts }: Publications,
  { now, delay }: { now: number; delay: number },
): Promise<readonly string[]> {
  const { db } = database
  const slugs = posts.flatMap(({ slug, former }) => [slug, ...former])
  const mine = `${now} ${Math.random()}`
  const isFirst = (await settingOf(database, "first", () => mine)) === mine
  const known = isFirst ? new Set<string>() : await knownOf(database, slugs)
  const isNew = ({ slug, former }: Publications["posts"][number]) =>
    ![slug, ...former].some((one) => known.has(one))
  const fresh = isFirst ? [] : posts.filter(isNew)
  for (const post of fresh) {
    const subjects = ["everything"]
    if (post.series !== undefined) subjects.push(`series:${post.series}`)
    if (post.part !== undefined) subjects.push(`part:${post.series}/${post.part}`)
    // A second that does the same finds the keys taken.
    await db
      .insertInto("mail")
      .columns(["id", "key", "follower", "kind", "about", "created", "due"])
      .expression((query) =>
        query
          .selectFrom("follow")
          .where("confirmed", "is not", null)
          .where("subject", "in", subjects)
          .groupBy("follower")
          .select([
            sql<string>`'m-' || follower || '-' || ${sql.lit(post.slug)}`.as("id"),
            sql<string>`'part ' || follower || ' ' || ${sql.lit(post.slug)}`.as("key"),
            "follower",
            sql.lit("part" as const).as("kind"),
            sql.lit(post.slug).as("about"),
            sql.lit(now).as("created"),
            sql.lit(now + delay).as("due"),
          ]),
      )
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
  await markKnown(
    database,
    slugs.filter((slug) => !known.has(slug)),
    now,
  )
  return fresh.map(({ slug }) => slug)
}

/** So many values a statement: databases take some thousands. */
const atOnce = 500

const chunksOf = <Item>(items: readonly Item[]): readonly (readonly Item[])[] =>
  Array.from({ length: Math.ceil(items.length / atOnce) }, (_, index) =>
    items.slice(index * atOnce, (index + 1) * atOnce),
  )

async function knownOf(
  { db }: Pick<Database, "db">,
  slugs: readonly string[],
): Promise<Set<string>> {
  const known = new Set<string>()
  for (const chunk of chunksOf(slugs)) {
    const rows = await db
      .selectFrom("published")
      .select("slug")
      .where("slug", "in", chunk)
      .execute()
    for (const { slug } of rows) known.add(slug)
  }
  return known
}

async function markKnown(
  { db }: Pick<Database, "db">,
  slugs: readonly string[],
  now: number,
): Promise<void> {
  for (const chunk of chunksOf([...new Set(slugs)])) {
    await db
      .insertInto("published")
      .values(chunk.map((slug) => ({ slug, noticed: now })))
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
}

/** Makes all that is published known without a mail: after a backup was put back, say. */
export async function forgetWhatIsKnown({ db }: Database): Promise<void> {
  await db.deleteFrom("setting").where("name", "=", "first").execute()
}
