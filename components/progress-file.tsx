/** Saves what is marked as read to a file, and loads it again. `lib/enhance/progress-file.ts` does it. */
export function ProgressFile() {
  return (
    <progress-file className="mt-16 block font-sans text-sm text-soft print:hidden noscript:hidden [&:not(:defined)]:invisible">
      <h2 className="mt-0 mb-[0.6rem] label">Your progress</h2>
      <p>
        What you mark as read is remembered in this browser only; nothing is sent anywhere. A file
        takes it to another one.
      </p>
      <p className="my-4 flex flex-wrap gap-3">
        <button type="button" className="button">
          Save my progress to a file
        </button>
        <button type="button" className="button">
          Load it from a file
        </button>
      </p>
      <p role="status" className="min-h-[3em]" dangerouslySetInnerHTML={{ __html: "" }} />
    </progress-file>
  )
}
