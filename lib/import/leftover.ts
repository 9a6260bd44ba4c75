/**
 * What could not be carried, as it was written, in a comment that the check reports: nothing is lost, and
 * nobody has to look for it.
 */
export const leftover = (what: string, source: string): string =>
  `{/* import: ${what}: ${source.replaceAll("*/", "* /").trim()} */}`
