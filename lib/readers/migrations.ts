import { sql, type Kysely, type Migration } from "kysely"

/**
 * How a database comes from each version to the next, in the order of their names. One that was published
 * is never changed: a new one follows it.
 */
export const migrations: Readonly<Record<string, Migration>> = {
  "001-follow": { up: createFollow },
}

async function createFollow(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("setting")
    .addColumn("name", "text", (column) => column.primaryKey())
    .addColumn("value", "text", (column) => column.notNull())
    .execute()
  await db.schema
    .createTable("follower")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("address", "text", (column) => column.notNull())
    .addColumn("key", "text", (column) => column.notNull().unique())
    .addColumn("created", "bigint", (column) => column.notNull())
    .addColumn("stopped", "bigint")
    .execute()
  await db.schema
    .createTable("follow")
    .addColumn("follower", "text", (column) =>
      column.notNull().references("follower.id").onDelete("cascade"),
    )
    .addColumn("subject", "text", (column) => column.notNull())
    .addColumn("created", "bigint", (column) => column.notNull())
    .addColumn("confirmed", "bigint")
    .addPrimaryKeyConstraint("follow_key", ["follower", "subject"])
    .execute()
  await db.schema
    .createTable("published")
    .addColumn("slug", "text", (column) => column.primaryKey())
    .addColumn("noticed", "bigint", (column) => column.notNull())
    .execute()
  await db.schema
    .createTable("mail")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("key", "text", (column) => column.notNull().unique())
    .addColumn("follower", "text", (column) =>
      column.notNull().references("follower.id").onDelete("cascade"),
    )
    .addColumn("kind", "text", (column) => column.notNull())
    .addColumn("about", "text", (column) => column.notNull())
    .addColumn("created", "bigint", (column) => column.notNull())
    .addColumn("due", "bigint", (column) => column.notNull())
    .addColumn("attempts", "integer", (column) => column.notNull().defaultTo(0))
    .addColumn("claimed", "bigint")
    .addColumn("sent", "bigint")
    .addColumn("failed", "bigint")
    .addColumn("held", "bigint")
    .addColumn("answer", "text")
    .execute()
  await db.schema.createIndex("follow_subject").on("follow").column("subject").execute()
  // Only what is still to be sent is looked for, again and again.
  await db.schema
    .createIndex("mail_due")
    .on("mail")
    .column("due")
    .where(sql<boolean>`sent is null and failed is null`)
    .execute()
  await db.schema.createIndex("mail_follower").on("mail").column("follower").execute()
}
