/** Saves what is marked as read to a file, and loads it again. `lib/enhance/progress-file.ts` does it. */
export function ProgressFile() {
  return (
    <progress-file>
      <h2 className="label">Your progress</h2>
      <p>
        What you mark as read is remembered in this browser only; nothing is sent anywhere. A file
        takes it to another one.
      </p>
      <p className="progress-buttons">
        <button type="button" className="button">
          Save my progress to a file
        </button>
        <button type="button" className="button">
          Load it from a file
        </button>
      </p>
      <p role="status" dangerouslySetInnerHTML={{ __html: "" }} />
    </progress-file>
  )
}
