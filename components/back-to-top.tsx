/** @param className where it stands, and where it is of no use */
export function BackToTop({ className = "" }: { className?: string }) {
  return (
    <a
      href="#top"
      className={`inline-block min-h-6 font-sans text-sm text-soft no-underline hover:underline print:hidden ${className}`}
    >
      Back to top
    </a>
  )
}
