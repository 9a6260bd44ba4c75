import { randomBytes } from "node:crypto"
import type { Database } from "./database"

/** The value of a setting; the first one to be kept is it for all. @param make its first value */
export async function settingOf(
  { db }: Pick<Database, "db">,
  name: string,
  make: () => string,
): Promise<string> {
  await db
    .insertInto("setting")
    .values({ name, value: make() })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const { value } = await db
    .selectFrom("setting")
    .select("value")
    .where("name", "=", name)
    .executeTakeFirstOrThrow()
  return value
}

/** What links in mails are signed with: made once, and never leaves the database. */
export const secretOf = (database: Database): Promise<string> =>
  settingOf(database, "secret", () => randomBytes(32).toString("base64url"))
