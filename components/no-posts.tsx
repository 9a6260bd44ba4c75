import { feedAddress } from "@/lib/model/addresses"
import { wordsOf } from "@/lib/model/words/words"

/** Stands where posts will be. */
export function NoPosts({ language }: { language: string }) {
  const words = wordsOf(language)
  return (
    <p>
      {words.nothingYet} <a href={feedAddress}>{words.theFeed}</a> {words.willSay}
    </p>
  )
}
