import { offlineAddress } from "@/lib/model/addresses"
import { wordsOf } from "@/lib/model/words/words"

type Props = {
  /** Id of the series. */
  series: string
  language: string
  /** Address of `lib/enhance/keep-offline.ts`, which does it. */
  script: string
}

/** Keeps a series on the reader's device, to be read without a network. */
export function KeepOffline({ series, language, script }: Props) {
  const words = wordsOf(language)
  return (
    <keep-offline
      source={offlineAddress(series)}
      className="mt-12 block font-sans text-sm text-soft print:hidden noscript:hidden [&:not(:defined)]:invisible"
    >
      <h2 className="mt-0 mb-[0.6rem] label">{words.withoutNetwork}</h2>
      <p className="my-4">
        <button type="button" className="button">
          {words.keepOffline}
        </button>
      </p>
      <p role="status" className="min-h-[3em]" dangerouslySetInnerHTML={{ __html: "" }} />
      <script type="module" defer src={script} />
    </keep-offline>
  )
}
