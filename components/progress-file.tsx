import { wordsOf } from "@/lib/model/words/words"

type Props = {
  language: string
  /** Address of `lib/enhance/progress-file.ts`, which does it. */
  script: string
}

/** Saves what is marked as read to a file, and loads it again. */
export function ProgressFile({ language, script }: Props) {
  const words = wordsOf(language)
  return (
    <progress-file className="mt-16 block font-sans text-sm text-soft print:hidden noscript:hidden [&:not(:defined)]:invisible">
      <h2 className="mt-0 mb-[0.6rem] label">{words.progress}</h2>
      <p>{words.progressSays}</p>
      <p className="my-4 flex flex-wrap gap-3">
        <button type="button" className="button">
          {words.saveProgress}
        </button>
        <button type="button" className="button">
          {words.loadProgress}
        </button>
      </p>
      <p role="status" className="min-h-[3em]" dangerouslySetInnerHTML={{ __html: "" }} />
      <script type="module" defer src={script} />
    </progress-file>
  )
}
