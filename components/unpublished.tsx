import { formatDay, today } from "@/lib/model/dates"
import type { Post } from "@/lib/model/post"
import { absenceOf } from "@/lib/model/visibility"

type Props = { post: Pick<Post, "draft" | "date">; language: string }

/** Says of a post that production does not show why it does not; of any other, nothing. */
export function UnpublishedBanner({ post, language }: Props) {
  const absence = absenceOf(post, today())
  if (!absence) return null
  return (
    <p className="mb-6 border-y border-accent py-3 font-sans text-sm" role="note">
      {absence === "draft" ? (
        <>
          <strong>Draft.</strong> Readers do not see this post: its front matter says{" "}
          <code>draft: true</code>.
        </>
      ) : (
        <>
          <strong>Scheduled.</strong> Readers will see this post from{" "}
          {formatDay(post.date, language)}.
        </>
      )}
    </p>
  )
}

/** The same in a word, for lists. */
export function UnpublishedLabel({ post }: Pick<Props, "post">) {
  const absence = absenceOf(post, today())
  return absence && <span className="font-semibold text-accent capitalize">{absence}</span>
}
