import { postAddress } from "@/lib/model/addresses"
import { slugsOf } from "@/lib/model/progress"
import { hasComing, writtenParts, type Part, type WrittenPart } from "@/lib/model/series"
import { wordsOf } from "@/lib/model/words/words"

/**
 * Leads to the first part that is not read yet: to Part 1, without script. All that it may say is
 * there, in one place; each is inside what is shown once the part before it is read.
 */
export function NextPart({ parts, language }: { parts: readonly Part[]; language: string }) {
  const words = wordsOf(language)
  const written = writtenParts(parts)
  if (written.length === 0) return null
  return (
    <p className="mt-[1.4rem] mb-8 grid items-center justify-items-start print:hidden">
      <Step
        parts={written}
        nameOf={words.startWith}
        nextNameOf={words.continueWith}
        end={hasComing(parts) ? words.allReadSoFar : words.allRead}
      />
    </p>
  )
}

type StepProps = {
  parts: readonly WrittenPart[]
  nameOf: (part: number) => string
  nextNameOf: (part: number) => string
  end: string
}

function Step({ parts: [part, ...rest], nameOf, nextNameOf, end }: StepProps) {
  if (!part) return <span className="font-sans text-sm text-soft [grid-area:1/1]">{end}</span>
  const slugs = slugsOf(part.post).join(" ")
  return (
    <>
      <a href={postAddress(part.post.slug)} data-unread={slugs} className="button [grid-area:1/1]">
        {nameOf(part.number)}
      </a>
      <span data-read={slugs} className="contents">
        <Step parts={rest} nameOf={nextNameOf} nextNameOf={nextNameOf} end={end} />
      </span>
    </>
  )
}
