/**
 * Milliseconds that an author has to hold mails back once a post is published: `READERS_DELAY`, in seconds.
 *
 * @throws Error if that is no number
 */
export function readersDelay(written = process.env["READERS_DELAY"] || "300"): number {
  if (/^\d{1,7}$/.test(written)) return Number(written) * 1_000
  throw new Error(`Unexpected READERS_DELAY=${written}, expected seconds, such as 300`)
}
