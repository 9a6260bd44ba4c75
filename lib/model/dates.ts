/** A day, `YYYY-MM-DD`, in UTC. */
export type Day = string

/** The day it is now, in UTC. */
export const today = (now = new Date()): Day => now.toISOString().slice(0, 10)

/** The day it is now where the reader is. */
export const localDay = (now = new Date()): Day =>
  today(new Date(now.valueOf() - now.getTimezoneOffset() * 60_000))

/** Whether the text is a day of the calendar: `2024-02-30` is none. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.valueOf()) && date.toISOString().startsWith(text)
}

/** "11 April 2024": the day as a reader of the given language writes it, wherever the build ran. */
export const formatDay = (day: Day, language: string) =>
  new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" }).format(
    new Date(`${day}T00:00:00Z`),
  )
