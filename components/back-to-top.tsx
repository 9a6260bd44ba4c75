import { wordsOf } from "@/lib/model/words/words"

type Props = { language: string; className?: string }

/** @param className where it stands, and where it is of no use */
export function BackToTop({ language, className = "" }: Props) {
  return (
    <a
      href="#top"
      className={`inline-block min-h-6 font-sans text-sm text-soft no-underline hover:underline print:hidden ${className}`}
    >
      {wordsOf(language).backToTop}
    </a>
  )
}
