import { formatDay, today } from "@/lib/model/dates"
import type { Post } from "@/lib/model/post"
import { absenceOf } from "@/lib/model/visibility"
import { wordsOf } from "@/lib/model/words/words"

type Props = { post: Pick<Post, "draft" | "date">; language: string }

/** Says of a post that production does not show why it does not; of any other, nothing. */
export function UnpublishedBanner({ post, language }: Props) {
  const absence = absenceOf(post, today())
  if (!absence) return null
  const words = wordsOf(language)
  return (
    <p className="mb-6 border-y border-accent py-3 font-sans text-sm" role="note">
      {absence === "draft" ? (
        <>
          <strong>{words.draft}.</strong> {words.draftSays} <code>draft: true</code>.
        </>
      ) : (
        <>
          <strong>{words.scheduled}.</strong> {words.scheduledSays(formatDay(post.date, language))}
        </>
      )}
    </p>
  )
}

/** The same in a word, for lists. */
export function UnpublishedLabel({ post, language }: Props) {
  const words = wordsOf(language)
  const absence = absenceOf(post, today())
  return (
    absence && (
      <span className="font-semibold text-accent">
        {absence === "draft" ? words.draft : words.scheduled}
      </span>
    )
  )
}
