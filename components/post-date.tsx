import { formatDay, type Day } from "@/lib/model/dates"

export function PostDate({ day, language }: { day: Day; language: string }) {
  return <time dateTime={day}>{formatDay(day, language)}</time>
}
