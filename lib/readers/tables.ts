import type { ColumnType, Selectable } from "kysely"

/** Times are milliseconds since 1970; what has not happened is null. */
export type Tables = {
  setting: { name: string; value: string }
  follower: {
    id: string
    /** As it was written; `key` is the same for all ways to write one address. */
    address: string
    key: string
    created: number
    /** When it was found that mail does not arrive there, or that it is not wanted. */
    stopped: number | null
  }
  follow: {
    follower: string
    /** See {@link Subject}. */
    subject: string
    created: number
    /** When the owner of the address has said so, by the button behind a link in a mail. */
    confirmed: number | null
  }
  /** Posts of which it is known that they are published, by every slug that they ever had. */
  published: { slug: string; noticed: number }
  mail: {
    id: string
    /** What must be sent once: a second with the same key is refused. */
    key: string
    follower: string
    kind: MailKind
    /** What it is about: a subject to confirm, or the slug of a post. */
    about: string
    created: number
    due: number
    attempts: ColumnType<number, number | undefined, number>
    /** Until when somebody is sending it. */
    claimed: number | null
    sent: number | null
    failed: number | null
    held: number | null
    /** What the last attempt was answered. */
    answer: string | null
  }
}

/** A mail as it is read. */
export type Mail = Selectable<Tables["mail"]>

export type MailKind = "confirm" | "part"

/** What can be followed: all posts, a series, or one part that is to come: "part:attention/3". */
export type Subject = "everything" | `series:${string}` | `part:${string}/${number}`
