/** Milliseconds that an author has to hold mails back: `READERS_DELAY`, in seconds. */
export const readersDelay = (seconds = process.env["READERS_DELAY"] || "300"): number =>
  Number(seconds) * 1_000
